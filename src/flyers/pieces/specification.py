"""The specification of a piece: what a print shop asks of it, in numbers and names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from flyers.catalogue.formats import Format
from flyers.catalogue.marks import MARKS, MarkKind
from flyers.catalogue.papers import Paper, Unit
from flyers.catalogue.printers import Setup
from flyers.core.boxes import Box
from flyers.core.sheets import Flip, Imposition, Mark, Patch, Sheet, Side, Sign, Target, Words
from flyers.imposition.schemes.fold import FOLDS
from flyers.imposition.waste import wasted
from flyers.pieces.plates import SideInks, inks_of
from flyers.press.read.painted import Content

Dimensions = tuple[float, float]
"""Width and height."""

PageFace = Literal["front", "back", "both"]
"""Side of the sheet that a page of the file is; ``both``: one form, printed on both sides."""


@dataclass(frozen=True, kw_only=True)
class PanelSpec:
    """A panel of the open piece."""

    name: str
    width: float


@dataclass(frozen=True, kw_only=True)
class FoldSpec:
    """The folds of a piece.

    ``outside`` and ``inside`` have their panels from left to right, each with that side up;
    ``order`` has the pairs of outside panels between which it is folded, one after the other.
    """

    kind: str
    use: str
    outside: tuple[PanelSpec, ...]
    inside: tuple[PanelSpec, ...]
    order: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class SheetSpec:
    """The sheet that a file is laid out for.

    ``paper`` as it lies; ``up`` pieces come out of it, and ``waste`` is the share of it that is cut
    away, 0 to 1; it is turned over on the edge ``flip``. ``press`` is True for a press sheet.
    """

    paper: Paper
    up: int
    waste: float
    flip: Flip
    press: bool

    def sheets(self, copies: int, leaves: int) -> int:
        """Return the number of sheets to print for so many copies."""
        return ceil(copies / self.up) * leaves


@dataclass(frozen=True, kw_only=True)
class Spec:
    """The specification. Lengths in points, printed in ``unit``.

    ``flat`` is the size of the piece as it is cut, ``trim`` the finished one, which is smaller if
    the piece is folded. A copy is made of ``leaves``, each printed on so many ``sides``. ``faces``
    are the sides of their sheet that the pages of the file are, and ``shows`` the box of the first
    piece on the first of them, front and back. ``sheet`` is None if the shop imposes the pieces.
    ``marks`` and ``inks`` are those that are really on the sheets, whatever was asked for.
    """

    unit: Unit
    flat: Dimensions
    trim: Dimensions
    leaves: int
    sides: int
    faces: tuple[PageFace, ...]
    shows: tuple[Box, ...]
    fold: FoldSpec | None
    sheet: SheetSpec | None
    marks: tuple[MarkKind, ...]
    setup: Setup
    inks: SideInks = (frozenset(), frozenset())


_SIGNS: Mapping[type[Sign], MarkKind] = {Target: "registration", Patch: "bar", Words: "slug"}
"""Marks that are not lines."""


def spec_of(
    format: Format,
    imposition: Imposition,
    setup: Setup,
    *,
    press: Paper | None,
    contents: Sequence[Content],
) -> Spec:
    """Return the specification of a piece that lies on these sheets.

    ``press`` is the press sheet that was asked for, if any, ``contents`` what the pages of the
    file paint.
    """
    sheets = imposition.sheets
    first = sheets[0]
    fold = _fold(format) if format.fold else None
    faces = tuple(face for sheet in sheets for face in _faces(sheet))
    two_sided = any(sheet.both or sheet.back for sheet in sheets)
    return Spec(
        unit=(press or format.sheet).unit,
        flat=(format.width, format.height),
        trim=(max(p.width for p in fold.outside), format.height)
        if fold
        else (format.width, format.height),
        leaves=len(sheets),
        sides=2 if two_sided else 1,
        faces=faces,
        shows=tuple(form.leaves[0] for form in first.forms),
        fold=fold,
        sheet=_sheet(imposition, press or format.sheet, press=press is not None)
        if press or setup.printer.laid == "sheets"
        else None,
        marks=_marks(sheets),
        setup=setup,
        inks=inks_of(faces, contents),
    )


def _sheet(imposition: Imposition, paper: Paper, *, press: bool) -> SheetSpec:
    first = imposition.sheets[0]
    return SheetSpec(
        paper=Paper(name=paper.name, width=first.width, height=first.height, unit=paper.unit),
        up=len(first.front.leaves),
        waste=wasted(imposition),
        flip=first.flip,
        press=press,
    )


def _faces(sheet: Sheet) -> tuple[PageFace, ...]:
    if sheet.both:
        return ("both",)
    return ("front", "back") if sheet.back else ("front",)


def _marks(sheets: tuple[Sheet, ...]) -> tuple[MarkKind, ...]:
    forms = [form for sheet in sheets for form in sheet.forms]
    drawn: set[str] = {_SIGNS[type(sign)] for form in forms for sign in form.signs}
    drawn |= {_kind(mark) for form in forms for mark in form.marks}
    return tuple(kind for kind in MARKS if kind in drawn)


def _kind(mark: Mark) -> str:
    """Return the kind of a mark; a cut line that is on every plate is a crop mark."""
    return "crop" if mark.kind == "cut" and mark.ink == "registration" else mark.kind


def _fold(format: Format) -> FoldSpec:
    fold = FOLDS[format.fold]
    outside, inside = _panels(format, "front"), _panels(format, "back")
    names = [panel.name for panel in outside]
    return FoldSpec(
        kind=fold.name,
        use=fold.use,
        outside=outside,
        inside=inside,
        order=tuple((names[at - 1], names[at]) for at in format.fold_order),
    )


def _panels(format: Format, side: Side) -> tuple[PanelSpec, ...]:
    lying = sorted((p for p in format.panels if p.side == side), key=lambda panel: panel.x)
    return tuple(PanelSpec(name=panel.name, width=panel.width) for panel in lying)
