"""Fewer plates: some are dropped, since longer runs of the others carry their pieces as well."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

from flyers.imposition.packing.plates import PlateRun

PLATE = 0.001
"""Sheets that a dropped plate may cost, as a part of all: 10 in 10,000."""

Missing = Mapping[int, int]
"""Pieces still wanted of each item; finished items are not in it."""


def fewer(plates: Sequence[PlateRun], quantities: Sequence[int]) -> list[PlateRun]:
    """Return the plates without those whose pieces the others can carry, short runs tried first."""
    runs = [plate.run for plate in plates]
    spare = int(sum(runs) * PLATE)
    for number in sorted(range(len(plates)), key=lambda one: runs[one]):
        without = [0 if one == number else run for one, run in enumerate(runs)]
        runs = _longer(plates, without, quantities, runs[number] + spare) or runs
    return [replace(plate, run=run) for plate, run in zip(plates, runs, strict=True) if run]


def _longer(
    plates: Sequence[PlateRun], runs: list[int], quantities: Sequence[int], most: int
) -> list[int] | None:
    """Return longer runs that carry everything with at most ``most`` sheets more, None if there are
    none. Plates whose run is 0 are not used.
    """
    missing = dict(enumerate(quantities))
    for plate, run in zip(plates, runs, strict=True):
        missing = _after(missing, plate, run)
    while missing:
        _, extra, number = max(_steps(plates, runs, missing), default=(0, 0, 0))
        most -= extra
        if not extra or most < 0:
            return None
        runs[number] += extra
        missing = _after(missing, plates[number], extra)
    return runs


def _after(missing: Missing, plate: PlateRun, run: int) -> dict[int, int]:
    left = {item: number - run * plate.copies.get(item, 0) for item, number in missing.items()}
    return {item: number for item, number in left.items() if number > 0}


def _steps(
    plates: Sequence[PlateRun], runs: Sequence[int], missing: Missing
) -> Iterator[tuple[float, int, int]]:
    """Yield the next steps: pieces carried for each extra sheet, extra sheets, and the plate's
    number."""
    for number, plate in enumerate(plates):
        wanted = [
            (missing[item], copies) for item, copies in plate.copies.items() if item in missing
        ]
        if runs[number]:
            for extra in {ceil(pieces / copies) for pieces, copies in wanted}:
                carried = sum(min(pieces, copies * extra) for pieces, copies in wanted)
                yield carried / extra, extra, number
