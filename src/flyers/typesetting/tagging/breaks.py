"""Joins the text of boxes from line to line, by the HTML that they were made from.

A tagged text has its words apart and whole (ISO 32000-1, 14.8.2.2.3 and 14.8.2.5). But
the space at a line's end is not drawn, and a hyphen there may not be in the text. So the
boxes are compared with the HTML. Places are counted in letters, without spaces and
regardless of case, which a style changes.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from flyers.typesetting.tagging.nodes import TaggedBox, TextPlace

_TELLING = 12
"""Letters in a row that are not found elsewhere in the text by chance."""


class SourceText:
    """The text of a document, and where its elements begin and end in it."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self._spans: dict[int, tuple[int, int, int]] = {}
        self._before_space: set[int] = set()
        self._count = 0
        self._letters = "".join(self._read(root))

    def place(self, element: Any) -> TextPlace:
        """Return the place at which an element begins."""
        begin, _, order = self._spans[id(element)]
        return begin, order

    def note(self, leaves: Sequence[TaggedBox]) -> None:
        """Set ``place``, ``spaced`` and ``hyphenated`` of all boxes, given in order."""
        at = 0
        for leaf, following in zip_longest(leaves, leaves[1:]):
            element, tag = leaf.box.element, leaf.box.element_tag
            if id(element) not in self._spans:  # in a page's margin, by a style sheet
                leaf.place = at, 0
                continue
            begin, end, order = self._spans[id(element)]
            # A style may put boxes in another order than the HTML.
            at = at if begin <= at <= end else begin
            leaf.place = at, order
            if "::" in tag:  # content that a style sheet adds is not in the text
                leaf.spaced = tag.endswith("::after") and at in self._before_space
                continue
            at = self._after(leaf, at)
            leaf.spaced = at in self._before_space and not _begins_apart(following)

    def _after(self, leaf: TaggedBox, at: int) -> int:
        """Return the place at which a box ends that begins about there."""
        drawn = "".join(leaf.text.split()).casefold()
        if not self._letters.startswith(drawn, at):
            whole = drawn.removesuffix(leaf.box.style["hyphenate_character"])
            leaf.hyphenated = whole != drawn and self._letters.startswith(whole, at)
            drawn = whole if leaf.hyphenated else drawn
        found = self._letters.find(drawn, at) if len(drawn) > _TELLING else at
        return found + len(drawn) if self._letters.startswith(drawn, max(found, 0)) else at

    def _read(self, element: Any) -> Iterator[str]:
        begin, order = self._count, len(self._spans)
        self._spans[id(element)] = begin, begin, order
        yield from self._taken(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                yield from self._read(child)
            # A line break separates words as a space does.
            yield from self._taken(("\n" if child.tag == "br" else "") + (child.tail or ""))
        self._spans[id(element)] = begin, self._count, order

    def _taken(self, text: str) -> Iterator[str]:
        for letter in text:
            if letter.isspace():
                self._before_space.add(self._count)
            else:
                folded = letter.casefold()
                self._count += len(folded)
                yield folded


def _begins_apart(leaf: TaggedBox | None) -> bool:
    """Return True if no space may be put before it: it has one, or belongs to the word before."""
    if leaf is None:
        return False
    return leaf.text[:1].isspace() or (leaf.box.element_tag or "").endswith("::after")
