"""Patterns of three stages: a sheet is cut into strips, a strip into stacks, a stack into pieces.

Each stage is a knapsack, which finds its most valuable filling.
"""

from collections.abc import Sequence
from itertools import groupby

from flyers.core.sheets import Axis
from flyers.imposition.packing.patterns import SLACK, Filling, Part, stops_of

MOST_STOPS = 120
"""Most lengths of a knapsack; of more, those made of few sizes are kept."""

Chain = tuple[Part, "Chain"] | None
"""Parts side by side, the last one first; chains share their tails."""


class Ruler:
    """The places where parts of some sizes can begin and end along a length."""

    def __init__(self, length: int, sizes: Sequence[int]) -> None:
        fitting = [size for size in sorted(set(sizes)) if size <= length + SLACK]
        self.stops = stops_of(length + SLACK, fitting, MOST_STOPS)
        self.before = {size: _before(self.stops, size) for size in fitting}


class Row:
    """A knapsack: parts side by side along a ruler, of the most worth together."""

    def __init__(self, ruler: Ruler) -> None:
        self._before = ruler.before
        self._worth = [0.0] * len(ruler.stops)
        self._chains: list[Chain] = [None] * len(ruler.stops)

    def offer(self, size: int, worth: float, part: Part) -> None:
        """Take the part as often as it pays; one that is too long is not taken."""
        worths, chains = self._worth, self._chains
        before = self._before.get(size, ())
        for here, there in enumerate(before, len(worths) - len(before)):
            better = worths[there] + worth
            if better > worths[here]:
                worths[here] = better
                chains[here] = (part, chains[there])

    def best(self) -> tuple[float, tuple[Part, ...]]:
        """Return the worth and the parts of the best filling so far."""
        parts: list[Part] = []
        chain = self._chains[-1]
        while chain:
            part, chain = chain
            parts.append(part)
        return self._worth[-1], tuple(parts)


def _before(stops: Sequence[int], size: int) -> tuple[int, ...]:
    """Return for each stop at which a part of the size can end the last one where it can begin."""
    found = []
    begin = 0
    for end in stops:
        if end < size:
            continue
        while stops[begin + 1] <= end - size:
            begin += 1
        found.append(begin)
    return tuple(found)


class Strips:
    """Patterns by both ways to cut a sheet into strips first."""

    effort = 1

    def __init__(self, width: int, height: int, pieces: Sequence[Part]) -> None:
        """Take the sheet's width and height in units, with one gap added."""
        self._ways = (_Way("y", width, height, pieces), _Way("x", height, width, pieces))

    def best(self, prices: Sequence[float]) -> list[Filling]:
        """Return the most valuable pattern of either way."""
        return [Filling.of(way.best(prices)) for way in self._ways]


class _Way:
    """Patterns whose first strips lie side by side along one axis of the sheet.

    Names here are for the axis y: strips are as long as the sheet is wide, and have a
    height. For the axis x everything is the other way round.
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
        """Return the whole sheet with its most valuable filling."""
        sheet = Row(self._sheet)
        for height in self._stacks:
            worth, parts = self._best_strip(height, prices)
            sheet.offer(height, worth, self._part(self._long, height, self._across, parts))
        _, strips = sheet.best()
        return self._part(self._long, self._deep, self._axis, strips)

    def _best_strip(self, height: int, prices: Sequence[float]) -> tuple[float, tuple[Part, ...]]:
        """Return the worth and the stacks of a strip. A stack may hold all that is no wider."""
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
