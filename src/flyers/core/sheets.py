"""Values that imposition makes and the press prints: pages, forms, sheets. Numbers only, no PDF.

All lengths are points. Coordinates have their origin at the lower left corner
and y grows upward, as in PDF (ISO 32000-1, 8.3.2.3).
"""

from dataclasses import dataclass
from typing import Literal

from flyers.core.boxes import Box
from flyers.core.findings import Finding

Side = Literal["front", "back"]
Flip = Literal["long", "short"]
Axis = Literal["x", "y"]
Rotation = Literal[0, 90, 180, 270]


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
    corner of the page as it then lies. ``clip`` is the part of the form on which
    the page may leave ink: its trim, with its bleed where no neighbour lies;
    None is the trim alone.
    """

    page: int
    x: float
    y: float
    rotation: Rotation = 0
    scale: float = 1
    clip: Box | None = None


@dataclass(frozen=True, kw_only=True)
class Line:
    """A cut or a fold across the sheet, from end to end, in the coordinates of its front."""

    kind: Literal["cut", "fold"]
    x1: float
    y1: float
    x2: float
    y2: float


Ink = Literal["black", "registration"]
"""Black alone, or all inks, for what has to show on every plate."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A printed line for cutting, folding or gluing. All but cuts are dashed, lest they are cut."""

    kind: Literal["cut", "fold", "glue"]
    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = "black"


@dataclass(frozen=True, kw_only=True)
class Target:
    """A registration mark: a cross in a circle about a point."""

    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Patch:
    """A field of a colour bar; ``inks`` are cyan, magenta, yellow and black, 0 to 1."""

    box: Box
    inks: tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class Words:
    """A line of text outside the pieces. ``x`` and ``y`` are the start of its baseline."""

    text: str
    x: float
    y: float
    size: float = 6


Sign = Target | Patch | Words
"""Printed matter beside the pieces that is not a line."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """One side of a sheet, seen with that side up. ``leaves`` are the trims of the pieces that are
    cut from it, and ``blanks`` those of them that have no page on this side."""

    placements: tuple[Placement, ...]
    marks: tuple[Mark, ...] = ()
    signs: tuple[Sign, ...] = ()
    leaves: tuple[Box, ...] = ()
    blanks: tuple[Box, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The paper that goes through the press.

    ``trim`` is what is left after all outer cuts, and ``bleed`` the same with
    its bleed. ``lines`` are the cuts and folds in their order. The sheet is
    printed ``copies`` times. With ``both``, its one form is printed on both sides.
    """

    width: float
    height: float
    trim: Box
    front: Form
    back: Form | None = None
    flip: Flip = "long"
    bleed: Box | None = None
    lines: tuple[Line, ...] = ()
    copies: int = 1
    both: bool = False

    @property
    def forms(self) -> tuple[Form, ...]:
        return (self.front,) if self.back is None else (self.front, self.back)


@dataclass(frozen=True, kw_only=True)
class Imposition:
    """Sheets, and the pages that lie on them; ``notes`` are for the customer."""

    pages: tuple[Page, ...]
    sheets: tuple[Sheet, ...]
    notes: tuple[Finding, ...] = ()
