"""The values that imposition makes and the press prints. Numbers only, no PDF.

All lengths are points. Coordinates have their origin at the lower left corner
and y grows upward, as in PDF (ISO 32000-1, 8.3.2.3).
"""

from dataclasses import dataclass
from typing import Literal

Side = Literal["front", "back"]
Flip = Literal["long", "short"]


@dataclass(frozen=True, kw_only=True)
class Edges:
    """Distances inward from the four edges of something."""

    top: float = 0
    right: float = 0
    bottom: float = 0
    left: float = 0

    @classmethod
    def all(cls, width: float) -> "Edges":
        return cls(top=width, right=width, bottom=width, left=width)


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle by its edges."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def inset(self, edges: Edges) -> "Box":
        return Box(
            left=self.left + edges.left,
            bottom=self.bottom + edges.bottom,
            right=self.right - edges.right,
            top=self.top - edges.top,
        )

    def union(self, other: "Box") -> "Box":
        return Box(
            left=min(self.left, other.left),
            bottom=min(self.bottom, other.bottom),
            right=max(self.right, other.right),
            top=max(self.top, other.top),
        )

    def contains(self, other: "Box", slack: float = 0.01) -> bool:
        return (
            self.left - slack <= other.left
            and self.bottom - slack <= other.bottom
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One typeset page that is part of a panel or side: its artwork, or a column of text.

    ``source`` counts the pages of the typeset file from 0; ``x`` and ``y`` are
    the lower left corner of that page, seen from the lower left of the panel.
    """

    source: int
    x: float = 0
    y: float = 0


@dataclass(frozen=True, kw_only=True)
class Page:
    """A finished panel or side, at its trim size, made of layers from back to front."""

    name: str
    width: float
    height: float
    layers: tuple[Layer, ...]


@dataclass(frozen=True, kw_only=True)
class Placement:
    """A page put on a form: its lower left trim corner after an upright, full-size turn.

    ``page`` counts the imposition's pages from 0. ``rotation`` is degrees
    counter-clockwise, a multiple of 90; ``x`` and ``y`` are the lower left
    corner of the page as it then lies.
    """

    page: int
    x: float
    y: float
    rotation: Literal[0, 90, 180, 270] = 0
    scale: float = 1


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A line for the hand that cuts or folds. Fold marks are dashed, so nobody cuts there."""

    kind: Literal["cut", "fold"]
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, kw_only=True)
class Form:
    """One side of a sheet, as it is seen when that side is up."""

    placements: tuple[Placement, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The paper that goes through the printer. ``trim`` is what is left after all outer cuts."""

    width: float
    height: float
    trim: Box
    front: Form
    back: Form | None = None
    flip: Flip = "long"

    @property
    def forms(self) -> tuple[Form, ...]:
        return (self.front,) if self.back is None else (self.front, self.back)


@dataclass(frozen=True, kw_only=True)
class Imposition:
    """Sheets, and the pages that lie on them."""

    pages: tuple[Page, ...]
    sheets: tuple[Sheet, ...]
