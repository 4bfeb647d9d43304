"""The back as the mirror of the front."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flyers.core.boxes import Box
from flyers.core.sheets import Flip
from flyers.imposition.assembly.turn import behind


@given(
    left=st.floats(0, 300),
    bottom=st.floats(0, 300),
    width=st.floats(400, 900),
    height=st.floats(400, 900),
    flip=st.sampled_from(["long", "short"]),
)
def test_behind_the_back_is_the_front(
    left: float, bottom: float, width: float, height: float, flip: Flip
) -> None:
    box = Box(left=left, bottom=bottom, right=left + 50, top=bottom + 60)
    twice = behind(behind(box, width, height, flip), width, height, flip)
    assert twice.contains(box)
    assert box.contains(twice)


@pytest.mark.parametrize(
    ("size", "flip", "seen"),
    [
        ((600, 800), "long", "to the right"),
        ((800, 600), "short", "to the right"),
        ((600, 800), "short", "at the top"),
        ((800, 600), "long", "at the top"),
    ],
)
def test_what_is_behind_the_lower_left_corner(
    size: tuple[float, float], flip: Flip, seen: str
) -> None:
    corner = Box(left=0, bottom=0, right=1, top=1)
    there = behind(corner, *size, flip)
    where = {(size[0] - 1, 0): "to the right", (0, size[1] - 1): "at the top"}
    assert where[there.left, there.bottom] == seen
