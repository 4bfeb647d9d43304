"""Gang runs: properties of every one, and how few sheets and plates it takes."""

import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, product
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flyers.core.boxes import Box
from flyers.core.units import inches, mm
from flyers.imposition.packing import Cut, GangItem, Pattern, PlacedPiece, pack
from flyers.imposition.packing.fewer import fewer
from flyers.imposition.packing.patterns import Part, stops_of
from flyers.imposition.packing.plates import PlateRun
from guillotine import NEAR, cut_apart, guillotine_bound

CARD, POSTCARD, PALM = (3.5, 2), (4, 6), (4, 9)
HALF, HANGER, LETTER = (5.5, 8.5), (4.25, 11), (8.5, 11)
USUAL = [CARD, POSTCARD, PALM, HALF, HANGER, LETTER]
METRIC = [(85, 55), (105, 148), (148, 210), (99, 210), (210, 297)]
SIZES = [(inches(w), inches(h)) for w, h in USUAL] + [(mm(w), mm(h)) for w, h in METRIC]


def item(size: tuple[float, float], quantity: int, turnable: bool = True) -> GangItem:
    """Make an item from its size in inches."""
    width, height = (inches(side) for side in size)
    return GangItem(width=width, height=height, quantity=quantity, turnable=turnable)


def on(
    sheet: tuple[float, float], items: Sequence[GangItem], gap: float = 0
) -> tuple[Pattern, ...]:
    """Pack the items on a sheet; its size and the gap are in inches."""
    return pack(items, width=inches(sheet[0]), height=inches(sheet[1]), gap=inches(gap))


def sheets(patterns: Sequence[Pattern]) -> int:
    return sum(pattern.sheets for pattern in patterns)


def made(patterns: Sequence[Pattern]) -> Counter[int]:
    """Count the pieces of each item that are made."""
    count = Counter[int]()
    for pattern in patterns:
        for spot in pattern.spots:
            count[spot.item] += pattern.sheets
    return count


def box(spot: PlacedPiece, items: Sequence[GangItem]) -> Box:
    one = items[spot.item]
    width, height = (one.height, one.width) if spot.turned else (one.width, one.height)
    return Box(left=spot.x, bottom=spot.y, right=spot.x + width, top=spot.y + height)


def same(one: Box, other: Box) -> bool:
    pairs = zip(vars(one).values(), vars(other).values(), strict=True)
    return all(abs(a - b) < NEAR for a, b in pairs)


def apart(one: Box, other: Box, gap: float) -> bool:
    beside = max(one.left - other.right, other.left - one.right)
    above = max(one.bottom - other.top, other.bottom - one.top)
    return max(beside, above) > gap - NEAR


# ---- properties of every gang run -------------------------------------------------

SHEETS = st.sampled_from(
    [
        (inches(12), inches(18)),
        (inches(19), inches(13)),
        (mm(320), mm(450)),
        (inches(23), inches(35)),
    ]
)
USUAL_ITEMS = st.builds(
    lambda size, turned, quantity, turnable: GangItem(
        width=size[turned], height=size[1 - turned], quantity=quantity, turnable=turnable
    ),
    st.sampled_from(SIZES),
    st.integers(0, 1),
    st.integers(1, 5000),
    st.booleans(),
)
ODD_ITEMS = st.builds(
    GangItem,
    width=st.floats(30, 600),
    height=st.floats(30, 600),
    quantity=st.integers(1, 300),
    turnable=st.booleans(),
)


