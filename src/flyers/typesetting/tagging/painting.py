"""Paints pages with their content marked: each box of the tree with a number, the rest as artifact
(ISO 32000-1, 14.6 and 14.8.2.2), and in some details as PDF/A requires (ISO 19005-2).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from itertools import count
from typing import Any

from flyers.core.units import px
from flyers.typesetting.tagging.nodes import Node, TaggedBox
from flyers.typesetting.tagging.shaped_words import Speller, actual_text, words_of

_MEANT = {"": "\u200b", "\u2010": "-"}
"""Corrections of the map from glyphs to letters: no glyph may stand for nothing (ISO 19005-2,
6.2.11.7.2), and the hyphen's, first drawn where a word was broken, stands for hyphens of the
text too."""


PictureSize = tuple[float, float]
"""Width and height in points."""


def mark(pages: Sequence[Any], tree: Node, pictures: dict[str, PictureSize]) -> None:
    """Make the pages of a panel mark their content when they are painted, numbered from one page on
    to the next. Painting then fills in the sizes of ``pictures``, by their names."""
    leaves = {leaf.box: leaf for leaf in tree.leaves()}
    numbers = count()
    for page in pages:
        page.paint = partial(_paint, page.paint, leaves, numbers, pictures)


def _paint(
    paint: Callable[..., None],
    leaves: Mapping[Any, TaggedBox],
    numbers: "count[int]",
    pictures: dict[str, PictureSize],
    stream: Any,
    scale: float = 1,
) -> None:
    plain: Any = type(stream)
    stream.__class__ = _marking(plain)
    stream.leaves, stream.numbers, stream.is_open, stream.inside = leaves, numbers, False, []
    stream.pictures = pictures
    paint(stream, scale)
    for font in stream._fonts.values():
        for glyph, letters in font.to_unicode.items():
            font.to_unicode[glyph] = _MEANT.get(letters, letters)


@cache
def _marking(plain: Any) -> Any:
    """Return the engine's stream class with our marks mixed in."""
    return type("Marking", (_Marks, plain), {})


_Stream: Any = object
"""Stands for the engine's class, which is known when it paints."""


class _Marks(_Stream):  # type: ignore[misc]
    """Methods of the engine's stream by which it marks what it draws, replaced by our own."""

    leaves: Mapping[Any, TaggedBox]
    numbers: "count[int]"
    is_open: bool
    inside: list[TaggedBox]
    pictures: dict[str, PictureSize]
    size: PictureSize = (0.0, 0.0)
    speller: Speller | None = None
    font: Any = None

    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        """Mark a box of the tree with a number, and another as artifact."""
        self.size = px(box.width), px(box.height)
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
            if leaf.is_complex:
                self.speller = Speller(words_of(box))
            actual = leaf.meant if leaf.hyphenated else ""
            with self._within(tag, _properties(leaf.number, actual)):
                yield
            self.speller = None

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn as decoration."""
        with self._within("Artifact"):
            yield

    @contextmanager
    def _within(self, tag: str, properties: bytes | None = None) -> Iterator[None]:
        # Marks are not nested: a line through a word belongs to the word.
        if self.is_open:
            yield
            return
        self.is_open = True
        self.begin_marked_content(tag, properties)
        yield
        self.end_marked_content()
        self.is_open = False

    def add_font(self, pango_font: Any) -> Any:
        self.font, size = super().add_font(pango_font)
        return self.font, size

    def show_text(self, text: str) -> None:
        if self.speller is None:
            super().show_text(text)
        else:
            self.stream.extend(self.speller.operators(text, self.font.to_unicode))

    def end_text(self) -> None:
        if self.speller:
            self.stream.extend(self.speller.end())
        super().end_text()

    def add_image(self, image: Any, interpolate: bool, ratio: float) -> Any:
        """Add a picture whose pixels are not smoothed when shown (19005-2, 6.2.8)."""
        name = super().add_image(image, False, ratio)
        self.pictures[name] = max(self.size, self.pictures.get(name, self.size))
        return name

    def clone(self, **changes: Any) -> Any:
        """Return a group, in which nothing is marked: it is marked where it is drawn as a whole."""
        group = super().clone(**changes)
        group.__class__ = type(self)
        group.leaves, group.is_open, group.inside = self.leaves, True, []
        group.pictures = self.pictures
        return group

    def draw_x_object(self, name: str) -> None:
        drawn = getattr(self._resources["XObject"].get(name), "inside", [])
        self.inside += drawn
        properties = None
        if drawn and not self.is_open:
            first = drawn[0]
            first.number = next(self.numbers)
            first.together = " ".join(leaf.read.strip() for leaf in drawn)
            properties = _properties(first.number, first.together)
        with self._within("Span" if properties else "Artifact", properties):
            super().draw_x_object(name)


def _lacks_space(leaf: TaggedBox) -> bool:
    """Return True if a space has to be drawn after the text."""
    if not leaf.text or not leaf.spaced or leaf.meant:
        return False
    return not leaf.box.pango_layout.text.endswith(" ")


def _properties(number: int, text: str = "") -> bytes:
    """Return a property list (14.6.2): the number, and the letters that the glyphs stand for."""
    return b"<</MCID %d%s>>" % (number, actual_text(text))
