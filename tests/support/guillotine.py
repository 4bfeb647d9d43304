"""A guillotine in numbers: a sheet cut apart, and the fewest sheets that any cutting needs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from math import ceil

from flyers.core.boxes import Box
from flyers.imposition.packing import Cut, GangItem
from flyers.imposition.packing.nested import Nest
from flyers.imposition.packing.patterns import PieceSize, pieces_of
from flyers.imposition.packing.prices import prices
from flyers.imposition.packing.strips import Strips

Size = tuple[float, float]
"""Width and height in inches."""

NEAR = 0.01
"""Points that no guillotine can tell apart."""

QUARTER = 4
"""Steps in an inch: every usual size is a whole number of quarter inches."""


def cut_apart(cuts: Sequence[Cut], width: float, height: float) -> list[Box]:
    """Cut a sheet by its cuts, each of which must go through one part from edge to edge."""
    parts = [Box(left=0, bottom=0, right=width, top=height)]
    for cut in cuts:
        [part] = [part for part in parts if goes_through(cut, part)]
        parts.remove(part)
        x, y = (cut.at, None) if cut.axis == "x" else (None, cut.at)
        parts += [
            Box(left=part.left, bottom=part.bottom, right=x or part.right, top=y or part.top),
            Box(left=x or part.left, bottom=y or part.bottom, right=part.right, top=part.top),
        ]
    return parts


def goes_through(cut: Cut, part: Box) -> bool:
    across, along = ((part.left, part.right), (part.bottom, part.top))[
        :: 1 if cut.axis == "x" else -1
    ]
    edge_to_edge = abs(cut.start - along[0]) < NEAR and abs(cut.end - along[1]) < NEAR
    return across[0] < cut.at < across[1] and edge_to_edge


def most_worth(sheet: tuple[float, float], gap: float, worth: Mapping[Size, float]) -> float:
    """Return the most that a guillotine pattern is worth, trying every cut of every rectangle."""
    wide, high = (round((side + gap) * QUARTER) for side in sheet)
    best = [[0.0] * (high + 1) for _ in range(wide + 1)]
    for (width, height), value in worth.items():
        w, h = round((width + gap) * QUARTER), round((height + gap) * QUARTER)
        for x, y in product(range(wide + 1), range(high + 1)):
            if (x >= w and y >= h) or (x >= h and y >= w):
                best[x][y] = max(best[x][y], value)
    for x, y in product(range(wide + 1), range(high + 1)):
        best[x][y] = max(
            best[x][y],
            max((best[k][y] + best[x - k][y] for k in range(1, x // 2 + 1)), default=0),
            max((best[x][k] + best[x][y - k] for k in range(1, y // 2 + 1)), default=0),
        )
    return best[wide][high]


def guillotine_bound(items: Sequence[GangItem], sheet: tuple[float, float], gap: float) -> int:
    """Return the fewest sheets that any guillotine patterns need, as a lower bound.

    If no pattern is worth more than 1, the pieces take at least as many sheets as they
    are worth. That holds for any prices, so those of the packing may be used.
    """
    wanted = Counter[Size]()
    for one in items:
        wanted[(round(one.width / 18) / 4, round(one.height / 18) / 4)] += one.quantity
    worth = worths(wanted, sheet, gap)
    total = sum(worth[size] * number for size, number in wanted.items())
    return ceil(total / most_worth(sheet, gap, worth) - 1e-6)


def worths(wanted: Mapping[Size, int], sheet: tuple[float, float], gap: float) -> dict[Size, float]:
    """Return the packing's own price of a piece of each size."""
    wide, high = (round((side + gap) * 720_000) for side in sheet)
    sides = [(round((w + gap) * 720_000), round((h + gap) * 720_000)) for w, h in wanted]
    pieces = pieces_of(wide, high, [PieceSize(width=w, height=h, turnable=True) for w, h in sides])
    cutters = (Strips(wide, high, pieces), Nest(wide, high, pieces))
    return dict(zip(wanted, prices(cutters, list(wanted.values())).worth, strict=True))
