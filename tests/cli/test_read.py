"""`flyers read`: what of a statement goes on paper, and what does not."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flyers.cli import main
from making import written

HALL = """---
title: The hall stays open
date: 2027-05-03
author: Kim Example
lang: en
url: https://a.example/hall/
---
# The hall stays open

We ask for **five lamps** and a bin, <iframe></iframe> at the mill.

[gallery ids="1,2"]

![The mill](mill.png)

See ](https://a.example/plan for more.
"""

SAID = """\
hall.md
  title     The hall stays open
  date      2027-05-03
  by        Kim Example
  language  en, as it says itself
  address   https://a.example/hall/
            given by the statement
  words     19 of 19 words of its article are set

  to mend
    ! line 16: “](https://a.example/plan for”: left of a link, and printed as it
      is
      Correct it in the text, or put it between backquotes if it is meant to be
      seen.
    ! line 14: mill.png: there is no such file
      The picture is left out; mend it, or take it out of the text.

  left out
    · line 10: <iframe>: a frame shows another page, and paper cannot
    · line 12: [gallery]: its pictures are on the website

"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one statement in it."""
    written(tmp_path, "hall.md", HALL)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(*arguments: str, given: str = "") -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, ["read", *arguments], input=given)


def test_an_account_of_a_statement(desk: Path) -> None:
    done = read("hall.md")
    assert done.exit_code == 0
    assert done.stdout == SAID


def test_json_has_the_same(desk: Path) -> None:
    (answer,) = json.loads(read("hall.md", "--json").stdout)["statements"]
    assert answer["title"] == "The hall stays open"
    assert answer["language_basis"] == "given"
    assert answer["address"] == {
        "url": "https://a.example/hall/",
        "basis": "given",
        "source": "the statement",
    }
    assert answer["words"] == {"article": 19, "set": 19}
    assert [note["line"] for note in answer["notes"] if "gallery" in note["message"]] == [12]
    assert answer["left_out"] == []


def test_nothing_is_made(desk: Path) -> None:
    read("hall.md")
    assert [path.name for path in desk.iterdir()] == ["hall.md"]


def test_a_page_is_counted_by_its_article(desk: Path) -> None:
    page = (
        "<!DOCTYPE html><html lang='en'><head><title>Hall</title></head><body><nav>Home News</nav>"
        "<article><h1>The hall</h1><p class='byline'>By Kim Example</p><p>It stays open.</p>"
        "<p><a class='btn' href='/join'>Join us now</a></p></article><footer>End</footer></body>"
    )
    done = read("-", given=page)
    assert "5 of 11 words of its article are set" in done.stdout
    assert "· Join us now: a button cannot be pressed on paper" in done.stdout.replace(
        "line 1: ", ""
    )
    assert "“By Kim Example”" in done.stdout


def test_one_that_cannot_be_read_hides_no_other(desk: Path) -> None:
    done = read("none.md", "hall.md")
    assert done.exit_code == 1
    assert "none.md does not exist" in done.stderr
    assert "The hall stays open" in done.stdout
    assert read("none.md").exit_code == 3
