"""Letters that no font has are found before anything is set."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from struct import pack

import pytest
from fontTools.ttLib import TTCollection, TTFont

from flyers.catalogue import fonts
from flyers.catalogue.font_packages import no_letter
from flyers.catalogue.fonts import check_folder, droppable, families, undrawable
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


TTCF = b"ttcf\0\1\0\0"

HOSTILE = {
    "empty": b"",
    "cut short": (OURS[0] / "SourceSans3-Regular.ttf").read_bytes()[:300],
    "a collection of four thousand million faces": TTCF + b"\xff\xff\xff\xff" + b"\0" * 64,
    "a collection of itself": TTCF + b"\0\0\0\1" + b"\0" * 4,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_font_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(HOSTILE[name])
    for ask in (partial(undrawable, "é"), lambda folders: families(folders)):
        with pytest.raises(GlyphError, match=r"x\.ttf is not a font that can be read"):
            ask((tmp_path,))


def test_a_font_of_more_letters_than_there_are_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its table of letters is well formed, with one group from the first to the last number."""
    monkeypatch.setattr(fonts, "SECONDS", 2)
    monkeypatch.setattr(fonts, "MEMORY", 2 << 30)
    groups = pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x20, 0xFFFFFFF0, 1)
    cmap = pack(">HHHHI", 0, 1, 3, 10, 12) + groups
    head = pack(">IHHHH", 0x00010000, 1, 16, 0, 0) + pack(">4sIII", b"cmap", 0, 28, len(cmap))
    (tmp_path / "x.ttf").write_bytes(head + cmap)
    with pytest.raises(GlyphError, match=r"x\.ttf is not a font that can be read"):
        undrawable("é", (tmp_path,))


def test_any_error_of_the_engine_is_one_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NewError(Exception):
        """An error of a kind that the engine did not have before."""

    def failing(*_: object, **__: object) -> None:
        raise NewError("unheard of")

    (tmp_path / "x.ttf").write_bytes((OURS[0] / "SourceSans3-Regular.ttf").read_bytes())
    monkeypatch.setattr("fontTools.ttLib.TTFont.getBestCmap", failing)
    with pytest.raises(GlyphError, match=r"x\.ttf is not a font"):
        undrawable("é", (tmp_path,))


def link(path: Path) -> None:
    path.symlink_to(OURS[0] / "SourceSans3-Regular.ttf")


def folder_out(path: Path) -> None:
    path.with_suffix("").symlink_to("/")


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (os.mkfifo, r"x\.ttf is a pipe or a device"),
        (Path.mkdir, r"x\.ttf is a folder, no font"),
        (link, r"x\.ttf leads out of"),
        (folder_out, "x leads out of"),
    ],
)
def test_a_folder_that_would_lead_the_engine_out_or_stop_it_is_refused(
    made: Callable[[Path], None], why: str, tmp_path: Path
) -> None:
    (tmp_path / "good.ttf").write_bytes(b"")
    (tmp_path / "again.ttf").symlink_to("good.ttf")
    check_folder(tmp_path)
    made(tmp_path / "x.ttf")
    with pytest.raises(GlyphError, match=why):
        check_folder(tmp_path)


def test_the_families_of_a_collection_are_those_of_all_its_faces(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [
        TTFont(OURS[0] / f"SourceS{name}-Regular.ttf") for name in ("ans3", "erif4")
    ]
    collection.save(tmp_path / "both.ttc")
    assert families((tmp_path,)) == {"Source Sans 3", "Source Serif 4"}
    assert undrawable("é", (tmp_path,)) == []


@pytest.mark.parametrize(
    ("character", "may"), [("文", False), ("é", False), ("5", False), ("☃", True), ("\ue000", True)]
)
def test_a_pictograph_may_be_left_out_but_no_letter(character: str, may: bool) -> None:
    assert droppable(character) is may


@pytest.mark.parametrize(
    ("letter", "file", "package"),
    [
        ("文", "NotoSansCJK-Regular.ttc", "@expo-google-fonts/noto-sans-sc"),
        ("あ", "NotoSansCJK-Regular.ttc", "@expo-google-fonts/noto-sans-jp"),
        ("한", "NotoSansCJK-Regular.ttc", "@expo-google-fonts/noto-sans-kr"),
        ("ქ", "NotoSansGeorgian-Regular.ttf", "fonts-noto-core"),
        ("བ", "NotoSerifTibetan-Regular.ttf", "fonts-noto-core"),
    ],
)
def test_the_refusal_names_letter_word_and_a_font_that_exists(
    letter: str, file: str, package: str
) -> None:
    said = str(no_letter(letter, ["A title", f"with x{letter}y inside"], "a/b.md"))
    assert said.startswith(f"a/b.md: no font here has the letter {letter} (U+{ord(letter):04X}")
    assert f"'x{letter}y'" in said
    assert f"put {file} of Debian's " in said
    assert package in said
    assert "into a folder 'fonts' beside the text" in said
    assert len(said) <= 300


def test_a_sign_for_which_no_font_is_known_asks_for_another_one() -> None:
    assert str(no_letter("∮", ["1 ∮ 2"])).endswith(
        "write it otherwise, or put a font with it into a folder 'fonts' beside the text."
    )
