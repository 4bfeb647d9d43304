"""Prices of sizes at which no pattern is worth more than the one sheet it takes.

They are the dual values of the linear programme of cutting stock, solved by column
generation: the fewest sheets, in fractions, that carry all pieces. All pieces' prices
add up to those sheets, so a sheet of wanted pieces worth 1 wastes nothing avoidable.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from flyers.imposition.packing.patterns import Filling

ENOUGH = 0.004
"""Worth above its sheet that a pattern may have when the search ends."""

EFFORT = 40
"""Effort after which the search ends in any case, in units of ``Cutter.effort``."""

MOST_STEPS = 200
"""Most simplex steps in one go, since the method can cycle."""

_EPSILON = 1e-7


class Cutter(Protocol):
    """Something that finds valuable patterns; ``effort`` is in hundredths of a second, roughly."""

    effort: int

    def best(self, prices: Sequence[float]) -> list[Filling]:
        """Return the best patterns it finds at those prices of the sizes."""


@dataclass(frozen=True, kw_only=True)
class Prices:
    """The ``worth`` of a piece of each size, in sheets, and all ``fillings`` that were tried."""

    worth: tuple[float, ...]
    fillings: tuple[Filling, ...]


def prices(
    cutters: Sequence[Cutter], wanted: Sequence[int], known: Collection[Filling] = ()
) -> Prices:
    """Return the prices for the ``wanted`` pieces of each size; unwanted sizes cost nothing.

    A cutter is asked when those before it find nothing better any more. Fillings that
    are ``known`` already are not searched for again.
    """
    sizes = [size for size, number in enumerate(wanted) if number]
    alone = [_alone(cutters[0], size, len(wanted), known) for size in sizes]
    plan = _Plan(alone, wanted)
    fillings = dict.fromkeys([*alone, *known])
    plan.improve(fillings)
    effort = 0
    while effort < EFFORT:
        better: list[Filling] = []
        for cutter in cutters:
            effort += cutter.effort
            found = cutter.best(plan.worth)
            better = [filling for filling in found if filling.worth(plan.worth) > 1 + ENOUGH]
            if better:
                break
        if not better:
            break
        fillings |= dict.fromkeys(better)
        plan.improve(fillings)
    return Prices(worth=tuple(max(one, 0.0) for one in plan.worth), fillings=tuple(fillings))


def _alone(cutter: Cutter, size: int, sizes: int, known: Collection[Filling]) -> Filling:
    """Return the sheet that carries most of one size and nothing else."""
    for filling in known:
        if [only for only, _ in filling.counts] == [size]:
            return filling
    only = [float(one == size) for one in range(sizes)]
    return max(cutter.best(only), key=lambda filling: filling.worth(only))


class _Plan:
    """A basis of the simplex method: as many patterns as sizes, and the run of each."""

    def __init__(self, alone: Sequence[Filling], wanted: Sequence[int]) -> None:
        """Begin with a pattern for each size that carries it ``alone``."""
        counts = [filling.counts[0] for filling in alone]
        self._sizes = [size for size, _ in counts]
        self._runs = [wanted[size] / count for size, count in counts]
        self._inverse = [
            [(row == column) / count for column in range(len(counts))]
            for row, (_, count) in enumerate(counts)
        ]
        self.worth = [0.0] * len(wanted)
        self._value()

    def _value(self) -> None:
        for place, size in enumerate(self._sizes):
            self.worth[size] = sum(row[place] for row in self._inverse)

    def improve(self, fillings: Iterable[Filling]) -> None:
        """Take these in as far as that saves sheets."""
        for _ in range(MOST_STEPS):
            worth, best = max(
                ((filling.worth(self.worth), filling) for filling in fillings),
                key=lambda one: one[0],
            )
            if worth <= 1 + _EPSILON:
                break
            self._take(best)

    def _take(self, filling: Filling) -> None:
        """Replace the pattern that this one drives out first."""
        counts = dict(filling.counts)
        wanted = [(place, counts[size]) for place, size in enumerate(self._sizes) if size in counts]
        column = [sum(row[place] * count for place, count in wanted) for row in self._inverse]
        leaving = min(
            (self._runs[row] / each, row) for row, each in enumerate(column) if each > _EPSILON
        )[1]
        pivot = column[leaving]
        self._inverse[leaving] = [value / pivot for value in self._inverse[leaving]]
        self._runs[leaving] /= pivot
        for row, factor in enumerate(column):
            if row != leaving and factor:
                pairs = zip(self._inverse[row], self._inverse[leaving], strict=True)
                self._inverse[row] = [value - factor * other for value, other in pairs]
                self._runs[row] -= factor * self._runs[leaving]
        self._value()
