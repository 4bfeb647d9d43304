"""Files: encodings, names, and what is no statement."""

import datetime
from pathlib import Path

import pytest

from flyers.core.errors import NotTextError, StatementError
from flyers.statements import read
from flyers.statements.body import tree

TEXT = "---\ntitle: Bücherei\n---\r\nZwei\r\n\r\nÄste.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    given = read(None, text=TEXT.encode(encoding))
    assert given.title == "Bücherei"
    assert [block.text for block in given.blocks] == ["Zwei", "Äste."]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7\n", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"# A\n\nb\0c", "line 3: a NUL byte"),
        ("# A\n\nBücherei".encode("latin-1"), "line 3: not UTF-8 text; save"),
        (b"\xff\xfe\x00\xd8", "not UTF-16 text"),
    ],
)
def test_no_text(raw: bytes, said: str) -> None:
    with pytest.raises(NotTextError, match=said):
        read(None, text=raw)


@pytest.mark.parametrize(
    ("name", "said"),
    {
        "hall.org": "is written in Org, which is not read; export it as Markdown",
        "hall.adoc": "is written in AsciiDoc, .* by `asciidoctor`, and give that",
        "hall.ipynb": "is a notebook",
    }.items(),
)
def test_a_notation_that_is_not_read_is_named(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / name).write_text("= The hall\n\nText.\n")
    with pytest.raises(NotTextError, match=said):
        read(tmp_path / name)


def test_too_large() -> None:
    with pytest.raises(StatementError, match="larger than 5 MB"):
        read(None, text=b"a" * 5_000_001)


def test_missing_folder_and_nothing(tmp_path: Path) -> None:
    with pytest.raises(StatementError, match="does not exist"):
        read(tmp_path / "none.md")
    with pytest.raises(StatementError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(StatementError, match="nothing to read"):
        read(None)


@pytest.mark.parametrize(
    ("file", "name", "date", "language"),
    [
        ("park.md", "park", None, "en"),
        ("2024-05-04-park.md", "park", datetime.date(2024, 5, 4), "en"),
        ("park.de.md", "park", None, "de"),
        ("v1.2.md", "v1.2", None, "en"),
        ("our-park/index.md", "our-park", None, "en"),
        ("park", "park", None, "en"),
        ("park.TXT", "park", None, "en"),
    ],
)
def test_names(
    tmp_path: Path, file: str, name: str, date: datetime.date | None, language: str
) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text("# Park\n\nText.")
    given = read(path)
    assert (given.name, given.date, given.language) == (name, date, language)
    assert given.source == str(path)


def test_standard_input() -> None:
    given = read(None, text=b"# Park\n\nText.")
    assert (given.source, given.name) == ("standard input", "statement")


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "<html>", "\n<!doctype html>\n<html>"])
def test_a_page_on_standard_input(start: str) -> None:
    given = read(None, text=f"{start}<title>Park</title><p>Text *here*.</p>".encode())
    assert [block.text for block in given.blocks] == ["Text *here*."]


def test_markup_that_is_too_deep() -> None:
    with pytest.raises(StatementError, match="150 deep"):
        read(None, text=b"# A\n\n" + b"<div>" * 1000)


@pytest.mark.parametrize("deep", [b"> ", b"- ", b"[", b"*", b"(", b"![", b"<p>", b"`"])
def test_depth_is_no_trouble(deep: bytes) -> None:
    given = read(None, text=b"# A\n\nText.\n\n" + deep * 2000 + b"x")
    assert given.blocks[0].text == "Text."


def test_the_heading_that_repeats_the_title_goes() -> None:
    given = read(None, text=b"---\ntitle: Our Park\n---\n# Our *park*\n\nText.\n\n## More\n\nText.")
    assert [block.tag for block in given.blocks] == ["p", "h2", "p"]


def test_the_package_is_light() -> None:
    import subprocess
    import sys

    code = (
        "import sys, flyers.statements, flyers.statements.statement\n"
        "print(*{'markdown_it', 'yaml', 'nh3', 'tinyhtml5', 'PIL', 'babel'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == ""


def test_a_short_text_is_no_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser takes a short text for a file's name, if it can be one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.txt").write_text("<p>Not yours.</p>")
    assert tree.text_of(tree.parse("secret.txt")) == "secret.txt"
    hindi = "<p>" + "हम चाहते हैं " * 9 + "</p>"  # fewer than 200 letters, more than 255 bytes
    assert tree.text_of(tree.parse(hindi)).startswith("हम चाहते")
