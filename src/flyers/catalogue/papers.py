"""Table of sheet and trim sizes, upright, and the reading of other sizes.

A and B series: ISO 216. RA and SRA: ISO 217. Letter, legal and tabloid: ANSI
Y14.1. The other US sizes are those in which paper is sold, and to which it is cut.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import gcd
from typing import Literal

from flyers.core.errors import UnknownNameError
from flyers.core.units import POINTS, length

Unit = Literal["in", "mm"]

_SIDE = r"([\d.]+(?:/\d+)?)\s*(in|mm|cm|pt)?"
_SIZE = re.compile(rf"{_SIDE}\s*[x\u00d7]\s*{_SIDE}")
LARGEST = 14400.0
"""Points: the longest side of a page of a PDF (ISO 32000-1, annex C.2)."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A size of paper. Lengths in points; ``unit`` is the one in which people name it."""

    name: str
    width: float
    height: float
    unit: Unit = "in"
    use: str = ""

    def turned(self) -> "Paper":
        """Return the same paper, lying on its side."""
        return replace(self, width=self.height, height=self.width)

    def __str__(self) -> str:
        return f"{self.name} ({size(self.width, self.height, self.unit)})"


def called(paper: Paper) -> str:
    """Return the paper's usual name, ``A4``, ``letter``; its size if it has none."""
    if paper.name not in PAPERS:
        return size(paper.width, paper.height, paper.unit)
    return paper.name.upper() if paper.unit == "mm" else paper.name


def size(width: float, height: float, unit: Unit) -> str:
    """Return a size in words: ``8.5 x 11 in``, ``210 x 297 mm``."""
    return f"{number(width, unit)} x {number(height, unit)} {unit}"


def number(points: float, unit: Unit) -> str:
    """Return a length as a bare number of that unit, as exact as a ruler."""
    places = {"in": 3, "mm": 1}[unit]
    return f"{points / POINTS[unit]:.{places}f}".rstrip("0").rstrip(".")


def measured(points: float, unit: Unit) -> str:
    """Return a length in words: ``3 5/8 in``, ``97 mm``."""
    return f"{_ruled(points, unit)} {unit}"


def in_both(unit: Unit, *lengths: float) -> str:
    """Return a length, or a size, in both units: ``11 \u00d7 8 1/2 in (279.4 \u00d7 215.9 mm)``.

    The other unit comes first if the length is round in it alone: 3 mm, not 0.118 in.
    """
    other: Unit = "mm" if unit == "in" else "in"
    if all(_on_a_mark(points, other) and not _on_a_mark(points, unit) for points in lengths):
        unit, other = other, unit
    said = " \u00d7 ".join(_ruled(points, unit) for points in lengths)
    again = " \u00d7 ".join(_ruled(points, other) for points in lengths)
    return f"{said} {unit} ({again} {other})"


def _ruled(points: float, unit: Unit) -> str:
    """Return the number alone: inches in fractions down to 1/32 if that is exact."""
    if unit == "mm" or not _on_a_mark(points, unit):
        return number(points, unit)
    whole, rest = divmod(round(points / POINTS["in"] * 32), 32)
    shared = gcd(rest, 32)
    part = f"{rest // shared}/{32 // shared}" if rest else ""
    return " ".join(filter(None, (str(whole) if whole or not rest else "", part)))


def _on_a_mark(points: float, unit: Unit) -> bool:
    """Return True if a ruler has a mark there: at each 1/32 in, at each half millimetre."""
    marks = points / POINTS[unit] * {"in": 32, "mm": 2}[unit]
    return abs(marks - round(marks)) < 0.01


def _iso(name: str, width: float, height: float, use: str) -> Paper:
    return Paper(
        name=name, width=width * POINTS["mm"], height=height * POINTS["mm"], unit="mm", use=use
    )


def _us(name: str, width: float, height: float, use: str) -> Paper:
    return Paper(name=name, width=width * 72, height=height * 72, unit="in", use=use)


PAPERS = {
    paper.name: paper
    for paper in (
        _us("letter", 8.5, 11, "desktop sheet"),
        _us("legal", 8.5, 14, "desktop sheet"),
        _us("tabloid", 11, 17, "desktop sheet, poster"),
        _us("12x18", 12, 18, "press sheet: tabloid with bleed"),
        _us("13x19", 13, 19, "press sheet: tabloid with bleed and marks"),
        _us("19x25", 19, 25, "press sheet"),
        _us("23x35", 23, 35, "press sheet"),
        _us("25x38", 25, 38, "press sheet"),
        _us("half-letter", 5.5, 8.5, "half-sheet"),
        _us("quarter-letter", 4.25, 5.5, "quarter-sheet"),
        _us("palm-card", 4, 9, "palm card"),
        _us("door-hanger", 4.25, 11, "door hanger"),
        _us("postcard", 4, 6, "postcard"),
        _us("business-card", 2, 3.5, "card"),
        _iso("a0", 841, 1189, "poster"),
        _iso("a1", 594, 841, "poster"),
        _iso("a2", 420, 594, "poster"),
        _iso("a3", 297, 420, "desktop sheet, poster"),
        _iso("a4", 210, 297, "desktop sheet"),
        _iso("a5", 148, 210, "half-sheet"),
        _iso("a6", 105, 148, "quarter-sheet, postcard"),
        _iso("a7", 74, 105, "card"),
        _iso("a8", 52, 74, "card"),
        _iso("b0", 1000, 1414, "poster"),
        _iso("b1", 707, 1000, "press sheet, poster"),
        _iso("b2", 500, 707, "press sheet, poster"),
        _iso("b3", 353, 500, "poster"),
        _iso("b4", 250, 353, "desktop sheet"),
        _iso("b5", 176, 250, "book"),
        _iso("b6", 125, 176, "book"),
        _iso("ra1", 610, 860, "press sheet: a1 with trim"),
        _iso("ra2", 430, 610, "press sheet: a2 with trim"),
        _iso("ra3", 305, 430, "press sheet: a3 with trim"),
        _iso("ra4", 215, 305, "press sheet: a4 with trim"),
        _iso("sra1", 640, 900, "press sheet: a1 with bleed and marks"),
        _iso("sra2", 450, 640, "press sheet: a2 with bleed and marks"),
        _iso("sra3", 320, 450, "press sheet: a3 with bleed and marks"),
        _iso("sra4", 225, 320, "press sheet: a4 with bleed and marks"),
    )
}

_ALSO = {"ledger": "tabloid", "11x17": "tabloid"}


def paper_named(name: str, also: Iterable[str] = ()) -> Paper:
    """Return the paper of that name, or of a size such as ``12x18``, ``320x450mm``, ``9in x 4in``.

    A size without a unit is in inches. Raises UnknownNameError with the nearest name, of a
    paper or one of ``also``.
    """
    key = name.strip().lower()
    key = _ALSO.get(key, key)
    if key in PAPERS:
        return PAPERS[key]
    if match := _SIZE.fullmatch(key):
        unit = match[4] or match[2] or "in"
        spoken: Unit = "in" if unit == "in" else "mm"
        try:
            width, height = length(match[1] + (match[2] or unit)), length(match[3] + unit)
        except ValueError:
            width = height = 0
        if not (0 < width <= LARGEST and 0 < height <= LARGEST):
            raise UnknownNameError(
                f"The sheet {name!r} cannot be printed on; write a size such as 12x18 (inches) "
                "or 320x450mm, up to 200 inches."
            )
        return Paper(name=key.replace(" ", ""), width=width, height=height, unit=spoken)
    raise UnknownNameError.near("sheet", name, {*PAPERS, *also})
