"""The paper simulator, tested on pieces that anyone can fold from a scrap of paper.

Sheets are drawn as they lie on the table, the back as it is seen when the sheet
is turned like the leaf of a book. An arrow says where the head of a page points.
"""

from collections.abc import Callable

import pytest

from paper import AROUND, Face, sheet, stack, told, zine

# ---- folded once and more, and bound ---------------------------------------------------


def test_a_folder_of_four_pages() -> None:
    folder = sheet("4 | 1", "2 | 3").fold("left", under=True)
    assert told(folder.reading_order()) == "1 2 3 4"
    assert folder.bound_at("left")
    assert not folder.bound_at("right")


def test_folded_the_other_way_the_folder_is_inside_out() -> None:
    folder = sheet("4 | 1", "2 | 3").fold("left")
    assert told(folder.reading_order("right")) == "3 4 1 2"
    assert told(sheet("4 | 1", "2 | 3").fold("right").reading_order()) == "2 1 4 3"


def test_a_folder_whose_back_is_printed_upside_down_reads_so() -> None:
    folder = sheet("4 | 1", "3↓ | 2↓").fold("left", under=True)
    assert told(folder.reading_order()) == "1 3↓ 2↓ 4"


def test_a_back_that_is_drawn_turned_over_its_head_is_the_same_back() -> None:
    assert sheet("4 | 1", "3↓ | 2↓", head_over=True) == sheet("4 | 1", "2 | 3")


def test_a_folder_in_a_script_from_right_to_left_has_its_spine_on_the_right() -> None:
    folder = sheet("1 | 4", "3 | 2").fold("right", under=True)
    assert told(folder.reading_order("right")) == "1 2 3 4"
    assert folder.bound_at("right")


def test_a_signature_of_eight_pages_folded_at_right_angles() -> None:
    signature = (
        sheet(
            """
            5↓ | 4↓
            8  | 1
            """,
            """
            3↓ | 6↓
            2  | 7
            """,
        )
        .fold("top", under=True)
        .fold("left", under=True)
    )
    assert told(signature.reading_order()) == "1 2 3 4 5 6 7 8"
    assert signature.bound_at("left")
    assert signature.bound_at("top")  # which is why a right-angle signature is trimmed


def test_a_signature_of_sixteen_pages() -> None:
    signature = (
        sheet(
            """
            5↓ | 12↓ | 9↓ | 8↓
            4  | 13  | 16 | 1
            """,
            """
            7↓ | 10↓ | 11↓ | 6↓
            2  | 15  | 14  | 3
            """,
        )
        .fold("left", under=True)
        .fold("top", under=True)
        .fold("left", under=True)
    )
    assert told(signature.reading_order()) == told([Face(str(n)) for n in range(1, 17)])
    assert signature.bound_at("left")


# ---- sheets laid together --------------------------------------------------------------


OUTER = sheet("8 | 1", "2 | 7")
INNER = sheet("6 | 3", "4 | 5")


def test_a_saddle_booklet_of_two_sheets_is_stacked_and_then_folded() -> None:
    booklet = stack(OUTER, INNER).fold("left", under=True)
    assert told(booklet.reading_order()) == "1 2 3 4 5 6 7 8"
    assert booklet.bound_at("left")


def test_sheets_of_a_saddle_booklet_in_the_wrong_order() -> None:
    booklet = stack(INNER, OUTER).fold("left", under=True)
    assert told(booklet.reading_order()) == "3 4 1 2 7 8 5 6"


def test_gathered_signatures_are_folded_and_then_stacked() -> None:
    first = sheet("4 | 1", "2 | 3").fold("left", under=True)
    second = sheet("8 | 5", "6 | 7").fold("left", under=True)
    assert told(stack(first, second).reading_order()) == "1 2 3 4 5 6 7 8"


def test_cut_and_stacked_each_pile_goes_on_where_the_last_one_ended() -> None:
    sheets = stack(sheet("1 | 5", "6 | 2"), sheet("3 | 7", "8 | 4"))
    left, right = sheets.cut(columns=[1])
    block = stack(left, right)
    assert told(block.reading_order()) == "1 2 3 4 5 6 7 8"
    assert not block.bound_at("left")  # loose leaves: they want glue


def test_four_up_cut_twice() -> None:
    piles = sheet("1 | 3 / 5 | 7", "4 | 2 / 8 | 6").cut(columns=[1], rows=[1])
    assert [told(pile.reading_order()) for pile in piles] == ["1 2", "3 4", "5 6", "7 8"]


def test_two_booklets_folded_together_and_cut_apart() -> None:
    twice = sheet("4 | 1 / 4 | 1", "2 | 3 / 2 | 3").fold("left", under=True)
    for booklet in twice.cut(rows=[1]):
        assert told(booklet.reading_order()) == "1 2 3 4"
        assert booklet.bound_at("left")  # the cut has not gone through the fold
        assert not booklet.bound_at("top")


