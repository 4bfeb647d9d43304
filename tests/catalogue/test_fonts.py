"""Letters that no font has are found before anything is set."""

from pathlib import Path

import pytest

from flyers.catalogue.fonts import droppable, no_letter, undrawable
from flyers.core.errors import GlyphError
from flyers.core.shipped import shipped

OURS = (shipped("fonts"),)


@pytest.mark.parametrize(
    "text",
    [
        "Keep the pool open; “quietly”—or not… €5, 78 °F",
        "Čeština, Ελληνικά, Русский, Tiếng Việt",
        "مكتبة الحي ٣١٨",
        "ספריית השכונה",
        "पुस्तकालय खुला रखें",
        "🏊 🎉 ❤️ 👩‍👧 👍🏽",
        "soft\u00adhyphen, no\u00a0break, zero\u200bwidth, \ufeffmark",
    ],
)
def test_the_shipped_fonts_have_these(text: str) -> None:
    assert undrawable(text, OURS) == []


def test_letters_that_are_missing_come_in_order_and_once() -> None:
    assert undrawable("文a章b文", OURS) == ["文", "章"]


def test_plain_ascii_opens_no_font(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert undrawable("Plain text, ASCII only.", (tmp_path,)) == []


def test_a_broken_font_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    with pytest.raises(GlyphError, match=r"broken\.ttf is not a font that can be read; remove it"):
        undrawable("é", (tmp_path,))


@pytest.mark.parametrize(
    ("character", "may"), [("文", False), ("é", False), ("5", False), ("☃", True), ("\ue000", True)]
)
def test_a_pictograph_may_be_left_out_but_no_letter(character: str, may: bool) -> None:
    assert droppable(character) is may


@pytest.mark.parametrize(
    ("letter", "face"),
    [
        ("文", "Noto Sans SC"),
        ("あ", "Noto Sans JP"),
        ("한", "Noto Sans KR"),
        ("ქ", "Noto Sans Georgian"),
    ],
)
def test_the_refusal_names_letter_word_and_remedy(letter: str, face: str) -> None:
    said = str(no_letter(letter, ["A title", f"with x{letter}y inside"]))
    assert f"{letter!r} (U+{ord(letter):04X}" in said
    assert f"'x{letter}y'" in said
    assert f"such as {face}, into a folder 'fonts' beside the statement" in said
