"""How text goes on at the end of a line, which its boxes do not tell.

A tagged text has its words apart and whole (ISO 32000-1, 14.8.2.2.3 and 14.8.2.5). But the
space at a line's end is not drawn, and a hyphen there may be one that is not in the text. So
the boxes are held against the HTML that they were made of.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from flyers.tagging.nodes import Leaf

_TELLING = 12
"""Letters that are not found by chance elsewhere in the text, where a style has changed some."""


def note_breaks(root: Any, leaves: Sequence[Leaf]) -> None:
    """Set ``spaced`` and ``hyphenated`` of all the boxes of a document, given in order.

    ``root`` is its first element. Letters are compared regardless of case, which the style changes.
    """
    source = "".join(texts(root)).casefold()
    letters = "".join(source.split())
    before_space = _ends_of_words(source)
    at = 0
    for leaf, following in zip_longest(leaves, leaves[1:]):
        if "::" in leaf.box.element_tag:
            continue  # a list's sign, which is not in the text
        drawn = "".join(leaf.text.split()).casefold()
        if not letters.startswith(drawn, at):
            whole = drawn.removesuffix(leaf.box.style["hyphenate_character"])
            leaf.hyphenated = whole != drawn and letters.startswith(whole, at)
            drawn = whole if leaf.hyphenated else drawn
        found = letters.find(drawn, at) if len(drawn) > _TELLING else at
        at = found + len(drawn) if letters.startswith(drawn, found) else at
        begins_apart = following is not None and following.text[:1].isspace()
        leaf.spaced = at in before_space and not begins_apart


def texts(element: Any) -> Iterator[str]:
    """The text of an element and all in it; a line's end is a space as well."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from texts(child)
        yield "\n" if child.tag == "br" else ""
        yield child.tail or ""


def _ends_of_words(text: str) -> set[int]:
    """After how many letters that are no spaces there is one."""
    ends, letters = set[int](), 0
    for letter in text:
        if letter.isspace():
            ends.add(letters)
        else:
            letters += 1
    return ends
