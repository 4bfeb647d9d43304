"""Packing of a gang run: different pieces in different quantities on the fewest press sheets.

Sizes are priced first (prices.py), so that what a sheet carries is measured in parts of a
sheet. Then plates are chosen one after another (plates.py), and those that others can
replace are dropped (fewer.py). Lengths in this module are points, with the origin at the
lower left of the area that is filled.
"""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from flyers.imposition.packing.cuts import Cut, PlacedPiece, Rectangle, cuts, places
from flyers.imposition.packing.fewer import fewer
from flyers.imposition.packing.nested import Nest
from flyers.imposition.packing.patterns import SLACK, UNITS, Part, PieceSize, pieces_of
from flyers.imposition.packing.plates import PlateRun, plates
from flyers.imposition.packing.strips import Strips

__all__ = ["Cut", "GangItem", "Pattern", "PlacedPiece", "pack"]


@dataclass(frozen=True, kw_only=True)
class GangItem:
    """Pieces of one kind: their trimmed size in points, and their quantity, at least 1.

    If not ``turnable``, they keep to the grain of the paper.
    """

    width: float
    height: float
    quantity: int
    turnable: bool = True


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """The pieces on a press sheet, its cuts, and the number of ``sheets`` printed of it.

    Cuts are in the order in which they are made; each goes from edge to edge of a part that
    the cuts before it have left.
    """

    spots: tuple[PlacedPiece, ...]
    cuts: tuple[Cut, ...]
    sheets: int


def pack(
    items: Sequence[GangItem], *, width: float, height: float, gap: float = 0
) -> tuple[Pattern, ...]:
    """Return the press sheets that carry all items, on an area of ``width`` by ``height`` points.

    Neighbours are at least ``gap`` points apart; at the area's edge no gap is kept. Every
    quantity is met, and exceeded where that saves a plate. The same items in the same order
    always give the same patterns.

    Raises ValueError for an item that does not fit the area, or has no quantity.
    """
    for item in items:
        _check(item, width, height)
    sizes = [_size(item, _units(gap)) for item in items]
    kinds = list(dict.fromkeys(sizes))
    wide, high = _units(width) + _units(gap), _units(height) + _units(gap)
    pieces = pieces_of(wide, high, kinds)
    cutters = (Strips(wide, high, pieces), Nest(wide, high, pieces))
    area = Rectangle(left=0, bottom=0, right=_units(width), top=_units(height))
    size_of = [kinds.index(size) for size in sizes]
    quantities = [item.quantity for item in items]
    made = fewer(plates(cutters, size_of, quantities), quantities)
    return tuple(_pattern(plate, items, size_of, area, _units(gap)) for plate in made)


def _check(item: GangItem, width: float, height: float) -> None:
    if item.quantity < 1:
        raise ValueError(f"an item is wanted {item.quantity} times; it takes at least once")
    ways = [(item.width, item.height), (item.height, item.width)][: 1 + item.turnable]
    slack = SLACK / UNITS
    if not any(wide <= width + slack and high <= height + slack for wide, high in ways):
        raise ValueError(
            f"an item of {item.width:g} x {item.height:g} pt does not fit "
            f"an area of {width:g} x {height:g} pt"
            + ("" if item.turnable else " without being turned")
        )


def _units(points: float) -> int:
    return round(points * UNITS)


def _size(item: GangItem, gap: int) -> PieceSize:
    """Return an item's size in units; turnable items lie down, so that equal ones are found."""
    sides = (_units(item.width) + gap, _units(item.height) + gap)
    width, height = sorted(sides) if item.turnable else sides
    return PieceSize(width=width, height=height, turnable=item.turnable)


def _pattern(
    plate: PlateRun, items: Sequence[GangItem], size_of: Sequence[int], area: Rectangle, gap: int
) -> Pattern:
    waiting = defaultdict[int, deque[int]](deque)
    for number, copies in sorted(plate.copies.items()):
        waiting[size_of[number]].extend(repeat(number, copies))
    sheet = _given(plate.sheet, waiting)
    assert sheet is not None, "a plate without a piece"
    return Pattern(
        spots=tuple(
            _spot(number, items[number], cell) for number, cell in places(sheet, area, gap)
        ),
        cuts=tuple(cuts(sheet, area, gap)),
        sheets=plate.run,
    )


def _given(part: Part, items: Mapping[int, deque[int]]) -> Part | None:
    """Return the part with items in place of sizes; parts for which none are left are dropped."""
    if part.piece is not None:
        waiting = items[part.piece]
        return replace(part, piece=waiting.popleft()) if waiting else None
    parts = tuple(one for one in (_given(each, items) for each in part.parts) if one)
    return replace(part, parts=parts) if parts else None


def _spot(number: int, item: GangItem, cell: Rectangle) -> PlacedPiece:
    turned = cell.right - cell.left != _units(item.width)
    return PlacedPiece(item=number, x=cell.left / UNITS, y=cell.bottom / UNITS, turned=turned)
