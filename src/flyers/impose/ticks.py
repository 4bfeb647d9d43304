"""Marks at the edge of a sheet: where to cut, and where to fold."""

from collections.abc import Iterable
from typing import Literal

from flyers.sheets import Edges, Mark

TICK = 9.0
"""Length of a tick in points: 1/8 in, enough to lay a ruler to, and short of any text."""


def ticks(
    kind: Literal["cut", "fold"], positions: Iterable[float], height: float, margins: Edges
) -> tuple[Mark, ...]:
    """A tick at the foot and one at the head of the sheet for each position across it.

    They begin where the printer can print and run inward, since ink in the
    unprintable edge would be lost, and the whole tick with it.
    """
    foot, head = margins.bottom, height - margins.top
    return tuple(
        Mark(kind=kind, x1=x, y1=start, x2=x, y2=end)
        for x in positions
        for start, end in ((foot, foot + TICK), (head, head - TICK))
    )
