"""Tables made fit to be set: nesting and columns bounded, words unbroken."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from flyers.core.findings import Finding
from flyers.statements.body import structure, tablerows, tree
from flyers.statements.body.tablerows import span
from flyers.statements.statement import noted

DEEPEST = 3
"""Tables in one another; each level doubles the time that setting them takes."""

MOST_COLUMNS = 8
"""In a column of text some thirty ems wide more would break every word."""

NEEDS = "needs"
"""Begins a table's class, before the ems that it needs."""

NARROWEST = 34
"""Ems of the smallest type for tables in the narrowest frame, a tri-fold's panel."""

WIDEST = 46
"""Ems of the widest frame, a letter's only column; in one that needs more, words always break."""

_NARROW = frozenset("fijlrtIJ.,:;!|()[]/'’-–\u00a0")
_WIDE = 1.0
"""Ems of the bold sans, as of an East Asian sign. A face of a campaign's own may be wider, so
these are rather too much than too little."""

_GAP = 0.6
"""Behind each cell, as the style sheet has it."""

WORDY = 150
"""Characters of a cell. To find how narrow it may be, the setter measures what is left of it from
every place where a line could end, so that what is twice as long takes four times as long."""

_WORD = re.compile(r"[^ \t\n\u2028]+")
_LONGEST_NAME = 60


def depth(element: Element) -> int:
    """Return how deep tables are nested."""
    inner = max(map(depth, element), default=0)
    return inner + (element.tag == "table")


def narrow(body: Element) -> list[Finding]:
    """Turn tables whose columns would be too narrow to read into rows with labels."""
    notes: list[Finding] = []
    for parent, table in tree.each(body, "table"):
        columns = max(map(_columns, table.iter("tr")), default=0)
        if columns > MOST_COLUMNS or _needed(longest_words(table)) > WIDEST:
            why = f"its {columns} columns are too narrow to read; its rows are set as a list"
            notes.append(noted(_name(table), why))
            tablerows.as_rows(parent, table)
            if parent.tag == "figure":
                parent.tag = "div"
    if notes:
        structure.tidy(body)
    return notes[::-1]


def measure(body: Element) -> list[Finding]:
    """Write on each table how many ems it needs so that no word breaks; return those too wide.

    The cells of its first row carry their columns' least widths; a table with much text in a cell
    carries fixed column widths.
    """
    notes: list[Finding] = []
    for _, table in tree.each(body, "table"):
        widths = longest_words(table)
        needed = _needed(widths)
        table.set("class", f"{NEEDS}-{needed}")
        if any(len(tree.text_of(cell)) > WORDY for cell in table.iter("td")):
            _divide(table, column_widths(widths, longest_cells(table)))
        else:
            for at, cell in _placed(next(table.iter("tr"), Element("tr"))):
                if span(cell) == 1:
                    cell.set("style", f"min-width:{widths[at]:.2f}em")
        if needed > NARROWEST:
            why = (
                "words in it break in the narrowest column of text, as on a tri-fold;"
                " give it fewer columns or shorter words"
            )
            notes.append(noted(_name(table), why, "warning"))
    return notes[::-1]


def _needed(widths: Sequence[float]) -> int:
    """Return the ems that a table needs if its columns are at least so wide."""
    return math.ceil(sum(widths) + _GAP * len(widths))


def longest_words(table: Element) -> list[float]:
    """Return the width of each column's longest word, in ems of the table's type."""
    return _widest(table, lambda text: max(map(_ems, _WORD.findall(text)), default=0.0))


def longest_cells(table: Element) -> list[float]:
    """Return the width of each column's longest cell on one line, in ems of the table's type."""
    return _widest(table, lambda text: sum(map(_width, text)))


def _widest(table: Element, width: Callable[[str], float]) -> list[float]:
    """Return the largest value of each column; a cell across columns uses the sum of theirs."""
    widths = [0.0] * max(map(_columns, table.iter("tr")), default=0)
    for row in table.iter("tr"):
        for at, cell in _placed(row):
            if span(cell) == 1:
                widths[at] = max(widths[at], width(tree.text_of(cell)))
    return widths


def column_widths(words: Sequence[float], cells: Sequence[float]) -> list[tuple[float, float]]:
    """Return each column's width, as a share of the table's width and ems added to it.

    Each column has room for its longest word; the rest is shared out in proportion to the rest of
    its longest cell, so that rows come out about equally high. ``words`` and ``cells`` in ems.
    """
    rooms = [word + _GAP for word in words]
    others = [max(cell - word, 0.01) for word, cell in zip(words, cells, strict=True)]
    shares = [other / sum(others) for other in others]
    return [(share, room - share * sum(rooms)) for share, room in zip(shares, rooms, strict=True)]


def _divide(table: Element, widths: Sequence[tuple[float, float]]) -> None:
    """Write the column widths of a table (CSS 2.2, 17.5.2.1)."""
    table.set("style", "table-layout:fixed")
    group = Element("colgroup")
    for share, ems in widths:
        SubElement(group, "col", style=f"width:calc({share:.2%} + {ems:.2f}em)")
    table.insert(table.find("caption") is not None, group)


def _placed(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells of a row, each with the number of its first column."""
    at = 0
    for cell in row:
        if cell.tag in ("td", "th"):
            yield at, cell
            at += span(cell)


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
    return sum(span(cell) for cell in row if cell.tag in ("td", "th"))


def _name(table: Element) -> str:
    caption = table.find("caption")
    text = tree.text_of(table if caption is None else caption)
    short = text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
    return f"the table “{short}”"
