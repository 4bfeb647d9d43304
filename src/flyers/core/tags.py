"""The tags of a piece: what its contents are and in which order they are read, for those who
hear it (ISO 32000-1, 14.7 and 14.8). Values only; the typesetter makes them, the press prints them.

All lengths are points; boxes lie on a page of the typeset file, from its lower left corner.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from flyers.core.sheets import Box


@dataclass(frozen=True, kw_only=True)
class Marked:
    """Content that is marked with a number (14.7.4.2). ``page`` is one of the typeset file."""

    page: int
    number: int


@dataclass(frozen=True, kw_only=True)
class Area:
    """Where a link can be pressed, the address it leads to, and what it is called."""

    page: int
    box: Box
    address: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Tag:
    """An element of the structure tree, with what is in it in the order of reading.

    ``role`` is a standard structure type (14.8.4). ``language`` is said where it
    differs from what is around, ``words`` stand for a picture, ``meant`` is its text
    where the glyphs do not tell it, and ``attributes`` are those of its type (14.8.5)
    as plain values. ``page`` and ``box`` are where a
    heading or a picture is, and ``title`` a heading's text.
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
        """This and all that is in it, in the order of reading."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.walk()


@dataclass(frozen=True, kw_only=True)
class TaggedFile:
    """A typeset file with marked content, the tags of all its pages, and the ICC profile that its
    colours are meant in. ``pictures`` are the width and height at which each is drawn at most, by
    its name among the resources.

    The numbers of the marked content go on from page to page of each panel, so
    that these can be put on one page as they are.
    """

    pdf: bytes
    document: Tag
    profile: bytes
    pictures: Mapping[str, tuple[float, float]] = field(default_factory=dict)
