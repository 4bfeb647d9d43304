"""Printer's marks around the trim, and the ways of printing the back of a sheet."""

from typing import Literal, get_args

Duplex = Literal[
    "none", "long", "short", "sheetwise", "work-and-turn", "work-and-tumble", "perfecting"
]
DUPLEXES: tuple[Duplex, ...] = get_args(Duplex)
MarkKind = Literal["cut", "crop", "fold", "registration", "bar", "collation", "slug"]
MARKS: tuple[MarkKind, ...] = get_args(MarkKind)

TARGET = 9.0
"""Width and height of a registration target in points, arms included."""
