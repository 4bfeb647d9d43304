"""Palette colours, and the inks that a campaign prints them in."""

import pytest

from flyers.catalogue.inks import Swatch, swatch


def test_a_colour_is_a_word_of_css() -> None:
    assert swatch("#b3261e") == Swatch(css="#b3261e")
    assert swatch("rgb(20% 30% 40%)").inks is None


def test_its_inks_are_given_in_per_cent() -> None:
    accent = swatch({"rgb": "#b3261e", "cmyk": [0, 90, 85, 15.5]})
    assert accent == Swatch(css="#b3261e", inks=(0, 0.9, 0.85, 0.155))


@pytest.mark.parametrize(
    ("css", "rgb"),
    [("#b3261e", (179, 38, 30)), ("#F0c", (255, 0, 204)), ("red", None), ("#b3261e80", None)],
)
def test_the_digits_are_what_the_typeset_file_has(css: str, rgb: object) -> None:
    assert swatch(css).rgb == rgb


WRONG = [
    ("red;}", "is not a colour; write one like"),
    (3, "is not a colour"),
    ({"cmyk": [0, 0, 0, 1]}, "is not a colour"),
    ({"rgb": "#b3261e", "cmyk": [0, 0, 0, 1], "spot": "PANTONE"}, "is not a colour"),
    ({"rgb": "red", "cmyk": [0, 100, 100, 0]}, "has no rgb that can be read"),
    ({"rgb": "#b3261e", "cmyk": [0, 90, 85]}, "has no cmyk that can be printed"),
    ({"rgb": "#b3261e", "cmyk": [0, 90, 85, 101]}, "has no cmyk"),
    ({"rgb": "#b3261e", "cmyk": [0, 90, 85, True]}, "has no cmyk"),
    ({"rgb": "#b3261e", "cmyk": [0, 90, 85, float("nan")]}, "has no cmyk"),
]


@pytest.mark.parametrize(("value", "said"), WRONG)
def test_what_is_no_colour_is_told_what_one_looks_like(value: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        swatch(value)
