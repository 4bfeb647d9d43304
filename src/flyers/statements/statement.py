"""What a statement is once it has been read: safe, typographic, and free of the web page."""

import datetime
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something of the source that is not on paper, or not as it was.

    ``severity`` is ``warning`` for what a reader of the paper will miss (a
    picture), ``note`` for what belongs to the web page alone.
    """

    what: str
    why: str
    severity: Literal["warning", "note"] = "note"


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
        """How wide it may be printed, in points: 72 pixels to the inch. A drawing has no limit."""
        return math.inf if self.path.suffix.lower() == ".svg" else self.width


@dataclass(frozen=True, kw_only=True)
class Event:
    """When and where, in the words that are printed; empty where nothing was given.

    ``date`` and ``time`` are set where ``when`` could be understood as a date; ``one_day`` says
    that nothing but that date was given: words may tell of a series that begins with it.
    """

    title: str = ""
    when: str = ""
    where: str = ""
    date: datetime.date | None = None
    time: datetime.time | None = None
    one_day: bool = False

    @property
    def last_day(self) -> datetime.date | None:
        """The day after which it is over, if that is known."""
        return self.date if self.one_day else None


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A statement as the layouts see it. All texts are plain, unless named html."""

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
    """BCP 47, as the front matter or the page says; English where neither does."""
    direction: Direction = "ltr"
    date: datetime.date | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    draft: bool = False
    slug: str = ""
    """The front matter's slug; empty where there is none."""
    address: str = ""
    """Where the statement itself says it is published: absolute, or a path from the site's root."""
    refused: str = ""
    """What it says instead and where, if that is no address."""
    event: Event = Event()
    quotes: tuple[str, ...] = ()
    """Sentences worth pulling out, the best first, without quotation marks."""
    notes: tuple[Note, ...] = ()
    sought: tuple[Path, ...] = ()
    """Where its pictures were looked for, in vain too."""

    @property
    def words(self) -> int:
        """How many words the body has."""
        return sum(len(block.text.split()) for block in self.blocks)
