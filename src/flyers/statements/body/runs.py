"""Runs: the text of one block across its inline elements, as if it were one string.

Quotation marks and ends of sentences depend on what stands beside them, and that may be in
another element: ``"<em>Yes</em>," she said.``
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from flyers.statements.body import tree

Edit = tuple[int, int, str]
"""Replace the characters from start to end by a text."""

OBJECT = "\ufffc"
"""Stands for what has no letters or is not to be changed: a picture, code."""
BREAK = "\u2028"
"""Stands for ``<br>``. Python counts it as white space."""
_OPAQUE = {"code": OBJECT, "kbd": OBJECT, "samp": OBJECT, "pre": OBJECT, "img": OBJECT, "br": BREAK}


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One text of the tree, or a fixed text in place of an element."""

    element: Element
    where: Literal["text", "tail", "fixed"]
    fixed: str = ""

    @property
    def text(self) -> str:
        """The current text."""
        if self.where == "fixed":
            return self.fixed
        return (self.element.text if self.where == "text" else self.element.tail) or ""

    def write(self, text: str) -> None:
        """Replace the text; a fixed one stays."""
        if self.where == "text":
            self.element.text = text
        elif self.where == "tail":
            self.element.tail = text


Run = list[Slot]


def runs(block: Element, skip: frozenset[str] = frozenset()) -> Iterator[Run]:
    """Yield the runs of a block in reading order, without those in elements of ``skip``."""
    run: Run = []
    for part in parts(block):
        if isinstance(part, Slot):
            run.append(part)
            continue
        if run:
            yield run
            run = []
        if part.tag not in skip:
            yield from runs(part, skip)
    if run:
        yield run


def parts(block: Element) -> Iterator[Slot | Element]:
    """Yield the slots of a block, and blocks inside it as they come, unopened."""
    if block.tag in _OPAQUE:
        return
    if block.text:
        yield Slot(element=block, where="text")
    for child in block:
        if child.tag in tree.BLOCKS:
            yield child
        elif child.tag in _OPAQUE:
            yield Slot(element=child, where="fixed", fixed=_OPAQUE[child.tag])
        # The raised number of a footnote is not part of the sentence.
        elif not tree.is_note_mark(child):
            yield from parts(child)
        if child.tail:
            yield Slot(element=child, where="tail")


def text_of(run: Run) -> str:
    """Return the run as one string."""
    return "".join(slot.text for slot in run)


def edited(pieces: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """Return the pieces of a text after edits of the whole, which are in order and do not overlap.

    An edit across pieces goes into the piece where it begins.
    """
    result: list[str] = []
    start = cursor = done = 0
    for piece in pieces:
        end = start + len(piece)
        parts: list[str] = []
        while done < len(edits) and edits[done][0] < end:
            first, last, new = edits[done]
            if cursor < first:
                parts.append(piece[cursor - start : first - start])
            parts.append(new)
            cursor = last
            done += 1
        if cursor < end:
            parts.append(piece[cursor - start :])
            cursor = end
        result.append("".join(parts))
        start = end
    return result
