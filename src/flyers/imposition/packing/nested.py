"""Patterns of any depth: a sheet is cut in two, and each half again, until pieces are left.

Slower than strips and stacks (strips.py), and finds what they miss: pieces around
pieces. Exact where sizes add up to few different lengths.
"""

from collections.abc import Sequence

from flyers.core.sheets import Axis
from flyers.imposition.packing.patterns import SLACK, Filling, Part, stops_of

MOST_STOPS = 64
"""Most places to cut along the shorter side."""

MOST_PARTS = 4500
"""Most sizes of parts of a sheet; the time taken grows with them times the stops."""


class Nest:
    """All ways to cut a sheet in two, and its parts again, at lengths that pieces add up to."""

    effort = 4

    def __init__(
        self,
        width: int,
        height: int,
        pieces: Sequence[Part],
        *,
        stops: int = MOST_STOPS,
        parts: int = MOST_PARTS,
    ) -> None:
        """Take the sheet's width and height in units, with one gap added."""
        self._pieces = pieces
        widths, heights = ({piece.width for piece in pieces}, {piece.height for piece in pieces})
        if width <= height:
            self._wide = stops_of(width + SLACK, widths, stops)
            self._high = stops_of(height + SLACK, heights, parts // len(self._wide))
        else:
            self._high = stops_of(height + SLACK, heights, stops)
            self._wide = stops_of(width + SLACK, widths, parts // len(self._high))
        self._rest_wide, self._rest_high = _rests(self._wide), _rests(self._high)

    def best(self, prices: Sequence[float]) -> list[Filling]:
        """Return the most valuable pattern at those prices."""
        wide, high = self._wide, self._high
        self._lone = self._best_alone(prices)
        self._columns = [[0.0] * len(high) for _ in wide]
        self._rows = [[0.0] * len(wide) for _ in high]
        for x, column in enumerate(self._columns):
            for y, row in enumerate(self._rows):
                column[y] = row[x] = max(
                    self._lone[x][y][0],
                    max(_sums(row, self._rest_wide[x]), default=0.0),
                    max(_sums(column, self._rest_high[y]), default=0.0),
                )
        return [Filling.of(self._part(len(wide) - 1, len(high) - 1))]

    def _best_alone(self, prices: Sequence[float]) -> list[list[tuple[float, int]]]:
        """Return the worth and the number of the best single piece for every pair of stops."""
        alone = [[(0.0, -1)] * len(self._high) for _ in self._wide]
        worth = sorted(
            (prices[piece.piece], number)
            for number, piece in enumerate(self._pieces)
            if piece.piece is not None
        )
        for price, number in worth:
            piece = self._pieces[number]
            for x, wide in enumerate(self._wide):
                if piece.width <= wide:
                    for y, high in enumerate(self._high):
                        if piece.height <= high:
                            alone[x][y] = (price, number)
        return alone

    def _part(self, x: int, y: int) -> Part:
        """Return the best filling of a part that ends at two stops, from the tables of worth."""
        column, row = self._columns[x], self._rows[y]
        best = column[y]
        width, height = self._wide[x], self._high[y]
        if best <= 0:
            return Part(width=width, height=height)
        if self._lone[x][y][0] >= best:
            return self._pieces[self._lone[x][y][1]]
        across: Axis = "x"
        for first, worth in enumerate(_sums(row, self._rest_wide[x]), 1):
            if worth >= best:
                parts = (self._part(first, y), self._part(self._rest_wide[x][first - 1], y))
                break
        else:
            across = "y"
            first = 1 + max(enumerate(_sums(column, self._rest_high[y])), key=lambda one: one[1])[0]
            parts = (self._part(x, first), self._part(x, self._rest_high[y][first - 1]))
        return Part(width=width, height=height, along=across, parts=parts)


def _rests(stops: Sequence[int]) -> list[list[int]]:
    """Return for each stop the stops that are left when one up to its half is cut off."""
    rests = []
    for stop in stops:
        rest = []
        left = len(stops) - 1
        for first in stops[1:]:
            if 2 * first > stop:
                break
            while stops[left] > stop - first:
                left -= 1
            rest.append(left)
        rests.append(rest)
    return rests


def _sums(worth: Sequence[float], rests: Sequence[int]) -> list[float]:
    """Return the worth of both halves, for each first half."""
    return [one + worth[rest] for one, rest in zip(worth[1:], rests, strict=False)]
