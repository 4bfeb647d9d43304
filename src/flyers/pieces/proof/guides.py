"""The guides that a proof draws over one side of a sheet: cuts, folds, edges and pages.

Numbers alone, in points from the lower left corner of the side. They come from the
imposition and the printer, not from the picture, so a picture that differs is wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from flyers.catalogue.printers import Printer, Setup
from flyers.core.boxes import Box, Edges
from flyers.core.matrix import Matrix, placed_box
from flyers.core.sheets import Form, Imposition, Line, Sheet
from flyers.imposition.assembly.turn import turned_over

GuideKind = Literal["bleed", "trim", "safe", "white", "fold"]
"""``white`` is the edge beyond which the printer, or the shop, prints nothing."""

SAME = 0.1
"""Points by which edges that are one may differ."""


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A line to draw: around a box, or along one that has no width or no height."""

    kind: GuideKind
    box: Box


@dataclass(frozen=True, kw_only=True)
class NumberedPage:
    """A page as it lies on the side; ``number`` is its place in reading order, from 1."""

    number: int
    name: str
    box: Box


@dataclass(frozen=True, kw_only=True)
class ProofSide:
    """One side of a sheet. ``trim`` is around all ``pieces``, which are cut apart."""

    sheet: int
    name: str
    width: float
    height: float
    trim: Box
    pieces: tuple[Box, ...]
    parts: tuple[NumberedPage, ...]
    guides: tuple[Guide, ...]


def sides(imposition: Imposition, setup: Setup, *, slug: int | None = None) -> list[ProofSide]:
    """Return all sides in the order of the file's pages. ``slug`` is the page of the slug, which is
    not drawn."""
    return [
        _side(imposition, setup, slug, number, sheet, form)
        for number, sheet in enumerate(imposition.sheets, start=1)
        for form in sheet.forms
    ]


def _side(
    imposition: Imposition,
    setup: Setup,
    slug: int | None,
    number: int,
    sheet: Sheet,
    form: Form,
) -> ProofSide:
    printer = setup.printer
    turned = form is sheet.back
    way = turned_over(sheet.width, sheet.height, sheet.flip) if turned else Matrix()
    folds = [way.box(_along(line)) for line in sheet.lines if line.kind == "fold"]
    placements = [one for one in form.placements if one.page != slug]
    boxes = [placed_box(one, imposition.pages[one.page]) for one in placements]
    inked = [one.clip or box for one, box in zip(placements, boxes, strict=True)]
    whole = Box(left=0, bottom=0, right=sheet.width, top=sheet.height)
    return ProofSide(
        sheet=number,
        name="both sides" if sheet.both else "back" if turned else "front",
        width=sheet.width,
        height=sheet.height,
        trim=way.box(sheet.trim),
        pieces=form.leaves,
        parts=tuple(
            NumberedPage(number=one.page + 1, name=imposition.pages[one.page].name, box=box)
            for one, box in zip(placements, boxes, strict=True)
        ),
        guides=(
            *_white(whole, setup.margins),
            *(guide for piece in form.leaves for guide in _white(piece, Edges.all(printer.border))),
            *(guide for piece in form.leaves for guide in _bled(piece, boxes, inked)),
            *(Guide(kind="trim", box=piece) for piece in form.leaves),
            *(guide for piece in form.leaves for guide in _safe(piece, printer)),
            *(Guide(kind="fold", box=fold) for fold in folds),
        ),
    )


def _along(line: Line) -> Box:
    return Box(
        left=min(line.x1, line.x2),
        bottom=min(line.y1, line.y2),
        right=max(line.x1, line.x2),
        top=max(line.y1, line.y2),
    )


def _bled(piece: Box, boxes: Sequence[Box], inked: Sequence[Box]) -> Iterator[Guide]:
    """Yield the bleed: the box to which a piece's pages run over its trim."""
    bleed = piece
    for box, ink in zip(boxes, inked, strict=True):
        if piece.contains(box):
            bleed = bleed.union(ink)
    if not piece.contains(bleed, SAME):
        yield Guide(kind="bleed", box=bleed)


def _safe(piece: Box, printer: Printer) -> Iterator[Guide]:
    if printer.safe > printer.border:
        yield Guide(kind="safe", box=piece.inset(Edges.all(printer.safe)))


def _white(box: Box, edges: Edges) -> Iterator[Guide]:
    if edges != Edges():
        yield Guide(kind="white", box=box.inset(edges))
