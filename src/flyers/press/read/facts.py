"""What can be read back out of a PDF: the press tells it, the checks judge it.

Lengths are points as they are printed, so that a page's /UserUnit is in them
already. Boxes lie as in the file, before its /Rotate turns the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flyers.core.sheets import Box
from flyers.press.read.painted import Content


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """What lies over a page: a link, a note, a form field (ISO 32000-1, 12.5). ``kind`` is its
    /Subtype, ``action`` the /S of what it does, ``address`` where a link to the web leads, and
    ``words`` its /Contents."""

    kind: str
    box: Box
    action: str = ""
    address: str = ""
    words: str = ""
    hidden: bool = False


@dataclass(frozen=True, kw_only=True)
class PageFacts:
    """One page of the PDF: its boxes as far as they are given, and what is painted on it."""

    media: Box
    crop: Box | None = None
    bleed: Box | None = None
    trim: Box | None = None
    rotate: int = 0
    """/Rotate, degrees clockwise."""
    user_unit: float = 1
    annotations: tuple[Annotation, ...] = ()
    content: Content = field(default_factory=Content)

    @property
    def shown(self) -> Box:
        """What a viewer shows of the page, and a picture of it (14.11.2.1)."""
        return _on_paper(self.crop, self.media) or self.media

    @property
    def finished(self) -> Box:
        """The trim; where none is given, the page as it is shown (table 30)."""
        return _on_paper(self.trim, self.media) or self.shown


def _on_paper(box: Box | None, media: Box) -> Box | None:
    """Return the part of a box that lies on the paper (14.11.2.1), None where there is none."""
    within = box.shared(media) if box else None
    return within if within and within.width > 0 and within.height > 0 else None


@dataclass(frozen=True, kw_only=True)
class FontFacts:
    """One font that the PDF uses.

    ``missing`` are the letters that the font lacks, so that the box for a
    missing letter (``.notdef``) is drawn in their place. ``stem`` is the width
    of its upright strokes in ems, 0 where the font does not tell.
    """

    name: str
    embedded: bool
    kind: str = ""
    """Type1, TrueType, Type0 with the kind of its descendant, Type3."""
    missing: str = ""
    stem: float = 0


@dataclass(frozen=True, kw_only=True)
class Intent:
    """An output intent (14.11.5): what the colours are meant for. ``inks`` are the components of
    its profile, 0 without one."""

    kind: str
    """/GTS_PDFX, /GTS_PDFA1 and so on, without the slash."""
    condition: str
    """/OutputConditionIdentifier, the registered name."""
    registry: str = ""
    inks: int = 0


@dataclass(frozen=True, kw_only=True)
class FileFacts:
    """The whole PDF: its pages in order, its fonts by name, and what it says of itself."""

    pages: tuple[PageFacts, ...]
    fonts: tuple[FontFacts, ...] = ()
    version: str = ""
    """As in the header or the catalog: ``1.7``."""
    encrypted: bool = False
    mended: str = ""
    """What was wrong with the file, where it could only be read after it had been mended: ``is
    damaged``, and how."""
    scripts: tuple[str, ...] = ()
    """What it would do by itself: the names of its actions, and of things to be played."""
    fields: int = 0
    """Form fields."""
    attachments: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    """The names of its optional content."""
    hidden_layers: tuple[str, ...] = ()
    """Those of them that are off when the file is opened."""
    intents: tuple[Intent, ...] = ()
    claims: Mapping[str, str] = field(default_factory=dict)
    """The standards it says it keeps, each with the version: PDF/X, PDF/A, PDF/UA."""
    title: str = ""
    title_shown: bool = False
    """Whether a viewer shows the title, not the name of the file."""
    language: str = ""
    tagged: bool = False
    """Whether it says that its contents are tagged, and has a tree of tags."""
    headings: int = 0
    figures: tuple[bool, ...] = ()
    """For every figure in the tree of tags, whether it has words in its place."""
    discord: tuple[str, ...] = ()
    """What the information dictionary and the metadata say differently."""
    identified: bool = False
    """Whether it has a file identifier (14.4)."""
    trapped: str = ""
    outlines: int = 0
