"""Guillotine patterns: how pieces of some sizes can lie on one press sheet.

A sheet is cut into parts from edge to edge, each of those again, and so on to
the pieces; what a piece does not fill of its part is trimmed off. Which pattern
is worth most is found in strips.py and in nested.py.

Lengths are whole UNITs here, so that sums compare exactly, and a gap between
pieces is dealt with by adding it to every length and to the sheet's.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flyers.core.sheets import Axis

UNITS = 10_000
"""Units in a point: far finer than a guillotine cuts, far coarser than rounding errors."""

SLACK = 20
"""Units by which a row may be too long for its part: what rounding can add up to."""


MOST_LENGTHS = 2000
"""That sizes add up to; where they are more, those made of few sizes are kept."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A rectangle of a sheet: a piece, or parts side by side ``along`` an axis.

    ``width`` and ``height`` are in units and have the gap in them. ``piece`` is the
    index of what it is a piece of, and None where it is no piece.
    """

    width: int
    height: int
    piece: int | None = None
    along: Axis = "x"
    parts: tuple["Part", ...] = ()

    def pieces(self) -> Iterator[int]:
        """What lies in it."""
        if self.piece is not None:
            yield self.piece
        for part in self.parts:
            yield from part.pieces()


@dataclass(frozen=True, kw_only=True)
class Filling:
    """A sheet cut into parts, and how many pieces of which sizes those are."""

    sheet: Part
    counts: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, sheet: Part) -> "Filling":
        return cls(sheet=sheet, counts=tuple(sorted(Counter(sheet.pieces()).items())))

    def worth(self, prices: Sequence[float]) -> float:
        """The sum of the pieces' prices."""
        return sum(prices[size] * count for size, count in self.counts)


@dataclass(frozen=True, kw_only=True)
class PieceSize:
    """Width and height of a piece in units, gap included, and whether it may be turned."""

    width: int
    height: int
    turnable: bool


def pieces_of(width: int, height: int, sizes: Sequence[PieceSize]) -> list[Part]:
    """A piece for each way in which one of the sizes can lie on a sheet; all in units."""
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
    """Where parts can end, from nothing to the whole length, in order; so many at most.

    Of all lengths that sizes add up to, only those which are the longest beside some
    other are looked at: whatever ends elsewhere can be moved there, and no pattern is lost
    (the raster points of Terno, Lindemann and Scheithauer, 1987). Where they are too many,
    those made of few sizes are kept.
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
