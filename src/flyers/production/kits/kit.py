"""A kit as it was made, before it is packed."""

import datetime
from dataclasses import dataclass

from flyers.campaign import Campaign
from flyers.pieces.piece import Job, Piece
from flyers.pieces.prepare import PreparedStatement
from flyers.production.kits.calendar import last_day
from flyers.production.kits.plan import KitPlan, Lot


@dataclass(frozen=True, kw_only=True)
class KitPiece:
    """A lot with its piece. ``purpose`` is that of its layout, in words."""

    lot: Lot
    job: Job
    piece: Piece
    purpose: str

    @property
    def sheets(self) -> int | None:
        """Sheets to be printed; None if the shop lays the pieces out."""
        spec = self.piece.spec
        return spec.sheet.sheets(self.lot.copies, spec.leaves) if spec.sheet else None


@dataclass(frozen=True, kw_only=True)
class Kit:
    """All pieces that were made for an event of one statement."""

    plan: KitPlan
    campaign: Campaign
    reading: PreparedStatement
    made: tuple[KitPiece, ...]

    @property
    def pieces(self) -> list[Piece]:
        """The pieces, in the order of their lots."""
        return [one.piece for one in self.made]

    @property
    def title(self) -> str:
        """The event's title, or else the statement's; a ready-made kit has its own name."""
        if self.by_itself:
            return self.plan.occasion.name.replace("-", " ").capitalize()
        return self.reading.statement.event.title or self.reading.statement.title

    @property
    def by_itself(self) -> bool:
        """True of a ready-made kit without an event in flyers.toml. The event in the statement is
        then another one: its time and place are not where the volunteers meet."""
        return self.plan.occasion.name not in self.campaign.events

    @property
    def last_day(self) -> datetime.date | None:
        """The last day of the event; None if that is given in words."""
        own = last_day(self.plan.occasion.until, self.plan.occasion.when)
        return own or max(filter(None, (one.piece.event for one in self.made)), default=None)

    @property
    def when(self) -> str:
        return "" if self.by_itself else self.reading.statement.event.when

    @property
    def where(self) -> str:
        return "" if self.by_itself else self.reading.statement.event.where

    @property
    def about(self) -> str:
        """The subject of a ready-made kit: the statement's event with its time and place, or the
        statement."""
        if not self.by_itself:
            return ""
        event, title = self.reading.statement.event, self.reading.statement.title
        return ", ".join(filter(None, (event.title or title, event.when, event.where)))
