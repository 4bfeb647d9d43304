"""Places where a text may be cut, for a piece that prints an excerpt.

A cut may be made behind every sentence, list item, table and figure; where none of these is
near, behind the row of a table, a line of code or, with an ellipsis, a word. ``marked`` shows
where these places come to stand when the text is set; ``cut`` makes the excerpt.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element

from flyers.statements.body import runs, tree
from flyers.statements.statement import Block
from flyers.statements.wording import sentences

MARK = "cut"

Kind = Literal["block", "sentence", "row", "word", "lead-in"]
"""What ends at a place, from the best to the last resort: a lead-in, which ends in a colon."""

# Half a table can mislead: only a last resort ends inside one of these.
_WHOLE = frozenset({"table", "figure", "pre", "section"})
# No mark: nobody ends with these.
_NEVER_LAST = frozenset({*tree.HEADINGS, "dt", "hr"})

_LONG_SENTENCE = 240
"""Characters; nobody needs a place inside a shorter one."""
# A line or so of a sentence, to a comma where there is one.
_LINE = re.compile(
    r".{30,90}?(?:[^\s,;:،؛](?=[,;:،؛]\s)|[^、，；](?=[、，；]))|.{30,60}[^\s,;:](?=[ \n\u2028])",
    re.DOTALL,
)
_LEADS_IN = re.compile(r"[:：]\W*\Z")
_ELLIPSIS = "\u00a0…"

_TAG = re.compile(r"<[^>]*>")


class CutMark(NamedTuple):
    """An empty element that marks a possible cut, and what kind of thing ends there."""

    element: Element
    kind: Kind


def marked(blocks: Sequence[Block]) -> tuple[str, tuple[Kind, ...]]:
    """Return the HTML of all blocks with ``<a id="cut-N" class="cut"></a>`` at each possible cut,
    and the kinds of the cuts.

    Numbers count from 0 in the order of reading.
    """
    parts: list[str] = []
    kinds: list[Kind] = []
    for block in blocks:
        root = tree.parse_block(block.html)
        for mark in _mark(root):
            mark.element.set("id", f"{MARK}-{len(kinds)}")
            kinds.append(mark.kind)
        parts.append(tree.serialise(root))
    return "\n".join(parts), tuple(kinds)


def cut(blocks: Sequence[Block], n: int) -> tuple[Block, ...]:
    """Return the blocks up to the mark of number ``n``, each properly closed.

    Raises IndexError where there is no such mark.
    """
    if n < 0:
        raise IndexError(f"there is no mark {n}")
    kept: list[Block] = []
    seen = 0
    for block in blocks:
        root = tree.parse_block(block.html)
        marks = _mark(root)
        if seen + len(marks) > n:
            _truncate(root, marks[n - seen])
            kept.append(block_of(root))
            complete = root.tag == "section"
            return tuple(kept if complete else _without_note_marks(kept))
        kept.append(block)
        seen += len(marks)
    raise IndexError(f"there is no mark {n}; there are {seen}")


def beginning(block: Block, share: float) -> Block:
    """Return a block up to the first possible cut behind that share of its letters, 0 to 1.

    It saves setting the whole of a very long block to find where to cut it.
    """
    root = tree.parse_block(block.html)
    marks = _mark(root)
    stretches = tree.serialise(root).split(f'<a id="" class="{MARK}"></a>')
    lengths = [len(_TAG.sub("", stretch)) for stretch in stretches]
    wanted = share * sum(lengths)
    for mark, before in zip(marks, accumulate(lengths), strict=False):
        if before >= wanted:
            _truncate(root, mark)
            return block_of(root)
    return block


def block_of(element: Element) -> Block:
    """Return a top-level element as a Block."""
    return Block(tag=element.tag, html=tree.serialise(element), text=tree.text_of(element))


def _mark(root: Element) -> list[CutMark]:
    """Insert marks without numbers into a block."""
    above = tree.parents(root)
    marks: list[CutMark] = []
    for part in list(_parts(root)):
        if isinstance(part, Element):
            marks.extend(_mark_whole(part))
        else:
            marks.extend(_mark_run(above, part))
    if marks and marks[-1].kind != "lead-in":
        marks[-1] = CutMark(marks[-1].element, "block")
    return marks


def _parts(element: Element) -> Iterator[Element | runs.Run]:
    """Yield runs of text and unbreakable elements, in reading order."""
    if element.tag in _WHOLE:
        yield element
        return
    if element.tag in _NEVER_LAST:
        return
    run: runs.Run = []
    for slot in runs.parts(element):
        if isinstance(slot, runs.Slot):
            run.append(slot)
            continue
        if run:
            yield run
            run = []
        yield from _parts(slot)
    if run:
        yield run


def _mark_whole(element: Element) -> list[CutMark]:
    """Insert a mark behind each row of a table or line of code, and one behind the whole."""
    inside: list[Element] = []
    if element.tag == "table":
        rows = element.findall("tbody/tr")[:-1]
        inside = [_mark_end(row) for row in rows if row.find("td") is not None]
    elif element.tag == "pre":
        inside = _mark_lines(element)
    return [*(CutMark(mark, "row") for mark in inside), CutMark(_mark_end(element), "sentence")]


def _mark_lines(pre: Element) -> list[Element]:
    holder = pre
    while len(holder) == 1 and not holder.text:
        holder = holder[0]
    if len(holder):
        return []
    slot = runs.Slot(element=holder, where="text")
    ends = [match.start() for match in re.finditer(r"(?<=\S)\n(?=\s*\S)", slot.text)]
    return [_insert({}, slot, at) for at in reversed(ends)][::-1]


def _mark_run(above: dict[Element, Element], run: runs.Run) -> list[CutMark]:
    """Insert a mark behind each sentence of a run, from the last to the first.

    Backwards, a mark that splits a text leaves the part before it where it was.
    """
    marks: list[CutMark] = []
    text = runs.text_of(run)
    places = _places(text)
    start = len(text)
    for slot in reversed(run):
        start -= len(slot.text)
        while places and places[-1][0] > start:
            at, kind = places.pop()
            marks.append(CutMark(_insert(above, slot, at - start), kind))
    return marks[::-1]


def _places(text: str) -> list[tuple[int, Kind]]:
    """Yield offsets behind sentences and, in a very long one, behind a word about every line."""
    found: list[tuple[int, Kind]] = []
    for start, end in pairwise([0, *sentences.ends(text)]):
        if end - start > _LONG_SENTENCE:
            found += [(match.end(), "word") for match in _LINE.finditer(text, start, end)]
        found.append((end, "lead-in" if _LEADS_IN.search(text[start:end]) else "sentence"))
    return found


def _insert(above: dict[Element, Element], slot: runs.Slot, at: int) -> Element:
    mark = Element("a", {"id": "", "class": MARK})
    if slot.where == "fixed":
        parent = above[slot.element]
        parent.insert(list(parent).index(slot.element) + 1, mark)
        mark.tail, slot.element.tail = slot.element.tail, None
        return mark
    mark.tail = slot.text[at:]
    slot.write(slot.text[:at])
    if slot.where == "text":
        slot.element.insert(0, mark)
    else:
        parent = above[slot.element]
        parent.insert(list(parent).index(slot.element) + 1, mark)
    return mark


def _mark_end(element: Element) -> Element:
    """Insert a mark behind the last word or picture of an element that is not cut."""
    inner = element
    while len(inner) and inner[-1].tag in tree.BLOCKS and not (inner[-1].tail or "").strip():
        inner = inner[-1]
    mark = Element("a", {"id": "", "class": MARK})
    inner.append(mark)
    return mark


def _truncate(root: Element, mark: CutMark) -> None:
    above = tree.parents(root)
    child = mark.element
    while child in above:
        parent = above[child]
        del parent[list(parent).index(child) + 1 :]
        child.tail = None
        child = parent
    mark.element.tail = _ELLIPSIS if mark.kind == "word" else None
    for parent, inner in tree.each(root, "a"):
        if inner.get("class") == MARK:
            tree.remove(parent, inner)


def _without_note_marks(blocks: list[Block]) -> list[Block]:
    """Remove references to footnotes, which an excerpt does not print."""
    cleaned: list[Block] = []
    for block in blocks:
        if 'class="fn"' in block.html:
            root = tree.parse_block(block.html)
            for parent, mark in tree.each(root, "sup"):
                if tree.is_note_mark(mark):
                    tree.remove(parent, mark)
            block = block_of(root)
        cleaned.append(block)
    return cleaned
