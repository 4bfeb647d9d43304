"""A statement prepared for print: its text, its address, its code."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from flyers.core.errors import (
    AddressError,
    ConfigError,
    ExitCode,
    GlyphError,
    NoTitleError,
    OptionError,
)
from flyers.core.shipped import shipped
from flyers.pieces.piece import Job
from flyers.pieces.prepare import PreparedStatement, font_folders, prepare_statement
from flyers.typesetting.layouts import layout_folders, layout_named
from making import POOL, URL, written


def reading(
    folder: Path, text: str = POOL, *, name: str = "pool.md", **job: Any
) -> PreparedStatement:
    options = {"url": URL, **job}
    return prepare_statement(Job(statement=written(folder, name, text), **options))


def layout_blocks(made: PreparedStatement, layout: str) -> list[str]:
    return [block.text for block in made.blocks(layout_named(layout, layout_folders()))]


# ---- letters ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We swim", "我們 swim"),
        ("Keep the pool", "Keep 我們"),
        ("one more year.\n---", "我們.\n---"),
    ],
    ids=["body", "title", "summary"],
)
def test_a_letter_that_no_font_has_is_refused(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(GlyphError, match=r"我 \(U\+6211\) of '我們.*NotoSansCJK.*'fonts'"):
        reading(tmp_path, POOL.replace(old, new))


def test_a_pictograph_that_no_font_has_is_left_out_with_a_note(tmp_path: Path) -> None:
    made = reading(tmp_path, POOL.replace("We swim", "We \ue123swim"))
    assert made.statement.blocks[0].text.startswith("We swim")
    assert made.statement.notes[-1].message == "\ue123: no font here can draw it: left out"


def test_emoji_are_kept(tmp_path: Path) -> None:
    made = reading(tmp_path, POOL.replace("We swim", "We 🏊 swim"))
    assert made.statement.blocks[0].text.startswith("We 🏊 swim")
    assert not made.statement.notes


def test_a_title_of_nothing_but_missing_pictographs_is_no_title(tmp_path: Path) -> None:
    with pytest.raises(NoTitleError, match="write it in letters"):
        reading(tmp_path, POOL.replace("Keep the pool open", "\ue123"))


def test_fonts_beside_the_statement_and_in_the_environment_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, more = tmp_path / "fonts", tmp_path / "more"
    mine.mkdir()
    more.mkdir()
    monkeypatch.setenv("FLYERS_FONTS", f"{more}{os.pathsep}/no/such/folder")
    assert font_folders(tmp_path) == (shipped("fonts"), mine, more)


def test_a_letter_that_the_users_font_has_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hebrew = "NotoSansHebrew_400Regular.ttf"
    few, mine = tmp_path / "few", tmp_path / "fonts"
    few.mkdir()
    shutil.copy(shipped("fonts") / "SourceSerif4-Regular.ttf", few)
    shutil.copy(shipped("fonts") / hebrew, tmp_path)
    monkeypatch.setattr("flyers.pieces.prepare.shipped", lambda name: few)
    text = POOL.replace("We swim", "אנחנו swim")
    with pytest.raises(GlyphError, match="NotoSansHebrew-Regular"):
        reading(tmp_path, text)
    mine.mkdir()
    (tmp_path / hebrew).rename(mine / hebrew)
    assert reading(tmp_path, text).statement.blocks[0].text.startswith("אנחנו")


# ---- address ---------------------------------------------------------------------------


def test_the_address_is_asked_for_or_the_statements_or_the_sites(tmp_path: Path) -> None:
    own = POOL.replace("title:", "url: https://example.org/own/\ntitle:")
    written(
        tmp_path, "flyers.toml", '[site]\naddress = "https://site.example"\npermalink = "/:slug/"\n'
    )
    assert reading(tmp_path, own).address == URL
    assert reading(tmp_path, own, url=None).address == "https://example.org/own/"
    assert reading(tmp_path, url=None).address == "https://site.example/pool/"


def test_without_an_address_nothing_is_guessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AddressError, match=r"'pool'; give --url"):
        reading(tmp_path, url=None)


def test_a_broken_configuration_is_an_error_even_with_an_address(tmp_path: Path) -> None:
    written(tmp_path, "flyers.toml", "[site")
    with pytest.raises(ConfigError):
        reading(tmp_path)


def test_hugos_sections_are_the_folders_below_content(tmp_path: Path) -> None:
    written(tmp_path, "hugo.toml", 'baseURL = "https://hugo.example/"\n')
    made = reading(tmp_path / "content" / "news" / "2027", url=None)
    assert made.address == "https://hugo.example/news/2027/pool/"


def test_the_printed_address_is_readable_where_a_font_has_its_letters(tmp_path: Path) -> None:
    spanish = reading(tmp_path, url="https://example.org/niño/")
    chinese = reading(tmp_path, url="https://example.org/我們/")
    assert spanish.copy("long").address == "example.org/niño"
    assert chinese.copy("long").address == "example.org/%E6%88%91%E5%80%91"


# ---- the name of the files -------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "front", "slug"),
    [
        ("pool.md", "", "pool"),
        ("2027-05-01-Pool Hours.md", "", "pool-hours"),
        ("pool.md", "slug: open-pool\n", "open-pool"),
        ("pool.md", "slug: /news/../../open\n", "open"),
        ("!!!.md", "", "statement"),
        ("مسبح.md", "", "مسبح"),
    ],
)
def test_files_are_named_after_the_slug_or_the_file(
    tmp_path: Path, name: str, front: str, slug: str
) -> None:
    assert reading(tmp_path, POOL.replace("title:", f"{front}title:"), name=name).slug == slug


def test_standard_input_is_called_statement() -> None:
    made = prepare_statement(Job(statement=None, text=POOL.encode(), url=URL))
    assert (made.slug, made.statement.source) == ("statement", "standard input")


# ---- texts -----------------------------------------------------------------------------

EVENT = POOL.replace(
    "title:", 'event:\n  title: Hearing\n  when: 2027-05-12T19:00\n  where: "City Hall"\ntitle:'
)


def test_when_and_where_are_the_statements(tmp_path: Path) -> None:
    event = reading(tmp_path, EVENT).copy("long").event
    assert event["title"] == "Hearing"
    assert (event["weekday"], event["month"], event["day"]) == ("Wednesday", "May", "12")
    assert event["where"] == "City Hall"


def test_when_and_where_of_the_command_go_first(tmp_path: Path) -> None:
    made = reading(tmp_path, EVENT, when="after the game", where="the old gym")
    event = made.copy("long").event
    assert (event["when"], event["weekday"], event["where"]) == (
        "after the game",
        "",
        "the old gym",
    )
    assert event["title"] == "Hearing"


def test_one_of_the_two_leaves_the_other(tmp_path: Path) -> None:
    event = reading(tmp_path, EVENT, when="2027-06-01T18:30").copy("long").event
    assert (event["month"], event["day"], event["where"]) == ("June", "1", "City Hall")


@pytest.mark.parametrize("when", ["2027-13-45T99:00", "2027-02-30"])
def test_a_time_of_the_command_that_does_not_exist_is_refused(tmp_path: Path, when: str) -> None:
    with pytest.raises(
        OptionError, match=f"--when '{when}' is a date that does not .* or in words"
    ) as caught:
        reading(tmp_path, EVENT, when=when)
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_full_text_or_a_summary_runs_through_a_layout(tmp_path: Path) -> None:
    made = reading(tmp_path)
    assert len(layout_blocks(made, "statement")) == 2
    assert layout_blocks(made, "headline") == [made.statement.deck]


def test_without_a_summary_the_first_sentences_stand_for_it(tmp_path: Path) -> None:
    made = reading(tmp_path, POOL.replace("description", "other"))
    (text,) = layout_blocks(made, "headline")
    assert made.statement.blocks[0].text.startswith(text)
    assert text.endswith(".")


@pytest.mark.parametrize("title", ["\u202e", "\u200b \u2060", "\u0301", "\u00ad"])
def test_a_title_of_which_nothing_would_be_seen_is_none(title: str, tmp_path: Path) -> None:
    path = written(tmp_path, "pool.md", f'---\ntitle: "{title}"\n---\nText to print.\n')
    with pytest.raises(NoTitleError):
        prepare_statement(Job(statement=path, url=URL))


@pytest.mark.parametrize("slug", ["漢" * 80, "é" * 200, "x" * 500])
def test_a_slug_leaves_room_in_the_name_of_a_file(slug: str, tmp_path: Path) -> None:
    path = written(tmp_path, "pool.md", f"---\ntitle: Pool\nslug: {slug}\n---\nText to print.\n")
    named = prepare_statement(Job(statement=path, url=URL)).slug
    assert 39 < len(named) <= 80
    assert len(named.encode()) <= 120


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("content/park.md", "park"),
        ("content/park.fr.md", "park-fr"),
        ("content/park.pt-br.md", "park-pt-br"),
        ("content/park.en.md", "park"),
        ("content/es/park.md", "park-es"),
        ("content/en/park.md", "park"),
        ("content/hall/index.fr.md", "hall-fr"),
    ],
)
def test_files_of_translations_have_their_language_in_the_name(
    tmp_path: Path, name: str, slug: str
) -> None:
    written(tmp_path, "flyers.toml", '[campaign]\nlanguages = ["en"]\n')
    made = reading(tmp_path, name=name)
    assert (made.slug, made.place.name) == (slug, slug)


@pytest.mark.parametrize(
    ("language", "online"),
    [("vi", "Đọc trên mạng và chia sẻ"), ("ja", "Read it online, pass it on")],
    ids=["in its language", "in letters that a font has"],
)
def test_our_own_phrases(tmp_path: Path, language: str, online: str) -> None:
    made = reading(tmp_path, POOL.replace("---\n\n", f"lang: {language}\n---\n\n", 1))
    assert made.copy("long").phrases.online == online
