"""Places where a text may be cut, for a piece that takes an excerpt.

A cut may be made behind every sentence, list item, table and figure. ``marked`` shows where
these places come to stand when the text is set; ``cut`` makes the excerpt.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from flyers.statements import runs, sentences, tree
from flyers.statements.model import Block

MARK = "cut"

# One mark, at their end: half a table says something else than the whole.
_WHOLE = frozenset({"table", "figure", "pre", "section"})
# No mark: nobody ends with these.
_NEVER_LAST = frozenset({*tree.HEADINGS, "dt", "hr"})


def marked(blocks: Sequence[Block]) -> tuple[str, int]:
    """The HTML of all blocks with ``<a id="cut-N" class="cut"></a>`` at each place, and how many.

    Numbers count from 0 in the order of reading.
    """
    parts: list[str] = []
    count = 0
    for block in blocks:
        root = tree.parse_block(block.html)
        for mark in _mark(root):
            mark.set("id", f"{MARK}-{count}")
            count += 1
        parts.append(tree.serialise(root))
    return "\n".join(parts), count


def paragraph_ends(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the marks at which a whole block ends."""
    found: set[int] = set()
    count = 0
    for block in blocks:
        marks = _mark(tree.parse_block(block.html))
        count += len(marks)
        if marks:
            found.add(count - 1)
    return frozenset(found)


def cut(blocks: Sequence[Block], n: int) -> tuple[Block, ...]:
    """The blocks as far as the mark of number ``n``, each properly closed.

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


def block_of(element: Element) -> Block:
    """A top-level element as the statement keeps it."""
    return Block(tag=element.tag, html=tree.serialise(element), text=tree.text_of(element))


def _mark(root: Element) -> list[Element]:
    """Put marks into a block; they have no number yet."""
    if root.tag in _WHOLE:
        return [_mark_end(root)]
    marks: list[Element] = []
    for part in list(_parts(root)):
        if isinstance(part, Element):
            marks.append(_mark_end(part))
        else:
            marks.extend(_mark_run(root, part))
    return marks


def _parts(element: Element) -> Iterator[Element | runs.Run]:
    """Runs of text and whole elements, in the order of reading."""
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


def _mark_run(root: Element, run: runs.Run) -> list[Element]:
    """A mark behind each sentence of a run, made from the last to the first.

    Backwards, a mark that splits a text leaves the part before it where it was.
    """
    marks: list[Element] = []
    above = tree.parents(root)
    offsets = sentences.ends(runs.text_of(run))
    start = len(runs.text_of(run))
    for slot in reversed(run):
        length = len(slot.text)
        start -= length
        while offsets and offsets[-1] > start:
            marks.append(_insert(above, slot, offsets.pop() - start))
    return marks[::-1]


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
    """A mark behind the last word or picture of an element that is not cut."""
    inner = element
    while len(inner) and inner[-1].tag in tree.BLOCKS and not (inner[-1].tail or "").strip():
        inner = inner[-1]
    mark = Element("a", {"id": "", "class": MARK})
    inner.append(mark)
    return mark


def _truncate(root: Element, mark: Element) -> None:
    above = tree.parents(root)
    child = mark
    child.tail = None
    while child in above:
        parent = above[child]
        for later in list(parent)[list(parent).index(child) + 1 :]:
            parent.remove(later)
        child.tail = None
        child = parent
    for parent, inner in tree.each(root, "a"):
        if inner.get("class") == MARK:
            tree.remove(parent, inner)


def _without_note_marks(blocks: list[Block]) -> list[Block]:
    """An excerpt has no footnotes, so nothing points to them."""
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