def test_a_calendar_is_turned_over_its_head() -> None:
    leaf = sheet("1", "2↓")
    assert told(leaf.reading_order("top")) == "1 2"
    assert told(leaf.reading_order("left")) == "1 2↓"


def test_a_calendar_folded_in_the_middle_hangs_by_its_fold() -> None:
    calendar = sheet("4 / 1", "2 / 3", head_over=True).fold("top", under=True)
    assert told(calendar.reading_order("top")) == "1 2 3 4"
    assert calendar.bound_at("top")


def test_a_zine_of_one_sheet_printed_on_one_side() -> None:
    eight = sheet(
        """
        5↓ | 4↓ | 3↓ | 2↓
        6  | 7  | 8  | 1
        """
    )
    assert told(zine(eight).reading_order()) == "1 2 3 4 5 6 7 8"


def test_a_zine_from_right_to_left() -> None:
    eight = sheet(
        """
        2↓ | 3↓ | 4↓ | 5↓
        1  | 8  | 7  | 6
        """
    )
    assert told(zine(eight, spine="right").reading_order("right")) == "1 2 3 4 5 6 7 8"


# ---- folded and not bound: in which order its panels come up ---------------------------


TRI_FOLD = sheet("flap | back | cover", "inside-1 | inside-2 | inside-3")


def test_a_c_fold_opens_on_the_flap() -> None:
    leaflet = TRI_FOLD.fold("left", at=1, under=True).fold("left", under=True)
    assert told(leaflet.opening_order()) == "cover inside-1 flap inside-2 inside-3 back"
    assert str(leaflet.turned_over()) == "back"


def test_a_z_fold_is_pulled_open() -> None:
    #       a mountain     a valley
    #  4 |           5 |          6       as it is pulled open; 1 to 3 are behind
    leaflet = sheet("1 | 2 | 3", "4 | 5 | 6").fold("right", at=2).fold("left", at=1, under=True)
    assert told(leaflet.opening_order()) == "4 5 6 1 2 3"
    assert told(leaflet.reading_order()) == "4 3 2 5 6 1"


def test_a_roll_fold_is_unrolled_one_panel_at_a_time() -> None:
    leaflet = (
        sheet("3 | 2 | 1 | 0", "4 | 5 | 6 | 7")
        .fold("left", at=1, under=True)
        .fold("left", at=1, under=True)
        .fold("left", at=1, under=True)
    )
    assert str(leaflet) == "0"
    assert told(leaflet.opening_order()) == "0 4 2 5 3 6 7 1"


def test_a_gate_opens_in_the_middle() -> None:
    inside = sheet("1 | 2 | 3 | 4", "8 | 7 | 6 | 5")
    gate = inside.fold("left", at=1).fold("right", at=2)
    assert str(gate) == "5 | 8"  # the two wings, closed
    # The right wing is opened, then the left, then the piece is turned over.
    assert told(gate.opening_order()) == "5 8 3 4 1 2 7 6"


def test_a_fold_may_lay_more_over_than_lies_below() -> None:
    assert str(sheet("1 | 2 | 3", "4 | 5 | 6").fold("right", at=1)) == "4 | 5"


# ---- the table, and what hands cannot do --------------------------------------------------


def test_turning_over_twice_is_nothing() -> None:
    assert TRI_FOLD.turned_over().turned_over() == TRI_FOLD
    assert str(TRI_FOLD.turned_over()) == "inside-1 | inside-2 | inside-3"


def test_four_quarter_turns_are_nothing() -> None:
    quarter = sheet("a | b / c | d").rotated(90)
    assert str(quarter) == "b← | d← / a← | c←"
    assert quarter.rotated(270) == sheet("a | b / c | d")


def test_a_quarter_turn_takes_the_spine_along() -> None:
    folder = sheet("4 | 1", "2 | 3").fold("left", under=True).rotated(90)
    assert [edge for edge in AROUND if folder.bound_at(edge)] == ["bottom"]


def test_a_turn_may_be_written_in_degrees() -> None:
    assert sheet("5 (180°) | 4 (90°)") == sheet("5↓ | 4←")


@pytest.mark.parametrize(
    ("folded", "said"),
    [
        (lambda: TRI_FOLD.fold("left"), "no middle"),
        (lambda: TRI_FOLD.fold("left", at=3), "no fold at 3"),
        (lambda: TRI_FOLD.reading_order(), "still 1 x 3 cells"),
        (lambda: stack(TRI_FOLD, OUTER), "same rows and columns"),
        (lambda: zine(TRI_FOLD), "2 x 4"),
        (lambda: sheet("1 | 2", "3"), "same size"),
        (lambda: sheet("1 (2 | 3"), "cannot read the cell"),
    ],
)
def test_what_cannot_be_done_is_said(folded: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        folded()
