"""A Job, and the Piece that is made of it."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from flyers.core.findings import Finding
from flyers.core.units import to_mm
from flyers.pieces.specification import Spec
from flyers.sites.addresses import PageAddress
from flyers.statements.statement import LanguageBasis
from flyers.typesetting.fit.overset import Overset


@dataclass(frozen=True, kw_only=True)
class Job:
    """One statement in one layout and one format, for one printer."""

    statement: Path | None
    """File of the statement; None for standard input."""
    text: bytes | None = None
    """Content of standard input."""
    layout: str = "statement"
    format: str = "letter"
    printer: str = "home"
    sheet: str | None = None
    """A press sheet to fill with the piece: a paper's name, a size, or a preset of flyers.toml."""
    url: str | None = None
    told: str | None = None
    """The address of the statement's page as the site's generator told it, empty if it has no such
    page; None if it was not asked."""
    overset: Overset = "excerpt"
    what: str | None = None
    """The event that the flyer calls to: its name, its time, its place."""
    when: str | None = None
    where: str | None = None
    event: str = ""
    """Name of the event of flyers.toml that it is made for, for the code's address."""
    manual_duplex: bool = False
    """True if a person turns the stack over to print the backs."""
    strict: bool = False
    out: Path = Path("out")
    path: str = ""
    """Rule for the file's name below ``out``, in permalink tokens, :layout, :format and :printer;
    empty: a folder for the statement, and layout, format and printer in the name."""
    previews: bool = True
    copies: int | None = None
    """Number of finished pieces that are wanted."""
    stock: str | None = None
    """The paper, in the customer's words to the shop."""
    proof: bool = False
    """True for pictures of the sheets with trim, bleed, safe area and folds drawn over."""

    @property
    def source(self) -> str:
        """The statement as the user gave it: its path, or ``-``."""
        return str(self.statement or "-")

    @property
    def called(self) -> str:
        """The statement as messages name it."""
        return str(self.statement or "standard input")

    @property
    def piece(self) -> str:
        """The piece as messages name it."""
        return f"{self.layout}, {self.format}, {self.printer}"


@dataclass(frozen=True, kw_only=True)
class FitReport:
    """The fit of the text. Sizes in points; ``words_set`` of its ``words`` are on paper."""

    type_size: float
    leading: float
    fill: float
    capped: bool
    words: int
    words_set: int
    excerpt: bool


@dataclass(frozen=True, kw_only=True)
class QrReport:
    """The QR code; ``read_back`` is True if it was read from the pictures of all its sheets.
    ``page`` is the address of the page on which its ``url`` rests."""

    url: str
    page: PageAddress
    version: int
    module: float
    size: float
    read_back: bool


def over(event: datetime.date | None, today: datetime.date) -> tuple[Finding, ...]:
    """Return a warning of an event that is past."""
    if event is None or event >= today:
        return ()
    return (
        Finding(
            check="event",
            severity="warning",
            message=f"the event was on {event.day} {event:%B %Y}, which is past",
            remedy="Say when the next one is before you print this.",
        ),
    )


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A finished file and the reports on it.

    ``imprint`` is the jurisdiction whose law its imprint follows, ``none`` if flyers.toml says so,
    or None if it names none.
    """

    statement: str
    title: str
    language: str
    language_basis: LanguageBasis
    layout: str
    composition: str
    format: str
    printer: str
    sheet: str | None
    """The press sheet; None for the format's own."""
    file: Path
    apart: tuple[Path, ...] = ()
    """For a printer that is fed by hand: fronts, which are ``file``, backs and the test sheet."""
    previews: tuple[Path, ...]
    proofs: tuple[Path, ...] = ()
    pages: int
    sheets: int
    fit: FitReport
    qr: QrReport
    imprint: str | None = None
    date: datetime.date | None = None
    """Date of the statement."""
    event: datetime.date | None = None
    """Last day of the event that it calls to, if it calls to one."""
    sought: tuple[Path, ...] = ()
    """Files that were looked for as its pictures, on which it depends besides the statement."""
    spec: Spec
    findings: tuple[Finding, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The PDF, or the PDFs for a printer that is fed by hand."""
        return self.apart or (self.file,)

    def on(self, today: datetime.date) -> "Piece":
        """Return the piece with the findings of that day; its files are the same on all."""
        return replace(self, findings=(*over(self.event, today), *self.findings))

    def as_json(self) -> Mapping[str, Any]:
        """Return the piece as --json prints it; lengths in points, unless the key names a unit."""
        return {
            "statement": self.statement,
            "title": self.title,
            "language": self.language,
            "language_basis": self.language_basis,
            "layout": self.layout,
            "composition": self.composition,
            "format": self.format,
            "printer": self.printer,
            "sheet": self.sheet,
            "file": str(self.file),
            "apart": [str(path) for path in self.apart],
            "previews": [str(path) for path in self.previews],
            "proofs": [str(path) for path in self.proofs],
            "pages": self.pages,
            "sheets": self.sheets,
            "fit": asdict(self.fit),
            "qr": {
                "url": self.qr.url,
                "basis": self.qr.page.basis,
                "source": self.qr.page.source,
                "version": self.qr.version,
                "module_mm": round(to_mm(self.qr.module), 3),
                "size_mm": round(to_mm(self.qr.size), 2),
                "read_back": self.qr.read_back,
            },
            "imprint": {"jurisdiction": self.imprint},
            "findings": [finding.as_json(places=False) for finding in self.findings],
        }
