"""A kit as it was made."""

import datetime
from dataclasses import dataclass

from flyers.campaign import Campaign
from flyers.pieces.piece import Job, Piece
from flyers.pieces.prepare import PreparedStatement
from flyers.production.kits.calendar import last_day
from flyers.production.kits.plan import Lot, Plan


@dataclass(frozen=True, kw_only=True)
class Made:
    """A lot with its piece. ``purpose`` is what its layout is for."""

    lot: Lot
    job: Job
    piece: Piece
    purpose: str

    @property
    def sheets(self) -> int | None:
        """How many are printed; None where the shop lays the pieces out."""
        spec = self.piece.spec
        return spec.sheet.sheets(self.lot.copies, spec.leaves) if spec.sheet else None


@dataclass(frozen=True, kw_only=True)
class Kit:
    """All that was made for an event of one statement."""

    plan: Plan
    campaign: Campaign
    reading: PreparedStatement
    made: tuple[Made, ...]

    @property
    def title(self) -> str:
        """The event's, or else the statement's; a ready-made kit has its own name."""
        if self.by_itself:
            return self.plan.occasion.name.replace("-", " ").capitalize()
        return self.reading.statement.event.title or self.reading.statement.title

    @property
    def by_itself(self) -> bool:
        """Whether it is a ready-made kit that no event of flyers.toml has: then the event that the
        statement tells of is another one, and its volunteers do not meet there."""
        return self.plan.occasion.name not in self.campaign.events

    @property
    def last_day(self) -> datetime.date | None:
        """On which it ends, or what the pieces call to does; None where that is in words."""
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
        """What volunteers talk of, where that is not their own event: the statement's event with
        its time and place, or the statement."""
        if not self.by_itself:
            return ""
        event, title = self.reading.statement.event, self.reading.statement.title
        return ", ".join(filter(None, (event.title or title, event.when, event.where)))
