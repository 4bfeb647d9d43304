"""A kit as it was made."""

from dataclasses import dataclass

from flyers.campaign import Campaign
from flyers.kit.planning import Lot, Plan
from flyers.pieces import Job, Piece
from flyers.reading import Reading


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
    reading: Reading
    made: tuple[Made, ...]

    @property
    def title(self) -> str:
        """The event's, or else the statement's."""
        return self.reading.statement.event.title or self.reading.statement.title
