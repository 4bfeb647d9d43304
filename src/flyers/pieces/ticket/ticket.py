"""A ticket and its items, and the choice of pieces for one ticket."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flyers.campaign import campaign_for
from flyers.catalogue.papers import Unit
from flyers.catalogue.printers import Setup
from flyers.pieces.output import file_name
from flyers.pieces.piece import Job, Piece
from flyers.pieces.plates import RGB
from flyers.pieces.prepare import font_folders
from flyers.pieces.specification import Spec
from flyers.statements.wording.dates import date_of

MadePiece = tuple[Job, Piece]
"""A piece and its job."""


@dataclass(frozen=True, kw_only=True)
class TicketItem:
    """One file of a job.

    ``quantity`` is the number of finished pieces, None if it is not known; ``pages`` are those of
    the file, ``size`` its bytes.
    """

    layout: str
    format: str
    quantity: int | None
    spec: Spec
    file: Path
    pages: int
    size: int
    sha256: str

    @property
    def colours(self) -> str:
        """Number of inks on the front and on the back, as shops write it: ``4/4``."""
        return "/".join(str(4 if RGB in side else len(side)) for side in self.spec.inks)


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """An order to one printer.

    ``proved`` is False if the address in the codes is only computed.
    ``stock`` is the paper in the customer's words, ``needed_before`` the day of the event that it
    is for, and ``label`` True if the shop shall print its union label in the place kept for it.
    """

    title: str
    statement: str
    date: datetime.date | None
    customer: str
    contact: tuple[str, ...]
    address: str
    proved: bool
    stock: str | None
    needed_before: datetime.date | None
    label: bool
    items: tuple[TicketItem, ...]
    pdf: Path
    fonts: tuple[Path, ...]

    @property
    def json(self) -> Path:
        """File of the ticket for programs."""
        return self.pdf.with_suffix(".json")

    @property
    def setup(self) -> Setup:
        return self.items[0].spec.setup

    @property
    def unit(self) -> Unit:
        """Unit in which lengths are printed."""
        return self.items[0].spec.unit

    @property
    def missing(self) -> tuple[str, ...]:
        """Open questions that the customer alone can answer."""
        return tuple(name for name in self.open if name in ("quantity", "stock"))

    @property
    def open(self) -> tuple[str, ...]:
        """Questions that customer and shop still have to settle."""
        asked = {
            "address": not self.proved,
            "quantity": any(item.quantity is None for item in self.items),
            "stock": self.stock is None,
            "needed_by": self.needed_before is None,
            "delivery": True,
            "proof": True,
            "folding": any(item.spec.fold for item in self.items),
            "price": True,
        }
        return tuple(name for name, is_open in asked.items() if is_open)


def tickets_of(made: Sequence[MadePiece]) -> list[Ticket]:
    """Return a ticket for each statement and printer whose pieces go to a shop, in their order."""
    groups: dict[tuple[Path, str], list[MadePiece]] = {}
    for job, piece in made:
        if piece.spec.setup.ticketed:
            groups.setdefault((piece.file.parent, piece.printer), []).append((job, piece))
    return [_ticket(group) for group in groups.values()]


def _ticket(group: Sequence[MadePiece]) -> Ticket:
    job, piece = group[0]
    beside = job.statement.parent if job.statement else None
    campaign = campaign_for(beside)
    folder = piece.file.parent
    sheets = {file_name(piece.sheet) for _, piece in group}
    sheet = sheets.pop() if len(sheets) == 1 else ""
    name = (folder.name, piece.printer, sheet, "ticket")
    who = campaign.identity
    return Ticket(
        title=piece.title,
        statement=job.source,
        date=piece.date,
        customer=who.name or "",
        contact=who.contact,
        address=piece.qr.url,
        proved=piece.qr.page.basis != "computed",
        stock=job.stock,
        needed_before=date_of(job.when) if job.event else None,
        label=bool(campaign.law and campaign.law.union_label),
        items=tuple(_item(*made) for made in group),
        pdf=folder / f"{'-'.join(filter(None, name))}.pdf",
        fonts=font_folders(beside),
    )


def _item(job: Job, piece: Piece) -> TicketItem:
    data = piece.file.read_bytes()
    return TicketItem(
        layout=piece.layout,
        format=piece.format,
        quantity=job.copies,
        spec=piece.spec,
        file=piece.file,
        pages=len(piece.spec.faces),
        size=len(data),
        sha256=sha256(data).hexdigest(),
    )
