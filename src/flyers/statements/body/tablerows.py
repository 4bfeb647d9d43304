"""Tables that are too wide to be read, turned into rows with labels.

A row becomes an item of a list: "Line 12 — Monday: 10:00; Saturday: —". So it is read aloud in
the order of the table, each cell with the heads of its column.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from flyers.statements.body import tree

Row = list[tuple[int, Element]]
"""The cells of a row, each with the number of its first column."""

NOTHING = "—"
"""Stands for an empty cell."""

_SHORT = 12
_LONGEST = 60
"""Letters of what is said more than once: a label, or a cell that reaches into the next rows."""


def as_rows(parent: Element, table: Element) -> None:
    """Replace a table by its caption and a list with an item for each of its rows."""
    caption, listed = _caption(table), Element("ul")
    heads, rows = _heads_and_rows(table)
    labels = _labels(heads)
    # Under heads, or if its own cells are heads, the first column names the rows.
    named = bool(heads) or any(cell.tag == "th" for row in rows for at, cell in row if at == 0)
    for row in rows:
        if any(tree.text_of(cell) for _, cell in row):
            listed.append(_item(row, labels, named=named))
    listed.tail, table.tail = table.tail, None
    at = list(parent).index(table)
    parent[at : at + 1] = [*caption, *([listed] if len(listed) else [])]
    if not len(listed):
        tree.add_text(parent, at + len(caption), listed.tail)


def _caption(table: Element) -> list[Element]:
    caption = table.find("caption")
    if caption is None or tree.is_empty(caption):
        return []
    paragraph = Element("p")
    SubElement(paragraph, "strong").text = tree.text_of(caption)
    return [paragraph]


def _heads_and_rows(table: Element) -> tuple[list[Row], list[Row]]:
    """Return the rows of heads at the top, and the other rows."""
    heads: list[Row] = []
    rows: list[Row] = []
    top = {row for head in table.iter("thead") for row in head.iter("tr")}
    elements = list(table.iter("tr"))
    for element, row in zip(elements, _grid(elements), strict=True):
        is_head = element in top or (len(row) > 1 and all(cell.tag == "th" for _, cell in row))
        (heads if is_head and not rows else rows).append(row)
    # A table of heads alone has nothing that they would be the labels of.
    return (heads, rows) if rows else ([], heads)


def _grid(elements: Sequence[Element]) -> Iterator[Row]:
    """Yield the cells of each row with their first columns; one that reaches into the next rows is
    in each of them (CSS 2.2, 17.5)."""
    reaching: dict[int, tuple[int, Element]] = {}
    for element in elements:
        row: Row = []
        carried, reaching = reaching, {}
        cells = [cell for cell in element if cell.tag in ("td", "th")]
        at = 0
        while cells or at in carried:
            left, cell = carried.pop(at) if at in carried else (_small(cells[0], "rowspan"), None)
            cell = cells.pop(0) if cell is None else cell
            row.append((at, cell))
            if left > 1:
                again = cell if len(tree.text_of(cell)) <= _LONGEST else Element("td", cell.attrib)
                reaching[at] = left - 1, again
            at += span(cell)
        yield row


def _labels(heads: Sequence[Row]) -> list[str]:
    """Return the label of each column; heads above one another are joined."""
    labels: list[list[str]] = []
    for row in heads:
        for at, cell in row:
            for column in range(at, at + span(cell)):
                labels += [[] for _ in range(column + 1 - len(labels))]
                text = tree.text_of(cell)[:_LONGEST].rstrip(" :：")
                if text and text not in labels[column]:
                    labels[column].append(text)
    return [", ".join(parts) for parts in labels]


def _item(row: Row, labels: Sequence[str], *, named: bool) -> Element:
    item = Element("li")
    for number, (at, cell) in enumerate(row):
        label = labels[at] if at < len(labels) else ""
        if number == 0 and named:
            _add(SubElement(item, "strong"), cell)
            continue
        before = (" — " if number == 1 and named else "; ") if number else ""
        # A label stays on the line of what it is the label of, if that is short.
        space = "\u00a0" if len(tree.text_of(cell)) <= _SHORT else " "
        _say(item, f"{before}{label}:{space}" if label else before)
        _add(item, cell)
    return item


def _add(target: Element, cell: Element) -> None:
    """Append what a cell shows; of one that holds blocks, its words."""
    if tree.is_empty(cell):
        _say(target, NOTHING)
    elif tree.has_block(cell):
        _say(target, tree.text_of(cell))
    else:
        _say(target, (cell.text or "").lstrip())
        target.extend(deepcopy(child) for child in cell)


def _say(target: Element, text: str) -> None:
    tree.add_text(target, len(target), text)


def span(cell: Element) -> int:
    """Return the number of columns that a cell stands in."""
    return _small(cell, "colspan")


def _small(cell: Element, name: str) -> int:
    # What is no small number is not kept.
    given = cell.get(name, "")
    return max(1, int(given)) if given.isdecimal() and len(given) < 3 else 1
