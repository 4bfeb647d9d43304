"""Tags of a piece: the kinds of its contents and their reading order, for screen readers
(ISO 32000-1, 14.7 and 14.8). Values only; the typesetter makes them, the press writes them.

All lengths are points; boxes lie on a page of the typeset file, from its lower left corner.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from flyers.core.boxes import Box


@dataclass(frozen=True, kw_only=True)
class Marked:
    """Marked content, by its number (14.7.4.2) and the page of the typeset file."""

    page: int
    number: int


@dataclass(frozen=True, kw_only=True)
class Area:
    """The area of a link, the address that it leads to, and its text."""

    page: int
    box: Box
    address: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Tag:
    """An element of the structure tree, with its kids in the order of reading.

    ``role`` is a standard structure type (14.8.4). ``language`` is given where it
    differs from that around, ``words`` are a picture's alternate text, ``meant`` is
    the text of glyphs that do not yield it, and ``attributes`` are those of the type
    (14.8.5) as plain values. ``page`` and ``box`` locate a heading or a picture, and
    ``title`` is a heading's text.
    """

    role: str
    kids: tuple["Tag | Marked | Area", ...] = ()
    language: str = ""
    words: str = ""
    meant: str = ""
    title: str = ""
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    page: int | None = None
    box: Box | None = None

    def walk(self) -> Iterator["Tag"]:
        """Yield this element and all elements in it, in the order of reading."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()


@dataclass(frozen=True, kw_only=True)
class TaggedFile:
    """A typeset file with marked content, the tags of all its pages, and the ICC profile of its
    colours. ``pictures`` has the largest width and height at which each picture is drawn, by its
    name among the resources.

    The numbers of marked content continue over the pages of each panel, so that
    these can be put on one page as they are.
    """

    pdf: bytes
    document: Tag
    profile: bytes
    pictures: Mapping[str, tuple[float, float]] = field(default_factory=dict)
