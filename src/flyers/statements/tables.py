"""Tables that can be set: not too deep in one another, not too many columns, words unbroken."""

import math
import re
import unicodedata
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from flyers.statements import structure, tree
from flyers.statements.model import Note

DEEPEST = 3
"""Tables in one another; each level doubles the time that setting them takes."""

MOST_COLUMNS = 8
"""In a column of text some thirty ems wide more would break every word."""

NEEDS = "needs"
"""Begins a table's class, before the ems that it needs."""

NARROWEST = 34
"""Ems of the smallest type for tables in the narrowest frame, a tri-fold's panel."""

_NARROW = frozenset("fijlrtIJ.,:;!|()[]/'’-–\u00a0")
_WIDE = 1.0
"""Ems of the bold sans, as of an East Asian sign. A face of a campaign's own may be wider, so
these are rather too much than too little."""

_GAP = 0.6
"""Behind each cell, as the style sheet has it."""

_WORD = re.compile(r"[^ \t\n\u2028]+")
_LONGEST_NAME = 60


def depth(element: Element) -> int:
    """How many tables stand in one another."""
    inner = max(map(depth, element), default=0)
    return inner + (element.tag == "table")


def remove_wide(body: Element) -> list[Note]:
    """Take out tables whose columns would be too narrow to read."""
    notes: list[Note] = []
    for parent, table in tree.each(body, "table"):
        columns = max(map(_columns, table.iter("tr")), default=0)
        if columns > MOST_COLUMNS:
            why = f"its {columns} columns are too narrow to read; give it {MOST_COLUMNS} at most"
            notes.append(Note(what=_name(table), why=why, severity="warning"))
            tree.remove(parent, table)
    structure.remove_empty(body)
    return notes[::-1]


def measure(body: Element) -> list[Note]:
    """Write on each table how many ems it needs for no word to break; name those with too many.

    The cells of its first row say how wide their columns are at least.
    """
    notes: list[Note] = []
    for _, table in tree.each(body, "table"):
        widths = longest_words(table)
        needed = math.ceil(sum(widths) + _GAP * len(widths))
        table.set("class", f"{NEEDS}-{needed}")
        for at, cell in _placed(next(table.iter("tr"), Element("tr"))):
            if _span(cell) == 1:
                cell.set("style", f"min-width:{widths[at]:.2f}em")
        if needed > NARROWEST:
            why = (
                "words in it break in the narrowest column of text, as on a tri-fold;"
                " give it fewer columns or shorter words"
            )
            notes.append(Note(what=_name(table), why=why, severity="warning"))
    return notes[::-1]


def longest_words(table: Element) -> list[float]:
    """How wide each column's longest word is, in ems of the table's type."""
    columns = max(map(_columns, table.iter("tr")), default=0)
    widths = [0.0] * columns
    for row in table.iter("tr"):
        for at, cell in _placed(row):
            # What spans columns takes what they have.
            words = _WORD.findall(tree.text_of(cell)) if _span(cell) == 1 else []
            widths[at] = max(widths[at], *map(_ems, words), 0.0)
    return widths


def _placed(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row, each with the number of its first column."""
    at = 0
    for cell in row:
        if cell.tag in ("td", "th"):
            yield at, cell
            at += _span(cell)


def _ems(word: str) -> float:
    widths = list(map(_width, word))
    # A line may end behind any wide sign.
    return _WIDE if _WIDE in widths else sum(widths)


def _width(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return _WIDE
    if sign in _NARROW:
        return 0.38
    return 0.7 if sign.isupper() else 0.56


def _columns(row: Element) -> int:
    return sum(_span(cell) for cell in row if cell.tag in ("td", "th"))


def _span(cell: Element) -> int:
    # What is no small number is not kept.
    span = cell.get("colspan", "")
    return int(span) if span.isdecimal() and len(span) < 3 else 1


def _name(table: Element) -> str:
    caption = table.find("caption")
    text = tree.text_of(table if caption is None else caption)
    short = text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
    return f"the table “{short}”"
