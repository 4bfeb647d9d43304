"""Text for a terminal: errors, tables, nothing that controls it."""

import io
import sys

import pytest

from flyers.cli.progress import PieceProgress
from flyers.core.terminal import bare, columns, entries, say, table, writable
from flyers.pieces.batch import Outcome
from flyers.pieces.piece import Job
from flyers.production.progress import Step

RED = "\x1b[31m"


class Terminal(io.StringIO):
    """A stream as a person looks at it."""

    def isatty(self) -> bool:
        return True


def terminal(patch: pytest.MonkeyPatch, **environment: str) -> Terminal:
    """Called in the test itself: pytest gives each phase of a test its own standard error."""
    patch.delenv("NO_COLOR", raising=False)
    for name, value in {"TERM": "xterm", **environment}.items():
        patch.setenv(name, value)
    screen = Terminal()
    patch.setattr(sys, "stderr", screen)
    return screen


@pytest.mark.parametrize(
    ("name", "value", "red"),
    [("NO_COLOR", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)],
)
def test_an_error_is_red_where_colour_is_welcome(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, red: bool
) -> None:
    screen = terminal(monkeypatch, **{name: value})
    say("None.")
    assert (RED in screen.getvalue()) is red
    assert screen.getvalue().endswith("None.\n")


def test_in_a_file_nothing_is_red(capsys: pytest.CaptureFixture[str]) -> None:
    say("None.")
    assert capsys.readouterr().err == "Error: None.\n"


@pytest.mark.parametrize(("term", "shown"), [("xterm", True), ("dumb", False)])
def test_progress_wants_a_terminal_that_can_rewrite_a_line(
    monkeypatch: pytest.MonkeyPatch, term: str, shown: bool
) -> None:
    screen = terminal(monkeypatch, TERM=term)
    with PieceProgress(shown=True) as progress:
        progress.step(Step(done=1, total=1, outcome=Outcome(job=Job(statement=None))))
    assert (" 1/1 standard input: statement, letter" in screen.getvalue()) is shown


def test_a_name_that_is_not_unicode_can_be_written() -> None:
    name = b"caf\xe9.md".decode("utf-8", "surrogateescape")
    assert writable(name) == bare(name) == "caf\ufffd.md"
    assert writable("a\nb") == "a\nb"
    assert bare("a\x1b[31m\nb") == "a [31m b"


ROWS = [
    ["format", "sheets", "file"],
    ["letter", "1", "a-statement-letter.pdf"],
    ["half-sheet", "12", "a-statement-half-sheet.pdf"],
]


@pytest.mark.parametrize(("room", "shown"), [("80", True), ("60", True), ("40", False)])
def test_where_a_terminal_is_narrow_files_stand_below_their_rows(
    monkeypatch: pytest.MonkeyPatch, room: str, shown: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", room)
    whole = [
        "  format      sheets  file",
        "  letter      1       a-statement-letter.pdf",
        "  half-sheet  12      a-statement-half-sheet.pdf",
    ]
    below = [
        "  format      sheets",
        "  letter      1",
        "    a-statement-letter.pdf",
        "  half-sheet  12",
        "    a-statement-half-sheet.pdf",
    ]
    assert table(ROWS) == (whole if shown else below)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert table(ROWS) == whole


def test_a_very_long_text_does_not_move_what_is_behind_others() -> None:
    assert columns([["a", "b", "c"], ["d", "e" * 90, "f"]])[0] == "  a  b  c"


def test_texts_beside_names_keep_to_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert entries([("bus", ["", "one"]), ("meeting", ["two words " * 4, "three"])]) == [
        "  bus      one",
        "  meeting  two words two words two words",
        "           two words",
        "           three",
    ]
