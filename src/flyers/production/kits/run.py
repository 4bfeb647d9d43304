"""`flyers kit` from its arguments to what it says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from flyers.campaign import Campaign, campaign_for
from flyers.core.errors import UnknownNameError
from flyers.core.files import from_here, write_all
from flyers.pieces.batch import Outcome
from flyers.pieces.piece import Job
from flyers.production.jobs import refuse_unknown
from flyers.production.kits.compare import in_every_layout, side_by_side
from flyers.production.kits.make import Written, make_kit
from flyers.production.kits.plan import Plan, jobs_for, occasion_named, plan_of

Finished = Callable[[Outcome], None]


@dataclass(frozen=True, kw_only=True)
class Order:
    """A kit that was asked for, and where it is to go."""

    plan: Plan
    campaign: Campaign
    statement: Path
    url: str | None
    stock: str | None
    out: Path

    @classmethod
    def of(
        cls,
        event: str,
        statement: Path,
        *,
        volunteers: int | None = None,
        url: str | None = None,
        stock: str | None = None,
        out: str | None = None,
    ) -> "Order":
        """Raises a FlyersError for what cannot be used, before anything is made."""
        folder = statement.parent
        campaign = campaign_for(folder)
        occasion = occasion_named(event, campaign)
        for number, use in enumerate(occasion.use, 1):
            printer = use.printer or campaign.build.printers[0]
            try:
                refuse_unknown(folder, campaign, [use.layout], [use.format], [printer], use.sheet)
            except UnknownNameError as error:
                raise UnknownNameError(f"[events.{event}] use {number}: {error}") from None
        plan = plan_of(occasion, campaign, volunteers)
        for lot in plan.lots:
            refuse_unknown(folder, campaign, [lot.layout], [lot.format], [lot.printer], lot.sheet)
        return cls(
            plan=plan,
            campaign=campaign,
            statement=statement,
            url=url,
            stock=stock,
            out=Path(out) if out else from_here(campaign.build.out),
        )

    def made(self, finished: Finished) -> Written:
        """The kit in its place. Raises FlyersErrors, and then leaves none."""
        return make_kit(
            self.plan,
            self.campaign,
            jobs_for(self.plan, self.statement, url=self.url, stock=self.stock),
            out=self.out,
            finished=finished,
        )

    @property
    def comparison(self) -> list[Job]:
        """The jobs of the event in every layout."""
        return in_every_layout(self.plan, self.campaign, self.statement, url=self.url)

    def compared(self, jobs: Sequence[Job], finished: Finished) -> Path:
        """The picture of all of them. Raises FlyersErrors."""
        file = self.out / "kits" / f"{self.plan.occasion.name}-compare.png"
        write_all({file: side_by_side(jobs, finished)})
        return file
