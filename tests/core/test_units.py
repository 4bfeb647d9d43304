"""Lengths: what can be written, and what it measures in points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flyers.core.units import POINTS, inches, length, mm, px, to_mm


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("12pt", 12),
        ("1in", 72),
        ("0.5in", 36),
        (".5in", 36),
        ("1/8in", 9),
        ("1 / 8 in", 9),
        ("25.4mm", 72),
        ("2.54cm", 72),
        ("96px", 72),
        ("  3 pt ", 3),
    ],
)
def test_a_length_is_read(text: str, points: float) -> None:
    assert length(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["", "3", "mm", "-3mm", "1/0in", "3 ft", "1/2/3in", "3mm 4mm"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="write one like 3mm"):
        length(text)


@given(value=st.floats(0, 1000).map(lambda x: round(x, 3)), unit=st.sampled_from(sorted(POINTS)))
def test_every_unit_is_read_by_its_own_factor(value: float, unit: str) -> None:
    assert length(f"{value:.3f}{unit}") == pytest.approx(value * POINTS[unit])


def test_the_units_agree_with_one_another() -> None:
    assert inches(1) == mm(25.4) == px(96)
    assert to_mm(inches(1)) == pytest.approx(25.4)
