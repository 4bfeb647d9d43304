"""Text for a terminal: errors, tables and lists, without anything that could control it."""

import os
import re
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from textwrap import wrap
from unicodedata import combining, east_asian_width

from flyers.core.errors import ExitCode, FlyersError

LONGEST = 300
"""Letters of an error."""


def say(sentence: str) -> None:
    """Write an error to standard error; red if the terminal takes colours (no-color.org)."""
    sentence = shortened(sentence)
    red = sys.stderr.isatty() and not dumb() and not os.environ.get("NO_COLOR")
    head = "\x1b[31m\x1b[1mError: \x1b[0m" if red else "Error: "
    with suppress(OSError):  # nobody reads it, and the exit code says it too
        sys.stderr.write(f"{head}{bare(sentence)}\n")
        sys.stderr.flush()


def shortened(sentence: str) -> str:
    """Return an error's sentence in no more than LONGEST letters. Its end says what to do, so a
    part of the middle is left out, where long names are."""
    if len(sentence) <= LONGEST:
        return sentence
    return f"{sentence[: LONGEST - 161]}…{sentence[-160:]}"


def failed(error: Exception) -> ExitCode:
    """Print an error, and return its exit code. One that is not ours is reported as a fault of the
    tool; with FLYERS_DEBUG it is raised."""
    if isinstance(error, FlyersError):
        say(str(error))
        return error.exit_code
    if os.environ.get("FLYERS_DEBUG"):
        raise error
    say(
        f"flyers itself failed ({type(error).__name__}: {error}); "
        "please report it, with what FLYERS_DEBUG=1 shows."
    )
    return ExitCode.SOME_FAILED


def dumb() -> bool:
    """Return True if the terminal has neither colours nor a cursor that moves."""
    return os.environ.get("TERM") == "dumb"


def writable(text: str) -> str:
    """Return the text without lone surrogates, which stand for bytes of file names that are not
    UTF-8, and which no stream of Unicode takes."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def bare(text: str) -> str:
    """Return the text without control characters."""
    return "".join(c if c.isprintable() else " " for c in writable(text))


WIDEST = 88
"""Most columns of running text, however wide the terminal is."""

LONG = 60
"""Columns from which on a text no longer widens its column of a table."""

NARROWEST = 40
"""Fewest columns of running text."""


def wrapped(text: str, first: str, more: str | None = None) -> list[str]:
    """Return a text as lines that fit the terminal. ``first`` begins the first, and ``more``, or as
    much space, the others."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    return wrap(
        bare(text),
        width=max(width, NARROWEST),
        initial_indent=first,
        subsequent_indent=" " * len(first) if more is None else more,
        break_on_hyphens=False,
    )


def entries(rows: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Return names as lines, with the texts on each beside it, every text on lines of its own."""
    indent = max(len(name) for name, _ in rows) + 4
    lines = []
    for name, texts in rows:
        head = f"  {bare(name)}".ljust(indent)
        for text in filter(None, texts):
            lines += wrapped(text, head, " " * indent)
            head = " " * indent
    return lines


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table's rows as lines, each column as wide as its widest text that is not LONG."""
    cells = ([_width(row[i]) for row in rows] for i in range(len(rows[0])))
    widths = [max((width for width in column if width <= LONG), default=0) for column in cells]
    return ["  " + "  ".join(map(_padded, row, widths)).rstrip() for row in rows]


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return a table as lines, the first row its head. If the terminal is too narrow, the text of
    the last column stands below each row."""
    lines = columns(rows)
    if not sys.stdout.isatty() or max(map(_width, lines)) <= shutil.get_terminal_size().columns:
        return lines
    head, *others = columns([row[:-1] for row in rows])
    below = (f"    {row[-1]}" for row in rows[1:])
    return [head, *(line for pair in zip(others, below, strict=True) for line in pair)]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Return the columns of a terminal that the text takes."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
