"""Turns the tree into tags, once its boxes have numbers."""

from collections.abc import Iterator
from typing import Any

from flyers.core.tags import Area, Marked, Tag
from flyers.typesetting.tagging.nodes import LinkArea, Node, TaggedBox


def finished(node: Node) -> Tag:
    """Return the tags of the whole document, once its pages have been painted.

    Things that were not drawn are left out, and headings skip no level.
    """
    return _Finisher().tag(node)


_CELLS = frozenset({"TR", "TH", "TD"})
"""Types that are kept even when empty, for the others to stay in their columns."""


class _Finisher:
    def __init__(self) -> None:
        self._levels: list[int] = []

    def tag(self, node: Node) -> Tag:
        role, title = node.role, ""
        if node.is_heading:
            role = self._heading(int(node.role[1:]))
            title = _title(node.element)
        return Tag(
            role=role,
            kids=tuple(self._kids(node)),
            language=node.language if node.parent is None or _differs(node) else "",
            words=node.words,
            title=title,
            attributes=node.attributes,
            page=node.page,
            box=node.box,
        )

    def _kids(self, node: Node) -> Iterator[Tag | Marked | Area]:
        for kid in node.kids:
            if isinstance(kid, TaggedBox):
                if kid.number is not None:
                    content = Marked(page=kid.page, number=kid.number)
                    meant = kid.meant
                    yield Tag(role="Span", kids=(content,), meant=meant) if meant else content
            elif isinstance(kid, LinkArea):
                words = _words(node).replace("\u200b", "").strip()
                yield Area(page=kid.page, box=kid.box, address=kid.address, words=words)
            elif kid.role in _CELLS or any(leaf.number is not None for leaf in kid.leaves()):
                if kid.role:
                    yield self.tag(kid)
                else:
                    yield from self._kids(kid)

    def _heading(self, level: int) -> str:
        """Return a heading's type, one level below the heading that it stands under."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return f"H{len(self._levels)}"


def _title(element: Any) -> str:
    """Return a heading's text as in the HTML; a style may have changed its letters on the page."""

    def texts(element: Any) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from texts(child)
            yield (" " if child.tag == "br" else "") + (child.tail or "")

    return " ".join("".join(texts(element)).split())


def _differs(node: Node) -> bool:
    """Return True if its language is not that of the element around it."""
    above = node.parent
    while above is not None and not above.role and above.parent is not None:
        above = above.parent
    return above is None or above.language != node.language


def _words(node: Node) -> str:
    parts = (
        _words(kid) if isinstance(kid, Node) else kid.read
        for kid in node.kids
        if not isinstance(kid, LinkArea)
    )
    return node.words or "".join(parts)
