"""Tables that can be set: not too deep in one another, not too many columns."""

from xml.etree.ElementTree import Element

from flyers.statements import structure, tree
from flyers.statements.model import Note

DEEPEST = 3
"""Tables in one another; each level doubles the time that setting them takes."""

MOST_COLUMNS = 8
"""In a column of text some thirty ems wide more would break every word."""

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
