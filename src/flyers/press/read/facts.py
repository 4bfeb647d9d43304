"""Facts of a PDF as values: the press reads them, the checks judge them.

Lengths are points as they are printed, so that a page's /UserUnit is in them already. Boxes lie as
in the file, before its /Rotate turns the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flyers.core.boxes import Box
from flyers.press.read.painted import Content


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """Something over a page: a link, a note, a form field (ISO 32000-1, 12.5).

    ``kind`` is its /Subtype, ``action`` the /S of its action, ``address`` the target of a link to
    the web, and ``words`` its /Contents.
    """

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
        """The part of the page that viewers show (14.11.2.1)."""
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

    ``missing`` are the letters that the font lacks, so that the box for a missing letter
    (``.notdef``) is drawn in their place. ``stem`` is the width of its upright strokes in ems, 0
    where the font does not give it.
    """

    name: str
    embedded: bool
    kind: str = ""
    """Type1, TrueType, Type0 with the kind of its descendant, Type3."""
    missing: str = ""
    stem: float = 0


@dataclass(frozen=True, kw_only=True)
class Intent:
    """An output intent (14.11.5): the printing condition of the colours.

    ``inks`` are the components of its profile, 0 without one.
    """

    kind: str
    """/GTS_PDFX, /GTS_PDFA1 and so on, without the slash."""
    condition: str
    """/OutputConditionIdentifier, the registered name."""
    registry: str = ""
    inks: int = 0


@dataclass(frozen=True, kw_only=True)
class FileFacts:
    """The whole PDF: its pages in order, its fonts by name, and its document-level entries."""

    pages: tuple[PageFacts, ...]
    fonts: tuple[FontFacts, ...] = ()
    version: str = ""
    """As in the header or the catalog: ``1.7``."""
    encrypted: bool = False
    mended: str = ""
    """The fault of a file that could only be read after a repair: ``is damaged``, and how."""
    scripts: tuple[str, ...] = ()
    """The names of its actions, and of media that are played."""
    fields: int = 0
    """Form fields."""
    attachments: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    """The names of its optional content."""
    hidden_layers: tuple[str, ...] = ()
    """Those of them that are off when the file is opened."""
    intents: tuple[Intent, ...] = ()
    claims: Mapping[str, str] = field(default_factory=dict)
    """The standards it claims to keep, each with the version: PDF/X, PDF/A, PDF/UA."""
    title: str = ""
    title_shown: bool = False
    """True if viewers show the title, not the name of the file."""
    language: str = ""
    tagged: bool = False
    """True if it is marked as tagged, and has a tree of tags."""
    headings: int = 0
    figures: tuple[bool, ...] = ()
    """For every figure in the tree of tags, True if it has a text alternative."""
    discord: tuple[str, ...] = ()
    """The entries in which the information dictionary and the metadata differ."""
    identified: bool = False
    """True if it has a file identifier (14.4)."""
    trapped: str = ""
    outlines: int = 0
