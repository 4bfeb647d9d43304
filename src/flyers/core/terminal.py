"""How text gets to a terminal: errors in one way, and nothing that could command or stop it."""

import os
import re
import shutil
import sys
from collections.abc import Sequence
from textwrap import wrap
from unicodedata import combining, east_asian_width

from flyers.core.errors import ExitCode, FlyersError


def say(sentence: str) -> None:
    """An error on standard error; red where colour is welcome (no-color.org)."""
    red = sys.stderr.isatty() and not dumb() and not os.environ.get("NO_COLOR")
    head = "\x1b[31m\x1b[1mError: \x1b[0m" if red else "Error: "
    sys.stderr.write(f"{head}{bare(sentence)}\n")
    sys.stderr.flush()


def failed(error: Exception) -> ExitCode:
    """An error of ours says what to do; any other is a fault of the tool, and says so."""
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
    """Whether the terminal only writes one line under the other, without colours."""
    return os.environ.get("TERM") == "dumb"


def writable(text: str) -> str:
    """The text as any stream of Unicode takes it: names of files need not be UTF-8, and what of
    them is not came in as a lone surrogate."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def bare(text: str) -> str:
    """The text without what could command a terminal."""
    return "".join(c if c.isprintable() else " " for c in writable(text))


WIDEST = 88
"""Columns of a text that is read easily, however wide the terminal is."""

LONG = 60
"""Columns of a text in a table from which on it does not widen its column."""

NARROWEST = 40
"""A text is not broken into shorter lines than that."""


def wrapped(text: str, first: str, more: str | None = None) -> list[str]:
    """A text in lines as the terminal has room for; ``first`` stands before the first, and
    before the others ``more``, else as much space."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    return wrap(
        bare(text),
        width=max(width, NARROWEST),
        initial_indent=first,
        subsequent_indent=" " * len(first) if more is None else more,
        break_on_hyphens=False,
    )


def entries(rows: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Names, and beside each what there is to say of it: every text on lines of its own."""
    indent = max(len(name) for name, _ in rows) + 4
    lines = []
    for name, texts in rows:
        head = f"  {bare(name)}".ljust(indent)
        for text in filter(None, texts):
            lines += wrapped(text, head, " " * indent)
            head = " " * indent
    return lines


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of a table as lines, every column as wide as its widest text, but for very long ones."""
    cells = ([_width(row[i]) for row in rows] for i in range(len(rows[0])))
    widths = [max((width for width in column if width <= LONG), default=0) for column in cells]
    return ["  " + "  ".join(map(_padded, row, widths)).rstrip() for row in rows]


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """A table, the first row its head; where the terminal is too narrow for it, what is in the
    last column stands below each row."""
    lines = columns(rows)
    if not sys.stdout.isatty() or max(map(_width, lines)) <= shutil.get_terminal_size().columns:
        return lines
    head, *others = columns([row[:-1] for row in rows])
    below = (f"    {row[-1]}" for row in rows[1:])
    return [head, *(line for pair in zip(others, below, strict=True) for line in pair)]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
