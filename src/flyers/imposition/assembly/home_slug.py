"""The slug: a line at the foot of a sheet for whoever prints it, not part of any piece."""

from collections.abc import Sequence
from dataclasses import replace

from flyers.core.sheets import Edges, Page, Placement, Sheet


def with_slug(sheet: Sheet, pages: Sequence[Page], slug: int, margins: Edges) -> Sheet:
    """The sheet with page ``slug`` on its front, just inside what the printer can print."""
    host = _farthest_from_the_first(sheet.front.placements)
    middle = host.x + pages[host.page].width / 2
    line = Placement(page=slug, x=middle - pages[slug].width / 2, y=margins.bottom)
    front = replace(sheet.front, placements=(*sheet.front.placements, line))
    return replace(sheet, front=front)


def _farthest_from_the_first(placements: Sequence[Placement]) -> Placement:
    """Where the slug disturbs least: on a folded piece, the panel farthest from the cover.

    That panel is the flap, leftmost on the open sheet and rightmost in a script
    that runs from right to left, and it is folded inward. Pieces that are
    repeats of one page are all alike, and the leftmost is as good as any.
    """
    cover = placements[0]
    if all(one.page == cover.page for one in placements):
        return min(placements, key=lambda one: one.x)
    return max(placements, key=lambda one: abs(one.x - cover.x))
