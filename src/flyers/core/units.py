"""Lengths in points, and the only conversion factors of the project.

A point is 1/72 inch, as in PDF (ISO 32000-1, 8.3.2.3) and CSS.
"""

import re
from dataclasses import dataclass

POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "px": 0.75}

_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)(?:\s*/\s*(\d+))?\s*(pt|in|mm|cm|px)\s*")


@dataclass(frozen=True, kw_only=True)
class Range:
    """A range of numbers, both ends included."""

    low: float
    high: float


def inches(value: float) -> float:
    """Return inches in points."""
    return value * POINTS["in"]


def mm(value: float) -> float:
    """Return millimetres in points."""
    return value * POINTS["mm"]


def px(value: float) -> float:
    """Return CSS pixels (1/96 in), the unit that WeasyPrint measures in, in points."""
    return value * POINTS["px"]


def to_mm(points: float) -> float:
    """Return points in millimetres."""
    return points / POINTS["mm"]


def length(text: str) -> float:
    """Read a length such as ``3mm``, ``0.5in`` or ``1/8in``; return it in points.

    Raises ValueError with a sentence that shows how to write one.
    """
    match = _LENGTH.fullmatch(text)
    if not match or match[2] == "0":
        raise ValueError(f"{text!r} is not a length; write one like 3mm, 1/8in or 12pt")
    return float(match[1]) / float(match[2] or 1) * POINTS[match[3]]
