"""Marks around what is printed, and the ways in which a sheet comes to be printed on its back."""

from typing import Literal, get_args

Duplex = Literal[
    "none", "long", "short", "sheetwise", "work-and-turn", "work-and-tumble", "perfecting"
]
DUPLEXES: tuple[Duplex, ...] = get_args(Duplex)
MarkKind = Literal["cut", "crop", "fold", "registration", "bar", "collation", "slug"]
MARKS: tuple[MarkKind, ...] = get_args(MarkKind)
