"""What these tests share: short ways to a statement, and fixtures that are text."""

import re
from pathlib import Path
from typing import NamedTuple

from flyers.statements import read
from flyers.statements.statement import Statement

FIXTURES = Path(__file__).parents[1] / "statements" / "fixtures"


class Example(NamedTuple):
    """One example of a fixture file."""

    title: str
    given: str
    expected: str


def examples(name: str) -> list[Example]:
    """The examples of a fixture: title, input and expected, each closed by a line ``.``."""
    parts = (FIXTURES / name).read_text(encoding="utf-8").split("\n.\n")
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [Example(title.strip(), given, expected) for title, given, expected in triples]


def statement(text: str) -> Statement:
    """A statement from standard input."""
    return read(None, text=text.encode())


def titled(body: str, **values: str) -> Statement:
    """A statement of a body under front matter with a title."""
    lines = "".join(f"{key}: {value}\n" for key, value in {"title": "A title", **values}.items())
    return statement(f"---\n{lines}---\n{body}")


def html(given: Statement) -> str:
    """The blocks, one on a line, with unbreakable spaces shown as ~ and without held words and
    what tables were measured at."""
    text = "\n".join(block.html for block in given.blocks)
    for span in ('<span class="hold">', "</span>"):
        text = text.replace(span, "")
    text = re.sub(r' class="needs-\d+"| style="min-width:[\d.]+em"', "", text)
    return text.replace("\u00a0", "~")
