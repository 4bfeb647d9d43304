"""What a gang run of forty pieces costs: processor seconds, sheets for its area, and plates.

::

    python benchmarks/packing.py
"""

import random
import time
from collections.abc import Sequence

from flyers.impose.packing import Item, pack
from flyers.units import inches, mm

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

ROUND = [50, 100, 250, 500, 1000, 2500, 5000]
"""Quantities as they are ordered."""


def some_items(sizes: Sequence[tuple[float, float]], count: int, seed: int) -> list[Item]:
    """Items of those sizes; half of them in round numbers."""
    rng = random.Random(seed)
    items = []
    for _ in range(count):
        width, height = rng.choice(sizes)
        quantity = rng.choice([rng.choice(ROUND), rng.randint(50, 5000)])
        items.append(Item(width=width, height=height, quantity=quantity))
    return items


def main() -> None:
    """Pack forty items of every mixture on every sheet, and print what came of it."""
    for sheet, (width, height) in SHEETS.items():
        for mixture, sizes in SIZES.items():
            for gap in (0.0, inches(0.125)):
                items = some_items(sizes, 40, seed=1)
                started = time.process_time()
                patterns = pack(items, width=width, height=height, gap=gap)
                seconds = time.process_time() - started
                area = sum(item.quantity * item.width * item.height for item in items)
                sheets = sum(pattern.sheets for pattern in patterns)
                print(
                    f"{sheet:9} {mixture:7} gap {gap:g} pt: {seconds:.2f} s, {sheets} sheets, "
                    f"{sheets * width * height / area:.3f} of the area, {len(patterns)} plates",
                    flush=True,
                )


if __name__ == "__main__":
    main()
