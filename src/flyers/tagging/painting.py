"""Paints pages with their content marked: each box of the tree with a number, all else as artifact
(ISO 32000-1, 14.6 and 14.8.2.2). And in some ways as PDF/A wants it (ISO 19005-2).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from itertools import count
from typing import Any

from flyers.tagging.nodes import Leaf, Node

_MEANT = {"": "\u200b", "\u2010": "-"}
"""What glyphs stand for: none for nothing, which may not be (ISO 19005-2, 6.2.11.7.2), and the one
of a hyphen, which was drawn first where a word was broken, for those that are in the text."""


def mark(pages: Sequence[Any], tree: Node) -> None:
    """Make the pages of a panel mark their content when they are painted, with numbers that go on
    from one to the next."""
    leaves = {leaf.box: leaf for leaf in tree.leaves()}
    numbers = count()
    for page in pages:
        page.paint = partial(_paint, page.paint, leaves, numbers)


def _paint(
    paint: Callable[..., None],
    leaves: Mapping[Any, Leaf],
    numbers: "count[int]",
    stream: Any,
    scale: float = 1,
) -> None:
    plain: Any = type(stream)
    stream.__class__ = _marking(plain)
    stream.leaves, stream.numbers, stream.is_open, stream.inside = leaves, numbers, False, []
    paint(stream, scale)
    for font in stream._fonts.values():
        for glyph, letters in font.to_unicode.items():
            font.to_unicode[glyph] = _MEANT.get(letters, letters)


@cache
def _marking(plain: Any) -> Any:
    """The engine's stream, which it asks to mark what it draws there, with answers of our own."""

    class Marking(plain):  # type: ignore[misc]
        leaves: Mapping[Any, Leaf]
        numbers: "count[int]"
        is_open: bool
        inside: list[Leaf]

        @contextmanager
        def marked(self, box: Any, tag: str) -> Iterator[None]:
            leaf = self.leaves.get(box)
            if leaf is None:
                with self.artifact():
                    yield
            elif self.is_open:
                self.inside.append(leaf)
                yield
            else:
                leaf.number = next(self.numbers)
                if _lacks_space(leaf):
                    leaf.box.pango_layout.text += " "
                with self._within(
                    tag, _properties(leaf.number, "" if leaf.runs_left else leaf.meant)
                ):
                    yield

        @contextmanager
        def artifact(self) -> Iterator[None]:
            with self._within("Artifact"):
                yield

        @contextmanager
        def _within(self, tag: str, properties: bytes | None = None) -> Iterator[None]:
            # In marked content there is no other: a line through a word belongs to the word.
            if self.is_open:
                yield
                return
            self.is_open = True
            self.begin_marked_content(tag, properties)
            yield
            self.end_marked_content()
            self.is_open = False

        def add_image(self, image: Any, interpolate: bool, ratio: float) -> Any:
            """A picture whose pixels are not smoothed when shown (19005-2, 6.2.8)."""
            return super().add_image(image, False, ratio)

        def clone(self, **changes: Any) -> Any:
            """A group, in which nothing is marked: that is done where it is drawn as a whole."""
            group = super().clone(**changes)
            group.__class__ = type(self)
            group.leaves, group.is_open, group.inside = self.leaves, True, []
            return group

        def draw_x_object(self, name: str) -> None:
            drawn = getattr(self._resources["XObject"].get(name), "inside", [])
            self.inside += drawn
            properties = None
            if drawn and not self.is_open:
                drawn[0].number = next(self.numbers)
                text = "".join(leaf.read for leaf in drawn)
                properties = _properties(drawn[0].number, text)
            with self._within("Span" if properties else "Artifact", properties):
                super().draw_x_object(name)

    return Marking


def _lacks_space(leaf: Leaf) -> bool:
    """Whether a space is to be drawn behind it."""
    if not leaf.text or not leaf.spaced or leaf.meant:
        return False
    return not leaf.box.pango_layout.text.endswith(" ")


def _properties(number: int, text: str) -> bytes:
    """A property list (14.6.2); ``text`` is what is meant by the glyphs (14.9.4)."""
    letters = f"\ufeff{text}".encode("utf-16-be").hex()
    actual = f"/ActualText <{letters}>" if text else ""
    return f"<</MCID {number}{actual}>>".encode("ascii")
