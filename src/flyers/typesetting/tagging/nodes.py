"""The tree of a piece: structure elements, and the boxes that are drawn for them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from flyers.core.boxes import Box

TextPlace = tuple[int, int]
"""A place in a document's HTML: the letters before it, and the elements."""

SOFT_HYPHEN = "\u00ad"

_COMPLEX = re.compile("[\u0590-\u109f\u1780-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Letters of scripts whose glyphs are composed, or that run from right to left."""


@dataclass(eq=False, kw_only=True)
class TaggedBox:
    """A box of text or a picture on a page of the written file.

    ``spaced`` is True if a space follows its text, ``hyphenated`` if a word goes on that was
    broken at its end. ``number`` is its marked-content identifier (MCID).
    """

    page: int
    box: Any
    place: TextPlace = (0, 0)
    spaced: bool = False
    hyphenated: bool = False
    number: int | None = None
    together: str = ""
    """Text of all boxes that are drawn together as one, of which the others have no number."""

    @property
    def text(self) -> str:
        """The text as drawn; empty for a picture."""
        return getattr(self.box, "text", "")

    @property
    def read(self) -> str:
        """The text as it is read on from line to line."""
        whole = self.text[:-1] if self.hyphenated else self.text
        return f"{whole} " if self.spaced and not whole.endswith(" ") else whole

    @property
    def meant(self) -> str:
        """The text in letters if its glyphs do not give it, else empty (ActualText, 14.9.4)."""
        if self.together:
            return self.together
        if self.hyphenated:
            return self.read + SOFT_HYPHEN
        runs_left = self.text and self.box.style["direction"] == "rtl"
        return self.read if runs_left or self.is_complex else ""

    @property
    def is_complex(self) -> bool:
        """True if it is in a script whose glyphs do not stand for letters one for one."""
        return bool(_COMPLEX.search(self.text))


@dataclass(eq=False, kw_only=True)
class LinkArea:
    """The area of a link that can be clicked."""

    page: int
    box: Box
    address: str


@dataclass(eq=False, kw_only=True)
class Node:
    """A structure element; one without a role only groups others."""

    role: str
    element: Any = None
    parent: "Node | None" = None
    language: str = ""
    words: str = ""
    attributes: Mapping[str, str | int] = field(default_factory=dict)
    page: int | None = None
    box: Box | None = None
    place: TextPlace | None = None
    """Place at which it is read; None: that of its first box."""
    kids: list["Node | TaggedBox | LinkArea"] = field(default_factory=list)

    @property
    def is_heading(self) -> bool:
        """True for H1 to H6."""
        return self.role[:1] == "H" and self.role[1:].isdigit()

    def add(self, role: str, element: Any, language: str | None, *, first: bool = False) -> "Node":
        """Add an element inside of this one, as the last or the ``first``, and return it."""
        node = Node(role=role, element=element, parent=self, language=language or self.language)
        self.kids.insert(0 if first else len(self.kids), node)
        return node

    def begins(self) -> TextPlace:
        """Return the place at which it is read."""
        return self.place or min((leaf.place for leaf in self.leaves()), default=(0, 0))

    def leaves(self) -> Iterator[TaggedBox]:
        """Yield its text and pictures in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.leaves()
            elif isinstance(kid, TaggedBox):
                yield kid

    def letters(self) -> str:
        """Return its text without spaces and regardless of case, for comparing."""
        return "".join("".join(leaf.read for leaf in self.leaves()).split()).casefold()
