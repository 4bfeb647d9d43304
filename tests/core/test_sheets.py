"""Boxes, and pages turned and moved on a form."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flyers.core.boxes import Box, Edges
from flyers.core.matrix import Matrix, placed_box, upright
from flyers.core.sheets import Form, Page, Placement, Rotation, Sheet

ROTATIONS = cast(list[Rotation], [0, 90, 180, 270])
coordinates = st.floats(-1000, 1000)
sizes = st.floats(1, 1000)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, bottom = draw(coordinates), draw(coordinates)
    return Box(left=left, bottom=bottom, right=left + draw(sizes), top=bottom + draw(sizes))


def test_edges_move_a_box_inward() -> None:
    sheet = Box(left=0, bottom=0, right=612, top=792)
    assert sheet.inset(Edges(top=1, right=2, bottom=3, left=4)) == Box(
        left=4, bottom=3, right=610, top=791
    )


@given(one=boxes(), other=boxes())
def test_a_union_contains_both(one: Box, other: Box) -> None:
    both = one.union(other)
    assert both.contains(one)
    assert both.contains(other)


@given(box=boxes())
def test_a_box_does_not_contain_a_larger_one(box: Box) -> None:
    assert box.contains(box.inset(Edges.all(0.25)))
    assert not box.contains(box.inset(Edges.all(-0.25)))


def test_a_sheet_without_a_back_has_one_form() -> None:
    empty = Form(placements=())
    trim = Box(left=0, bottom=0, right=612, top=792)
    one_sided = Sheet(width=612, height=792, trim=trim, front=empty)
    two_sided = Sheet(width=612, height=792, trim=trim, front=empty, back=empty)
    assert [len(sheet.forms) for sheet in (one_sided, two_sided)] == [1, 2]


@pytest.mark.parametrize("rotation", ROTATIONS)
def test_a_placed_page_has_its_lower_left_corner_where_the_placement_says(
    rotation: Rotation,
) -> None:
    page = Page(name="1", width=100, height=40, layers=())
    box = placed_box(Placement(page=0, x=7, y=9, rotation=rotation, scale=0.5), page)
    width, height = (50, 20) if rotation in (0, 180) else (20, 50)
    assert box == Box(left=7, bottom=9, right=7 + width, top=9 + height)


def test_a_turn_is_counter_clockwise() -> None:
    assert Matrix.turn(90).point(1, 0) == (0, 1)


@given(angle=st.sampled_from(ROTATIONS), x=coordinates, y=coordinates)
def test_a_turn_back_undoes_a_turn(angle: int, x: float, y: float) -> None:
    assert Matrix.turn(angle).then(Matrix.turn(-angle)).point(x, y) == (x, y)


@given(trim=boxes(), rotate=st.sampled_from(ROTATIONS), unit=st.sampled_from([1, 2, 10]))
def test_a_source_page_is_brought_upright_to_the_origin(
    trim: Box, rotate: int, unit: float
) -> None:
    box = upright(trim, rotate=rotate, user_unit=unit).box(trim)
    wide, high = trim.width * unit, trim.height * unit
    if rotate in (90, 270):
        wide, high = high, wide
    assert (box.left, box.bottom) == pytest.approx((0, 0), abs=1e-6)
    assert (box.right, box.top) == pytest.approx((wide, high))


def test_a_page_rotated_clockwise_shows_its_lower_left_corner_at_the_upper_left() -> None:
    trim = Box(left=10, bottom=20, right=110, top=60)
    assert upright(trim, rotate=90).point(10, 20) == (0, 100)
