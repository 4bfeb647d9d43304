"""A statement once it has been read: safe, typographic, and without the web page around it."""

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from flyers.core.findings import Finding, Severity

Direction = Literal["ltr", "rtl"]
LanguageBasis = Literal["given", "site", "found", "assumed"]
"""The source of a statement's language: itself, its site, its words, or none of them."""


def noted(what: str, why: str, severity: Severity = "note", *, line: int | None = None) -> Finding:
    """Return the finding that something of the source is not on paper, or not as it was.

    ``severity`` is ``warning`` for what a reader of the paper will miss (a
    picture), ``note`` for what belongs to the web page alone. ``line`` is its line of the file.
    """
    return Finding(check="statement", severity=severity, line=line, message=f"{what}: {why}")


@dataclass(frozen=True, kw_only=True)
class Block:
    """One top-level element of the body: a paragraph, a heading, a list, a figure.

    ``html`` is its sanitised markup, ``text`` the words in it.
    """

    tag: str
    html: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture that the body shows, checked and ready to be read. Size in pixels."""

    path: Path
    alt: str
    width: int
    height: int

    @property
    def ratio(self) -> float:
        """Height over width."""
        return self.height / self.width

    @property
    def widest(self) -> float:
        """Largest printed width in points, at 72 pixels to the inch; infinite for a drawing."""
        return math.inf if self.path.suffix.lower() == ".svg" else self.width


@dataclass(frozen=True, kw_only=True)
class Event:
    """Time and place of an event, in the words that are printed; empty if not given.

    ``date`` and ``time`` are set if ``when`` could be read as a date; ``one_day`` is True if
    nothing but that date was given, since other words may describe a series that begins with it."""

    title: str = ""
    when: str = ""
    where: str = ""
    date: datetime.date | None = None
    time: datetime.time | None = None
    one_day: bool = False

    @property
    def last_day(self) -> datetime.date | None:
        """The last day of the event, if it is known."""
        return self.date if self.one_day else None


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A statement as layouts receive it. All texts are plain, unless named html."""

    source: str
    """What messages call it: the path as the user gave it, or ``standard input``."""
    name: str
    """What the file is called, without a leading date and suffix."""
    title: str
    deck: str
    """The summary, description or deck, in whole sentences; empty where there is none."""
    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...] = ()
    language: str = "en"
    """BCP 47."""
    language_basis: LanguageBasis = "given"
    translation: str = ""
    """The language in the file's name, as ``fr`` in ``park.fr.md``; empty if there is none."""
    direction: Direction = "ltr"
    date: datetime.date | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    draft: bool = False
    slug: str = ""
    """The front matter's slug; empty where there is none."""
    address: str = ""
    """The address that the statement gives itself: absolute, or a path from the site's root."""
    refused: str = ""
    """A complaint about an address in the front matter that is none, with its place."""
    event: Event = Event()
    quotes: tuple[str, ...] = ()
    """Sentences worth pulling out, the best first, without quotation marks."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """The front matter as it is written, keys in lower case with ``_``."""
    notes: tuple[Finding, ...] = ()
    article: str = ""
    """The words of the page's own article as they were found, to hold against those kept."""
    sought: tuple[Path, ...] = ()
    """Where its pictures were looked for, in vain too."""

    @property
    def words(self) -> int:
        """Number of words in the body."""
        return sum(len(block.text.split()) for block in self.blocks)
