"""What goes in and what comes out: a Job, and the Piece that is made of it."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from flyers.core.findings import Finding
from flyers.core.units import to_mm
from flyers.pieces.specification import Spec
from flyers.typesetting.fit.overset import Overset

"""What happens to text that does not fit at the smallest size."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """One statement in one layout and one format, for one printer."""

    statement: Path | None
    """The file; None for standard input."""
    text: bytes | None = None
    """What standard input gave."""
    layout: str = "statement"
    format: str = "letter"
    printer: str = "home"
    sheet: str | None = None
    """A press sheet to fill with the piece: a paper's name, a size, or a preset of flyers.toml."""
    url: str | None = None
    overset: Overset = "excerpt"
    what: str | None = None
    """For the event layout: what takes place, when, and where."""
    when: str | None = None
    where: str | None = None
    event: str = ""
    """The name of the event that it is made for, for the code's address."""
    manual_duplex: bool = False
    """Whether the printer is fed by hand with what is to have a back."""
    strict: bool = False
    out: Path = Path("out")
    path: str = ""
    """The rule for the file's name below ``out``, in permalink tokens and :layout, :format and
    :printer; empty: a folder for the statement, and all of that in the name."""
    previews: bool = True
    copies: int | None = None
    """How many are wanted, for the shop's job ticket."""
    stock: str | None = None
    """The paper, in words for the shop."""
    proof: bool = False
    """Whether to draw trim, bleed, safe area and folds over pictures of the sheets."""

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
    """How the text was fitted. Sizes in points; ``words_set`` of ``words`` are on paper."""

    type_size: float
    leading: float
    fill: float
    capped: bool
    words: int
    words_set: int
    excerpt: bool


@dataclass(frozen=True, kw_only=True)
class QrReport:
    """The code, and how often it was read back from the pictures of the sheets."""

    url: str
    version: int
    module: float
    size: float
    read_back: bool


def over(event: datetime.date | None, today: datetime.date) -> tuple[Finding, ...]:
    """A warning of an event that nobody can come to any more."""
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
    """A finished file and what is to be said about it. ``imprint`` is the jurisdiction in whose
    words it has one, ``none``, or None where flyers.toml says nothing of it."""

    statement: str
    title: str
    language: str
    layout: str
    composition: str
    format: str
    printer: str
    sheet: str | None
    """The press sheet; None for the format's own."""
    file: Path
    apart: tuple[Path, ...] = ()
    """Fronts, which is ``file``, backs and the test sheet, for a printer that is fed by hand."""
    previews: tuple[Path, ...]
    proofs: tuple[Path, ...] = ()
    pages: int
    sheets: int
    fit: FitReport
    qr: QrReport
    imprint: str | None = None
    date: datetime.date | None = None
    """The statement's."""
    event: datetime.date | None = None
    """The day of the event that it calls to, if that is only one."""
    sought: tuple[Path, ...] = ()
    """Where its pictures were looked for: what it depends on besides the statement."""
    spec: Spec
    findings: tuple[Finding, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The PDF, or those that it comes apart in."""
        return self.apart or (self.file,)

    def on(self, today: datetime.date) -> "Piece":
        """The piece, with what there is to say of it on that day; its files are the same on all."""
        return replace(self, findings=(*over(self.event, today), *self.findings))

    def as_json(self) -> Mapping[str, Any]:
        """The piece as --json shows it; lengths in points where the name says nothing else."""
        return {
            "statement": self.statement,
            "title": self.title,
            "language": self.language,
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
                "version": self.qr.version,
                "module_mm": round(to_mm(self.qr.module), 3),
                "size_mm": round(to_mm(self.qr.size), 2),
                "read_back": self.qr.read_back,
            },
            "imprint": {"jurisdiction": self.imprint},
            "findings": [finding.as_json(places=False) for finding in self.findings],
        }
