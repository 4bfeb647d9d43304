"""Plates: patterns with their items, and the run of each.

Plates are chosen one after another. Each time it is the pattern and run that carry the
most wanted pieces, while their waste stays within a share of the sheets that may still
be wasted. So runs are long and plates few. Leftovers that fit badly may exceed the
budget a little.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from flyers.imposition.packing.patterns import Filling, Part
from flyers.imposition.packing.prices import Cutter, prices

SPARE = 0.005
"""Sheets that may be wasted to save plates, as a part of the fewest possible."""

SHARE = 0.2
"""Share of the sheets not yet wasted that one plate may waste."""

LEAST = 0.01
"""Waste always allowed to a plate, as a part of what it carries; without it, many short runs
would be left over."""

STEP = 0.96
"""Ratio of two runs; of nearer ones only one is tried."""

STALE = 0.8
"""Part of the priced pieces at which prices are computed anew."""

Left = Mapping[int, int]
"""Pieces still wanted of each item; finished items are not in it."""


@dataclass(frozen=True, kw_only=True)
class PlateRun:
    """A sheet cut into parts, with ``copies`` of each item on it, printed ``run`` times."""

    sheet: Part
    copies: Mapping[int, int]
    run: int


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A filling printed ``run`` times, and the worth of the wanted pieces it carries, in sheets."""

    filling: Filling
    run: int
    done: float

    @property
    def waste(self) -> float:
        return self.run - self.done


def plates(
    cutters: Sequence[Cutter], size_of: Sequence[int], quantities: Sequence[int]
) -> list[PlateRun]:
    """Return the plates that carry every item in its quantity or more, in the order chosen.

    ``size_of`` has the number of each item's size, as the cutters count them.
    """
    left = dict(enumerate(quantities))
    chosen: list[PlateRun] = []
    fillings: dict[Filling, None] = {}
    worth: Sequence[float] = [0.0] * len(quantities)
    priced = spare = 0.0
    while left:
        need = sum(worth[size_of[item]] * number for item, number in left.items())
        # Prices fit the quantities they were computed for, and stay near enough for a while.
        if need <= priced * STALE:
            wanted = Counter[int]()
            for item, number in left.items():
                wanted[size_of[item]] += number
            # The slower cutters are asked once; their fillings stay known.
            asked = cutters[:1] if chosen else cutters
            found = prices(asked, [wanted[size] for size in range(len(worth))], fillings)
            fillings |= dict.fromkeys(found.fillings)
            worth = found.worth
            now = sum(worth[size_of[item]] * number for item, number in left.items())
            spare += SPARE * now + 1 if not chosen else need - now
            need = priced = now
        best = _best(_trials(fillings, left, size_of, worth), max(spare, 0) * SHARE)
        copies = _copies(best.filling, best.run, left, size_of)
        chosen.append(PlateRun(sheet=best.filling.sheet, copies=copies, run=best.run))
        spare -= best.waste
        for item, number in copies.items():
            left[item] -= number * best.run
        left = {item: number for item, number in left.items() if number > 0}
    return chosen


def _best(trials: Iterable[Trial], allowed: float) -> Trial:
    """Return the trial that does most within the waste allowed, else the least wasteful one."""

    def merit(trial: Trial) -> tuple[bool, float, float]:
        within = trial.waste <= max(allowed, LEAST * trial.done)
        return within, trial.done if within else trial.done / trial.run, -trial.waste

    return max(trials, key=merit)


def _trials(
    fillings: Iterable[Filling], left: Left, size_of: Sequence[int], worth: Sequence[float]
) -> Iterator[Trial]:
    """Yield every filling with every run that finishes some item, or nearly."""
    most = [0] * len(worth)
    for filling in fillings:
        for size, count in filling.counts:
            most[size] = max(most[size], count)
    by_size = defaultdict(list)
    for item, number in left.items():
        by_size[size_of[item]].append(number)
    useful = [filling for filling in fillings if any(size in by_size for size, _ in filling.counts)]
    for run in _runs(left, size_of, most):
        carried = {
            size: _carried(numbers, run, most[size], worth[size])
            for size, numbers in by_size.items()
        }
        for filling in useful:
            done = sum(carried[size][count] for size, count in filling.counts if size in carried)
            yield Trial(filling=filling, run=run, done=done)


def _runs(left: Left, size_of: Sequence[int], most: Sequence[int]) -> list[int]:
    ends = {
        ceil(number / copies)
        for item, number in left.items()
        for copies in range(1, most[size_of[item]] + 1)
    }
    runs: list[int] = []
    for run in sorted(ends, reverse=True):
        if not runs or run <= runs[-1] * STEP:
            runs.append(run)
    return runs


def _carried(numbers: Iterable[int], run: int, most: int, worth: float) -> list[float]:
    """Return the most worth that 0, 1, 2 … ``most`` places for a size carry in that run."""
    full = sum(number // run for number in numbers)
    rests = sorted((number % run for number in numbers), reverse=True)
    places = ([run] * min(full, most) + rests + [0] * most)[:most]
    return [worth * pieces for pieces in accumulate(places, initial=0)]


def _copies(filling: Filling, run: int, left: Left, size_of: Sequence[int]) -> Counter[int]:
    """Return items for the places of a filling: first those of which a place carries most.

    Of items that fill their places, those that need few places go first, to be finished.
    """
    copies = Counter[int]()
    for size, count in filling.counts:
        places = [
            (-min(run, number - place * run), ceil(number / run), item)
            for item, number in left.items()
            if size_of[item] == size
            for place in range(min(count, ceil(number / run)))
        ]
        copies.update(item for _, _, item in sorted(places)[:count])
    return copies
