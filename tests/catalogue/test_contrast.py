"""Contrast, and the nearest colour that can be read."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flyers.catalogue.contrast import LARGE, TEXT, WHITE, contrast, distance, readable
from flyers.catalogue.inks import Rgb

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        # of the examples in WCAG's own technique G18, and of well-known greys
        ((0, 0, 0), WHITE, 21),
        (WHITE, WHITE, 1),
        ((119, 119, 119), WHITE, 4.48),
        ((118, 118, 118), WHITE, 4.54),
        ((255, 0, 0), WHITE, 4.0),
        ((0, 0, 255), WHITE, 8.59),
    ],
)
def test_contrast_is_that_of_the_guidelines(one: Rgb, other: Rgb, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS, st.sampled_from([TEXT, LARGE]), COLOURS)
def test_what_is_found_can_be_read(colour: Rgb, least: float, on: Rgb) -> None:
    if max(contrast((0, 0, 0), on), contrast(WHITE, on)) >= least:
        assert contrast(readable(colour, least, on), on) >= least


@given(COLOURS)
def test_what_can_be_read_stays_as_it_is(colour: Rgb) -> None:
    found = readable(colour, TEXT)
    assert (found == colour) == (contrast(colour, WHITE) >= TEXT)
    assert readable(found, TEXT) == found


@pytest.mark.parametrize(
    "colour",
    [(242, 194, 48), (255, 0, 0), (0, 200, 120), (255, 105, 180), (90, 200, 250), (200, 200, 200)],
)
def test_nothing_that_can_be_read_is_much_nearer(colour: Rgb) -> None:
    found = distance(colour, readable(colour, TEXT))
    grid = product(range(0, 256, 8), range(0, 256, 8), range(0, 256, 8))
    others = (distance(colour, one) for one in grid if contrast(one, WHITE) >= TEXT)
    assert found <= 1.15 * min(others)
