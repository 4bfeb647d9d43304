"""The tree of a piece while it is being made: elements, and the boxes that are drawn for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from flyers.core.sheets import Box

TextPlace = tuple[int, int]
"""In a document's HTML: so many letters before it, and so many elements."""

SOFT_HYPHEN = "\u00ad"

_COMPLEX = re.compile("[\u0590-\u109f\u1780-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Letters of such scripts as have their glyphs composed, or run from right to left."""


@dataclass(eq=False, kw_only=True)
class TaggedBox:
    """A box of text or a picture on a page of the written file.

    ``spaced`` and ``hyphenated`` say how its text goes on: after a space, or in
    the same word, which was broken. ``number`` is what it is marked with.
    """

    page: int
    box: Any
    place: TextPlace = (0, 0)
    spaced: bool = False
    hyphenated: bool = False
    number: int | None = None
    together: str = ""
    """What it stands for with all others that are drawn as one, and have no number."""

    @property
    def text(self) -> str:
        """What is drawn; empty for a picture."""
        return getattr(self.box, "text", "")

    @property
    def read(self) -> str:
        """Its part of the text as it is read from line to line."""
        whole = self.text[:-1] if self.hyphenated else self.text
        return f"{whole} " if self.spaced and not whole.endswith(" ") else whole

    @property
    def meant(self) -> str:
        """The text in letters, where the glyphs do not tell it; else nothing (14.9.4)."""
        if self.together:
            return self.together
        if self.hyphenated:
            return self.read + SOFT_HYPHEN
        runs_left = self.text and self.box.style["direction"] == "rtl"
        return self.read if runs_left or self.is_complex else ""

    @property
    def is_complex(self) -> bool:
        """Whether it is in a script whose glyphs do not stand one for one for letters."""
        return bool(_COMPLEX.search(self.text))


@dataclass(eq=False, kw_only=True)
class LinkArea:
    """Where a link's box can be pressed."""

    page: int
    box: Box
    address: str


@dataclass(eq=False, kw_only=True)
class Node:
    """An element of the structure to be; one without a role only holds others together."""

    role: str
    element: Any = None
    parent: "Node | None" = None
    language: str = ""
    words: str = ""
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    page: int | None = None
    box: Box | None = None
    place: TextPlace | None = None
    """Where it is read; None: where its first box is."""
    kids: list["Node | TaggedBox | LinkArea"] = field(default_factory=list)

    @property
    def is_heading(self) -> bool:
        return self.role[:1] == "H" and self.role[1:].isdigit()

    def add(self, role: str, element: Any, language: str | None, *, first: bool = False) -> "Node":
        node = Node(role=role, element=element, parent=self, language=language or self.language)
        self.kids.insert(0 if first else len(self.kids), node)
        return node

    def begins(self) -> TextPlace:
        """Where it is read."""
        return self.place or min((leaf.place for leaf in self.leaves()), default=(0, 0))

    def leaves(self) -> Iterator[TaggedBox]:
        """Its text and pictures in the order of reading."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.leaves()
            elif isinstance(kid, TaggedBox):
                yield kid

    def letters(self) -> str:
        """Its text without spaces and regardless of case, to be compared."""
        return "".join("".join(leaf.read for leaf in self.leaves()).split()).casefold()
