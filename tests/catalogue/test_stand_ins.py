"""Signs that no font has are set in others that mean the same."""

import pytest

from flyers.catalogue.stand_ins import replaced, stand_ins
from flyers.core.errors import GlyphError
from flyers.core.shipped import shipped

OURS = (shipped("fonts"),)


def drawn(text: str) -> str:
    return replaced(text, stand_ins([text], OURS))


@pytest.mark.parametrize(
    ("given", "set_as"),
    [
        ("Form ① and form ⑫", "Form (1) and form (12)"),
        ("Form ①2", "Form (1)2"),
        ("①Bring it", "(1) Bring it"),
        ("Row Ⓐ, ❷ and ⓴", "Row (A), (2) and (20)"),
        ("「Park」 and 『tree』", "“Park” and ‘tree’"),
        ("Main St․ 5", "Main St. 5"),
        ("20℃ on 12㎡", "20°C on 12m²"),
        ("𝗢𝗽𝗲𝗻 now！", "Open now!"),
        ("Chapter Ⅳ", "Chapter IV"),
        ("North ⟹ south", "North → south"),
        ("※ Bring a cup", "* Bring a cup"),
        ("★ Open ★☆ daily★", "Open daily"),
        ("one、two", "one, two"),
    ],
)
def test_what_stands_for_a_sign(given: str, set_as: str) -> None:
    assert drawn(given) == set_as


def test_signs_that_a_font_has_stay() -> None:
    text = "½ · ’ … ™ № → “so” ﬁ"
    assert drawn(text) == text


@pytest.mark.parametrize("text", ["Ana (安娜)", "x ∈ A", "Hₐ", "₾ 5"])
def test_a_letter_without_a_stand_in_is_refused(text: str) -> None:
    with pytest.raises(GlyphError, match="no font here has the letter"):
        stand_ins([text], OURS, "post.md")