@settings(max_examples=settings().max_examples * 3 // 10)
@given(
    items=st.lists(USUAL_ITEMS | ODD_ITEMS, min_size=1, max_size=6),
    sheet=SHEETS,
    gap=st.sampled_from([0, inches(1 / 8), inches(1 / 4), mm(6)]),
)
def test_every_gang_run_can_be_cut_apart(
    items: list[GangItem], sheet: tuple[float, float], gap: float
) -> None:
    width, height = sheet
    patterns = pack(items, width=width, height=height, gap=gap)
    for pattern in patterns:
        boxes = [box(spot, items) for spot in pattern.spots]
        assert all(one.left > -NEAR and one.bottom > -NEAR for one in boxes)
        assert all(one.right < width + NEAR and one.top < height + NEAR for one in boxes)
        assert all(apart(one, other, gap) for one, other in combinations(boxes, 2))
        assert not any(spot.turned and not items[spot.item].turnable for spot in pattern.spots)
        parts = cut_apart(pattern.cuts, width, height)
        assert all(any(same(one, part) for part in parts) for one in boxes)
        assert pattern.spots
        assert pattern.sheets >= 1
    count = made(patterns)
    assert all(count[number] >= one.quantity for number, one in enumerate(items))


def test_the_same_items_give_the_same_patterns() -> None:
    items = forty(seed=5)
    assert on((13, 19), items) == on((13, 19), items)


def test_nothing_to_pack_takes_no_sheet() -> None:
    assert on((12, 18), []) == ()


# ---- what lies where ---------------------------------------------------------------


def test_neighbours_share_one_cut() -> None:
    [pattern] = on((11, 8.5), [item(HALF, 200)])
    assert pattern.sheets == 100
    assert pattern.cuts == (Cut(axis="x", at=inches(5.5), start=0, end=inches(8.5)),)


def test_a_gap_between_neighbours_is_cut_out() -> None:
    [pattern] = on((11.25, 8.5), [item(HALF, 200)], gap=0.25)
    assert [(cut.axis, cut.at) for cut in pattern.cuts] == [("x", inches(5.5)), ("x", inches(5.75))]


def test_a_piece_of_another_size_than_the_sheet_is_trimmed() -> None:
    [pattern] = on((9, 12), [item(LETTER, 1)])
    assert pattern.spots == (PlacedPiece(item=0, x=0, y=0, turned=False),)
    assert {(cut.axis, cut.at) for cut in pattern.cuts} == {("x", inches(8.5)), ("y", inches(11))}


def test_pieces_that_may_not_be_turned_take_more_sheets() -> None:
    [upright] = on((17, 11), [item(LETTER, 100, turnable=False)])
    [lying] = on((11, 17), [item(LETTER, 100)])
    assert upright.sheets == lying.sheets == 50
    assert sheets(on((11, 17), [item(LETTER, 100, turnable=False)])) == 100


def test_places_left_over_stay_empty_and_are_not_cut() -> None:
    [pattern] = on((12, 18), [item(CARD, 3)])
    assert len(pattern.spots) == 3
    assert len(pattern.cuts) <= 6


# ---- few sheets, few plates ----------------------------------------------------------


def test_cards_of_one_quantity_share_one_plate() -> None:
    items = [item(CARD, 500)] * 10
    [pattern] = on((12, 18), items)
    assert Counter(spot.item for spot in pattern.spots) == dict.fromkeys(range(10), 3)
    assert pattern.sheets == ceil(500 / 3)


def test_an_item_runs_over_a_little_to_save_a_plate() -> None:
    [pattern] = on((12, 18), [item(CARD, 4950), item(CARD, 5000)])
    assert made([pattern]) == {0: 5010, 1: 5010}


def forty(seed: int) -> list[GangItem]:
    rng = random.Random(seed)
    return [item(rng.choice(USUAL), rng.randint(50, 5000)) for _ in range(40)]


def area_bound(items: Sequence[GangItem], sheet: tuple[float, float], gap: float) -> int:
    """Return the sheets for the area of all pieces, each with its share of the gaps."""
    add = inches(gap)
    area = sum(one.quantity * (one.width + add) * (one.height + add) for one in items)
    return ceil(area / inches(sheet[0] + gap) / inches(sheet[1] + gap))


@pytest.mark.parametrize("gap", [0, 1 / 8])
@pytest.mark.parametrize("seed", range(3))
def test_forty_pieces_on_a_big_sheet_come_near_its_area(seed: int, gap: float) -> None:
    items, sheet = forty(seed), (23, 35)
    patterns = on(sheet, items, gap)
    assert sheets(patterns) <= 1.05 * area_bound(items, sheet, gap) + 1
    assert len(patterns) <= 17


@pytest.mark.parametrize("gap", [0, 1 / 4])
@pytest.mark.parametrize("sheet", [(12, 18), (13, 19)])
def test_forty_pieces_on_a_small_sheet_come_near_what_a_guillotine_can_do(
    sheet: tuple[float, float], gap: float
) -> None:
    items = forty(seed=1)
    packed = on(sheet, items, gap)
    assert sheets(packed) <= 1.03 * guillotine_bound(items, sheet, gap) + 1
    assert len(packed) <= 24


@settings(max_examples=settings().max_examples // 2)
@given(
    length=st.integers(20, 200),
    worth=st.dictionaries(st.integers(3, 60), st.integers(1, 9), min_size=1, max_size=5),
)
def test_the_stops_lose_no_row(length: int, worth: dict[int, int]) -> None:
    """A row is worth as much at the few stops as at all lengths."""
    anywhere = [0] * (length + 1)
    for room, (size, value) in product(range(length + 1), worth.items()):
        if size <= room:
            anywhere[room] = max(anywhere[room], anywhere[room - size] + value)
    stops = stops_of(length, worth, most=1000)
    at_stops = [0] * len(stops)
    for here, stop in enumerate(stops):
        for size, value in worth.items():
            if size <= stop:
                before = at_stops[bisect_right(stops, stop - size) - 1]
                at_stops[here] = max(at_stops[here], before + value)
    assert at_stops[-1] == max(anywhere)


# ---- plates that others stand in for ------------------------------------------------------


def plate(run: int, **copies: int) -> PlateRun:
    """Make a plate whose items are named a, b and so on."""
    sheet = Part(width=1, height=1)
    return PlateRun(
        sheet=sheet, copies={ord(one) - ord("a"): n for one, n in copies.items()}, run=run
    )


@pytest.mark.parametrize(
    ("plates", "quantities", "left"),
    [
        # The first carries the 4 that the second was for, at 2 sheets more.
        ([plate(1000, a=2), plate(2, a=2)], [2004], [1002]),
        # Each carries a part of it.
        ([plate(900, a=2), plate(800, b=2), plate(2, a=1, b=1)], [1802, 1602], [901, 801]),
        # Nothing else carries b.
        ([plate(1000, a=2), plate(2, b=2)], [2000, 4], [1000, 2]),
        # 100 sheets more are more than a plate is worth.
        ([plate(1000, a=1, b=9), plate(10, a=10)], [1100, 9000], [1000, 10]),
        # One sheet more in a thousand is not.
        ([plate(1000, a=1), plate(500, b=1), plate(1, a=2)], [1002, 500], [1002, 500]),
    ],
)
def test_a_short_run_is_left_out_where_others_carry_its_pieces(
    plates: list[PlateRun], quantities: list[int], left: list[int]
) -> None:
    assert [one.run for one in fewer(plates, quantities)] == left


# ---- what cannot be packed -------------------------------------------------------------


def test_an_item_larger_than_the_area_is_refused_with_the_numbers() -> None:
    with pytest.raises(ValueError, match="of 612 x 792 pt does not fit an area of 576 x 864 pt"):
        on((8, 12), [item(CARD, 10), item(LETTER, 10)])


def test_an_item_that_would_fit_turned_is_refused_as_such() -> None:
    with pytest.raises(ValueError, match="792 x 612 pt without being turned"):
        on((11, 8.5), [item(LETTER, 10, turnable=False)])


def test_an_item_is_wanted_at_least_once() -> None:
    with pytest.raises(ValueError, match="wanted 0 times"):
        on((12, 18), [item(CARD, 0)])
