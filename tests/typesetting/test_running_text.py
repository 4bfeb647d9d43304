"""The style sheet of running text: lines that it keeps together, and its breaks."""

from functools import cache

import pytest

from flyers.core.shipped import shipped
from flyers.pieces.prepare import font_folders
from flyers.press.read.raster import glyph_boxes
from flyers.typesetting.engine import Typesetter

LINE = 12


@cache
def typesetter() -> Typesetter:
    return Typesetter(font_folders(None))


def columns(html: str, lines: int, *, width: int = 200) -> list[str]:
    """The letters of each column of so many lines, without spaces."""
    base = (shipped("layouts") / "shared" / "base.css").read_text("utf-8")
    size = f"@page{{size:{width}pt {lines * LINE}pt}}html{{font-size:10pt;line-height:{LINE}pt}}"
    page = f'<html lang="en"><body class="text"><article id="flow">{html}</article>'
    setter = typesetter()
    run = setter.set(setter.text(page), [setter.style(base), setter.style(size, keep=False)])
    pdf = setter.write([run])
    sides = (glyph_boxes(pdf, number) for number in range(len(run.pages)))
    return ["".join(letter for letter, _ in side) for side in sides]


def table(rows: int) -> str:
    body = "".join(f"<tr><td>{n}</td><td>x</td></tr>" for n in range(1, rows + 1))
    return f"<table><thead><tr><th>H</th><th>x</th></tr></thead><tbody>{body}</tbody></table>"


@pytest.mark.parametrize(
    ("rows", "lines", "expected"),
    [
        (3, 7, "ppp | H123e"),
        (4, 8, "ppp | H1234e"),
        (4, 9, "pppH1234 | e"),
        (5, 7, "pppH12 | H345e"),
        (5, 9, "pppH123 | H45e"),
        (8, 6, "ppp | H12345 | H678e"),
        (8, 11, "pppH123456 | H78e"),
        (8, 13, "pppH12345678 | e"),
    ],
)
def test_no_row_of_a_table_stands_alone_and_a_small_one_is_whole(
    rows: int, lines: int, expected: str
) -> None:
    """P is a line before the table, H its head, e what comes after."""
    html = f"<p>p<br/>p<br/>p</p>{table(rows)}<p>e</p>"
    assert " | ".join(columns(html, lines)).replace("x", "") == expected


@pytest.mark.parametrize("lines", range(5, 12))
def test_who_said_it_stands_where_it_was_said(lines: int) -> None:
    quote = "<blockquote><p>a<br/>b<br/>c</p><p>— who</p></blockquote>"
    ends = columns(f"<p>p<br/>p<br/>p</p>{quote}<p>e</p>", lines)
    assert any("c—who" in column for column in ends), ends


@pytest.mark.parametrize("head", ["h2", "h3"])
def test_what_is_headed_stands_under_its_heading(head: str) -> None:
    """A heading's line, then the table's: no white line between, or it would not fit."""
    assert columns(f"<{head}>T</{head}>{table(2)}", 4) == ["THx1x2x"]


def test_a_word_is_parted_only_where_the_line_would_be_much_too_short() -> None:
    """The line ends ragged anyway; a part of the word is left on it for more than three ems."""
    word = "communication"
    parted = [columns(f"<p>{'i' * n} {word}</p>", 9, width=110)[0] for n in range(1, 20)]
    stays = [word in text for text in parted]
    assert stays.index(False) > 0
    free = [110 - width_of(f"{'i' * n} ") for n in range(1, 20)]
    assert all(stay or room > 30 for stay, room in zip(stays, free, strict=True))


def width_of(text: str) -> float:
    setter = typesetter()
    base = (shipped("layouts") / "shared" / "base.css").read_text("utf-8")
    css = "@page{size:500pt 50pt}html{font-size:10pt}"
    page = f'<html lang="en"><body class="text"><p><span id="w">{text}</span></p>'
    run = setter.set(setter.text(page), [setter.style(base), setter.style(css, keep=False)])
    return run.pages[0].boxes["w"].width
