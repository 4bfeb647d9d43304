"""Ink that reaches the cut runs on beyond it, as far as the shop wants.

A cutter is off by up to a millimetre; where ink ends at the cut, a white sliver shows. Shops
want 1/8 in, 3 mm or 5 mm, so the printer's profile sets how much.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from flyers.core.boxes import Box, Edges
from flyers.core.findings import Finding
from flyers.core.units import to_mm
from flyers.preflight.case import Case, CheckedSide, PlacedPage
from flyers.preflight.check import Check

if TYPE_CHECKING:
    from PIL.Image import Image

INKED, BARE = 245, 252
"""Greys, of 255: up to the first is ink, from the second on is paper."""

STRETCH = 2.0
"""Points of an edge on which ink may stop short: the end of a line, not an area."""

STEP, ALONG = 40, 18.0
"""Greys by which one ink must differ from what goes on beyond the cut, and for how many points of
the edge, to be an area that ends there and no part of a picture."""

SLACK = 0.5
"""Points of bleed that may be missing."""

EXPORT = "Let it run {wanted} over the edge of the page, and export the PDF with that bleed."


def find(case: Case) -> Iterator[Finding]:
    """Compare ink on both sides of every cut in the picture. Edges with a neighbour are left
    out."""
    wanted = case.setup.bleed
    if wanted <= 0:
        return
    for side in case.sides:
        for page in side.pages:
            yield from _findings(side, page, wanted, alone=not case.ours)


def _findings(
    side: CheckedSide, page: PlacedPage, wanted: float, *, alone: bool
) -> Iterator[Finding]:
    given = _distances(page.trim, page.clip)
    # At a fold, or a neighbour without a gutter, there is nothing to run over.
    outer = [edge for edge, distance in given.items() if alone or distance > SLACK]
    short = [
        edge
        for edge in outer
        if _stops_short(side, page.trim, edge, _reach(given[edge], wanted, alone)) > STRETCH
    ]
    remedy = EXPORT.format(wanted=f"{to_mm(wanted):.1f} mm")
    if short:
        yield Finding(
            page=side.number,
            message=f"Ink reaches the cut but does not run {to_mm(wanted):.1f} mm over it: "
            f"{', '.join(short)}.",
            remedy=remedy,
            box=_strip(page.trim, short[0], wanted),
        )
    ends = [edge for edge in outer if edge not in short and _changes(side, page.trim, edge)]
    if ends:
        yield Finding(
            page=side.number,
            message=f"A colour ends at the cut, and another goes on beyond it: {', '.join(ends)}.",
            remedy=remedy,
            box=_strip(page.trim, ends[0], wanted),
            severity="warning",
        )
    if not short and alone and min(given.values()) < wanted - SLACK:
        yield Finding(
            page=side.number,
            message=f"The page has {to_mm(max(0, min(given.values()))):.1f} mm of bleed, and the "
            f"shop wants {to_mm(wanted):.1f} mm; nothing on it needs any.",
            remedy="Export it with that bleed, if the shop insists.",
            severity="warning",
        )


def _distances(trim: Box, clip: Box) -> Mapping[str, float]:
    return {
        "top": clip.top - trim.top,
        "right": clip.right - trim.right,
        "bottom": trim.bottom - clip.bottom,
        "left": trim.left - clip.left,
    }


def _strip(trim: Box, edge: str, width: float) -> Box:
    """Return the part of the bleed along that edge."""
    outer = trim.inset(Edges.all(-width))
    return {
        "top": Box(left=trim.left, bottom=trim.top, right=trim.right, top=outer.top),
        "right": Box(left=trim.right, bottom=trim.bottom, right=outer.right, top=trim.top),
        "bottom": Box(left=trim.left, bottom=outer.bottom, right=trim.right, top=trim.bottom),
        "left": Box(left=outer.left, bottom=trim.bottom, right=trim.left, top=trim.top),
    }[edge]


def _reach(given: float, wanted: float, alone: bool) -> float:
    """Return how far beyond the cut ink has to be seen; 0 if the page ends before that."""
    if alone:
        return wanted if given >= wanted - SLACK else 0
    return min(given, wanted)


def _stops_short(side: CheckedSide, trim: Box, edge: str, reach: float) -> float:
    """Return the length of that edge, in points, where there is ink inside it and none outside."""
    pixel = side.evidence.pixel
    within = _line(side, trim, edge, -1.5 * pixel)
    if reach <= SLACK:
        return pixel * sum(grey <= INKED for grey in within)
    beyond = _line(side, trim, edge, reach - SLACK - pixel)
    pairs = zip(within, beyond, strict=False)
    return pixel * sum(one <= INKED and other >= BARE for one, other in pairs)


def _changes(side: CheckedSide, trim: Box, edge: str) -> bool:
    """Return True if the colour changes at the cut more than beside it, where a picture would go on
    changing."""
    pixel = side.evidence.pixel
    lines = [_line(side, trim, edge, out * pixel) for out in (-4.5, -1.5, 1.5, 4.5)]
    within, at, beyond = (
        pixel * sum(abs(a - b) >= STEP for a, b in zip(one, other, strict=False))
        for one, other in pairwise(lines)
    )
    return at >= ALONG and at > 3 * max(within, beyond)


def _line(side: CheckedSide, trim: Box, edge: str, out: float) -> bytes:
    """Return the greys along that edge, ``out`` points outside it; nothing beyond the picture."""
    away = trim.inset(Edges.all(-out))
    line = {
        "top": Box(left=trim.left, bottom=away.top, right=trim.right, top=away.top),
        "right": Box(left=away.right, bottom=trim.bottom, right=away.right, top=trim.top),
        "bottom": Box(left=trim.left, bottom=away.bottom, right=trim.right, top=away.bottom),
        "left": Box(left=away.left, bottom=trim.bottom, right=away.left, top=trim.top),
    }[edge]
    picture: Image = side.evidence.picture
    left, top, right, bottom = side.evidence.pixels(line)
    if right - left < bottom - top:  # one pixel wide, even where it lies just between two
        right = left + 1
    else:
        bottom = top + 1
    left, top = max(0, left), max(0, top)
    right, bottom = min(picture.width, right), min(picture.height, bottom)
    return (
        picture.crop((left, top, right, bottom)).tobytes() if left < right and top < bottom else b""
    )


CHECK = Check(
    name="bleed",
    rule="Ink that reaches the cut runs over it by the printer's bleed.",
    source="the printer's bleed; ISO 32000-1, 14.11.2",
    severity={"shop": "error"},
    find=find,
)
