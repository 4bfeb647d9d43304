"""The slug of a sheet printed at home: a typeset line at its foot, part of no piece."""

from collections.abc import Sequence
from dataclasses import replace

from flyers.core.boxes import Edges
from flyers.core.sheets import Page, Placement, Sheet


def with_slug(sheet: Sheet, pages: Sequence[Page], slug: int, margins: Edges) -> Sheet:
    """Return the sheet with the page of that index on its front, just inside the margins."""
    host = _farthest_from_the_first(sheet.front.placements)
    middle = host.x + pages[host.page].width / 2
    line = Placement(page=slug, x=middle - pages[slug].width / 2, y=margins.bottom)
    front = replace(sheet.front, placements=(*sheet.front.placements, line))
    return replace(sheet, front=front)


def _farthest_from_the_first(placements: Sequence[Placement]) -> Placement:
    """Return the placement below which the slug disturbs least.

    On a folded piece that is the panel farthest from the cover: the flap, which is folded
    inward. Where one page is repeated, it is the leftmost.
    """
    cover = placements[0]
    if all(one.page == cover.page for one in placements):
        return min(placements, key=lambda one: one.x)
    return max(placements, key=lambda one: abs(one.x - cover.x))
