"""Guillotine patterns: how sizes can lie on one press sheet, and which layout is worth most.

A pattern has three stages. The sheet is cut into strips from edge to edge, a
strip into stacks, a stack into pieces; what a piece does not fill of its part
is trimmed off. Each stage is a knapsack, which finds its most valuable filling.
Both ways to cut the first strips are tried.

Lengths are whole UNITs here, so that sums compare exactly, and a gap between
pieces is dealt with by adding it to every length and to the sheet's.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Axis = Literal["x", "y"]

UNITS = 10_000
"""Units in a point: far finer than a guillotine cuts, far coarser than rounding errors."""

SLACK = 20
"""Units by which a row may be too long for its part: what rounding can add up to."""

MOST_STOPS = 160
"""Lengths a knapsack looks at; where sizes add up to more, those made of few sizes are kept."""


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
class Size:
    """Width and height of a piece in units, gap included, and whether it may be turned."""

    width: int
    height: int
    turnable: bool


Chain = tuple[Part, "Chain"] | None
"""Parts side by side, the last one first; chains share their tails."""


class Ruler:
    """Where parts of some sizes can begin and end along a length."""

    def __init__(self, length: int, sizes: Sequence[int]) -> None:
        fitting = [size for size in sorted(set(sizes)) if size <= length + SLACK]
        self.stops = _stops(length + SLACK, fitting)
        self.before = {size: _before(self.stops, size) for size in fitting}


class Row:
    """A knapsack: parts side by side along a ruler, worth as much as they can be."""

    def __init__(self, ruler: Ruler) -> None:
        self._before = ruler.before
        self._worth = [0.0] * len(ruler.stops)
        self._chains: list[Chain] = [None] * len(ruler.stops)

    def offer(self, size: int, worth: float, part: Part) -> None:
        """Take the part as often as it pays; one that is too long never does."""
        worths, chains = self._worth, self._chains
        before = self._before.get(size, ())
        for here, there in enumerate(before, len(worths) - len(before)):
            better = worths[there] + worth
            if better > worths[here]:
                worths[here] = better
                chains[here] = (part, chains[there])

    def best(self) -> tuple[float, tuple[Part, ...]]:
        """What the best filling so far is worth, and its parts."""
        parts: list[Part] = []
        chain = self._chains[-1]
        while chain:
            part, chain = chain
            parts.append(part)
        return self._worth[-1], tuple(parts)


def _stops(length: int, sizes: Sequence[int]) -> list[int]:
    """Where parts can end, from nothing to the whole length, in order."""
    kinds = {0: 0}
    for size in sizes:
        for start, count in list(kinds.items()):
            for end in range(start + size, length + 1, size):
                kinds[end] = min(kinds.get(end, count + 1), count + 1)
        kinds = dict(sorted(kinds.items(), key=lambda one: one[::-1])[: 4 * MOST_STOPS])
    few = sorted(kinds, key=lambda stop: (kinds[stop], stop))[:MOST_STOPS]
    return sorted({*few, length})


def _before(stops: Sequence[int], size: int) -> tuple[int, ...]:
    """For each stop that a part of the size can end at, the last one where it can begin."""
    found = []
    begin = 0
    for end in stops:
        if end < size:
            continue
        while stops[begin + 1] <= end - size:
            begin += 1
        found.append(begin)
    return tuple(found)


class Cutter:
    """The ways to cut one kind of sheet into pieces of some sizes."""

    def __init__(self, width: int, height: int, sizes: Sequence[Size]) -> None:
        """``width`` and ``height`` of the sheet are in units and have the gap in them."""
        pieces = [
            Part(width=wide, height=high, piece=index)
            for index, size in enumerate(sizes)
            for wide, high in _ways_up(size)
            if wide <= width + SLACK and high <= height + SLACK
        ]
        self._ways = (_Way("y", width, height, pieces), _Way("x", height, width, pieces))

    def best(self, prices: Sequence[float]) -> list[Filling]:
        """The most valuable pattern for each way to cut the first strips.

        What has no price above 0 is left out.
        """
        return [Filling.of(way.best(prices)) for way in self._ways]


def _ways_up(size: Size) -> list[tuple[int, int]]:
    upright, turned = (size.width, size.height), (size.height, size.width)
    return [upright, turned] if size.turnable and turned != upright else [upright]


class _Way:
    """Patterns whose first strips lie side by side along one axis of the sheet.

    The words here are for the axis y: strips are as long as the sheet is wide, and
    have a height. For the axis x everything is the other way round.
    """

    def __init__(self, axis: Axis, long: int, deep: int, pieces: Sequence[Part]) -> None:
        self._axis: Axis = axis
        self._across: Axis = "x" if axis == "y" else "y"
        self._long, self._deep = long, deep
        seen = sorted((*self._seen(piece), number) for number, piece in enumerate(pieces))
        self._by_width = [
            (wide, [(high, pieces[number]) for _, high, number in group])
            for wide, group in groupby(seen, key=lambda one: one[0])
        ]
        heights = sorted({high for _, high, _ in seen})
        self._stacks = {height: Ruler(height, heights) for height in heights}
        self._strip = Ruler(long, [wide for wide, _ in self._by_width])
        self._sheet = Ruler(deep, heights)

    def _seen(self, part: Part) -> tuple[int, int]:
        return (part.width, part.height) if self._axis == "y" else (part.height, part.width)

    def _part(self, wide: int, high: int, along: Axis, parts: tuple[Part, ...]) -> Part:
        width, height = (wide, high) if self._axis == "y" else (high, wide)
        return Part(width=width, height=height, along=along, parts=parts)

    def best(self, prices: Sequence[float]) -> Part:
        """The whole sheet, filled with what is worth most."""
        sheet = Row(self._sheet)
        for height in self._stacks:
            worth, parts = self._best_strip(height, prices)
            sheet.offer(height, worth, self._part(self._long, height, self._across, parts))
        _, strips = sheet.best()
        return self._part(self._long, self._deep, self._axis, strips)

    def _best_strip(self, height: int, prices: Sequence[float]) -> tuple[float, tuple[Part, ...]]:
        """Stacks side by side. Each may hold all that is no wider than itself."""
        stack, strip = Row(self._stacks[height]), Row(self._strip)
        last = 0.0
        for wide, pieces in self._by_width:
            for high, piece in pieces:
                if piece.piece is not None and prices[piece.piece] > 0:
                    stack.offer(high, prices[piece.piece], piece)
            worth, parts = stack.best()
            if worth > last:
                strip.offer(wide, worth, self._part(wide, height, self._axis, parts))
                last = worth
        return strip.best()
