"""The cost of a gang run of forty pieces: processor seconds, sheets, and plates.

::

    python benchmarks/packing.py

The sheets are held against three measures, each larger than the one before:

- the area of the pieces, as parts of a sheet's;
- that with the gap: a piece takes its own share of it, half of it at each of its sides, and
  at the sheet's edges there is none, so that a piece of w x h on a sheet of W x H is
  (w + gap)(h + gap) of (W + gap)(H + gap);
- the fewest sheets on which a guillotine could get the pieces at all, in fractions: what the
  linear programme of cutting stock comes to. It is worked out where the sizes are few enough
  for every pattern to be looked at, and says how much of the rest is the packer's fault, and
  how much is that two letter pages fill no more than 87 % of 12 x 18 in.

The packer wastes some sheets on purpose, to save plates.
"""

import random
import time
from collections.abc import Sequence

from flyers.core.units import inches, mm
from flyers.imposition.packing import GangItem, pack
from flyers.imposition.packing.nested import Nest
from flyers.imposition.packing.patterns import UNITS, PieceSize, pieces_of
from flyers.imposition.packing.prices import prices
from flyers.imposition.packing.strips import Strips

INCH = [(3.5, 2), (4, 6), (5.5, 8.5), (4, 9), (4.25, 11), (8.5, 11), (5, 7)]
METRIC = [(85, 55), (105, 148), (148, 210), (99, 210), (210, 297)]

SIZES = {
    "inch": [(inches(w), inches(h)) for w, h in INCH],
    "metric": [(mm(w), mm(h)) for w, h in METRIC],
}
SIZES["both"] = SIZES["inch"] + SIZES["metric"]

SHEETS = {
    "12x18 in": (inches(12), inches(18)),
    "13x19 in": (inches(13), inches(19)),
    "SRA3": (mm(320), mm(450)),
    "23x35 in": (inches(23), inches(35)),
}

MANY = inches(20) * inches(20)
"""An area on which small sizes can lie in too many ways to look at them all."""

ROUND = [50, 100, 250, 500, 1000, 2500, 5000]
"""Quantities as they are ordered."""


def some_items(sizes: Sequence[tuple[float, float]], count: int, seed: int) -> list[GangItem]:
    """Items of those sizes; half of them in round numbers."""
    rng = random.Random(seed)
    items = []
    for _ in range(count):
        width, height = rng.choice(sizes)
        quantity = rng.choice([rng.choice(ROUND), rng.randint(50, 5000)])
        items.append(GangItem(width=width, height=height, quantity=quantity))
    return items


ALL = 1_000_000
"""More stops and parts than there are where sizes are few."""


def fewest(items: Sequence[GangItem], width: float, height: float, gap: float) -> float:
    """Sheets that any guillotine needs. No pattern is worth more than ``most`` at these prices,
    so that what all pieces are worth, over that, is a lower bound (Farley, 1990)."""
    sides = [sorted((item.width + gap, item.height + gap)) for item in items]
    sizes = [
        PieceSize(width=round(w * UNITS), height=round(h * UNITS), turnable=True) for w, h in sides
    ]
    kinds = list(dict.fromkeys(sizes))
    wanted = [0] * len(kinds)
    for item, size in zip(items, sizes, strict=True):
        wanted[kinds.index(size)] += item.quantity
    wide, high = round((width + gap) * UNITS), round((height + gap) * UNITS)
    pieces = pieces_of(wide, high, kinds)
    every = Nest(wide, high, pieces, stops=ALL, parts=ALL)
    worth = prices((Strips(wide, high, pieces), every), wanted).worth
    most = max(filling.worth(worth) for filling in every.best(worth))
    return sum(price * number for price, number in zip(worth, wanted, strict=True)) / max(1, most)


def main() -> None:
    """Pack forty items of every mixture on every sheet, and print what came of it."""
    print("sheets over: the area, the area with its gaps, the fewest for a guillotine")
    for sheet, (width, height) in SHEETS.items():
        for mixture, sizes in SIZES.items():
            for gap in (0.0, inches(0.125)):
                items = some_items(sizes, 40, seed=1)
                started = time.process_time()
                patterns = pack(items, width=width, height=height, gap=gap)
                seconds = time.process_time() - started
                sheets = sum(pattern.sheets for pattern in patterns)
                area = sum(item.quantity * item.width * item.height for item in items)
                taken = sum(
                    item.quantity * (item.width + gap) * (item.height + gap) for item in items
                )
                of_all = mixture != "both" and width * height < MANY
                least = fewest(items, width, height, gap) if of_all else 0
                print(
                    f"{sheet:9} {mixture:7} gap {gap:g} pt: {seconds:.2f} s, {sheets:6,} sheets, "
                    f"{sheets * width * height / area:.3f}, "
                    f"{sheets * (width + gap) * (height + gap) / taken:.3f}, "
                    f"{f'{sheets / least:.3f}' if least else '-':5}, {len(patterns)} plates",
                    flush=True,
                )


if __name__ == "__main__":
    main()
