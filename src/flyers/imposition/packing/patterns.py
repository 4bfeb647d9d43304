"""Guillotine patterns: how pieces of some sizes can lie on one press sheet.

A sheet is cut into parts from edge to edge, each of those again, and so on to
the pieces; what a piece does not fill of its part is trimmed off. strips.py and
nested.py find the most valuable patterns.

Lengths are whole UNITS, so that sums compare exactly. The gap between pieces is added
to every length, the sheet's included, so that it need not be thought of again.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flyers.core.sheets import Axis

UNITS = 10_000
"""Units in a point: far finer than a guillotine cuts, far coarser than rounding errors."""

SLACK = 20
"""Units by which a row may exceed its part: rounding adds up."""


MOST_LENGTHS = 2000
"""Most lengths that are considered; of more, those made of few sizes are kept."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A rectangle of a sheet: a piece, or parts side by side ``along`` an axis.

    ``width`` and ``height`` are in units, gap included. ``piece`` is the index of its size
    or item, None for parts.
    """

    width: int
    height: int
    piece: int | None = None
    along: Axis = "x"
    parts: tuple["Part", ...] = ()

    def pieces(self) -> Iterator[int]:
        """Yield the pieces in it."""
        if self.piece is not None:
            yield self.piece
        for part in self.parts:
            yield from part.pieces()


@dataclass(frozen=True, kw_only=True)
class Filling:
    """A sheet cut into parts, and the number of pieces of each size on it."""

    sheet: Part
    counts: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, sheet: Part) -> "Filling":
        return cls(sheet=sheet, counts=tuple(sorted(Counter(sheet.pieces()).items())))

    def worth(self, prices: Sequence[float]) -> float:
        """Return the sum of the pieces' prices."""
        return sum(prices[size] * count for size, count in self.counts)


@dataclass(frozen=True, kw_only=True)
class PieceSize:
    """Width and height of a piece in units, gap included; ``turnable`` by 90°."""

    width: int
    height: int
    turnable: bool


def pieces_of(width: int, height: int, sizes: Sequence[PieceSize]) -> list[Part]:
    """Return a piece for each way in which one of the sizes can lie on a sheet; all in units."""
    return [
        Part(width=wide, height=high, piece=index)
        for index, size in enumerate(sizes)
        for wide, high in _ways_up(size)
        if wide <= width + SLACK and high <= height + SLACK
    ]


def _ways_up(size: PieceSize) -> list[tuple[int, int]]:
    upright, turned = (size.width, size.height), (size.height, size.width)
    return [upright, turned] if size.turnable and turned != upright else [upright]


def stops_of(length: int, sizes: Iterable[int], most: int) -> list[int]:
    """Return the ends that parts can have, from 0 to the whole length; at most ``most``.

    Of all lengths that sizes add up to, only those are kept which are the longest beside
    some other: whatever ends elsewhere can be moved there, so no pattern is lost (raster
    points of Terno, Lindemann and Scheithauer, 1987). Of too many, those made of few sizes
    are kept.
    """
    kinds = {0: 0}
    for size in sorted(sizes):
        for start, count in list(kinds.items()):
            for end in range(start + size, length + 1, size):
                kinds[end] = min(kinds.get(end, count + 1), count + 1)
        kinds = dict(sorted(kinds.items(), key=lambda one: one[::-1])[:MOST_LENGTHS])
    lengths = sorted(kinds)
    beside = {lengths[bisect_right(lengths, length - one) - 1] for one in lengths}
    if len(beside) > most:
        beside = set(sorted(kinds, key=lambda stop: (kinds[stop], stop))[:most])
    return sorted({*beside, length})
