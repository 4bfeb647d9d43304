"""`flyers kit` from its request to its result."""

from dataclasses import dataclass
from pathlib import Path

from flyers.campaign import Campaign, campaign_for
from flyers.core.errors import UnknownNameError
from flyers.core.files import from_here, write_all
from flyers.core.today import today
from flyers.pieces.asking import with_answers
from flyers.production.kits.compare import in_every_layout, side_by_side
from flyers.production.kits.make import FinishedKit, make_kit
from flyers.production.kits.plan import KitPlan, jobs_for, occasion_named, plan_of
from flyers.production.names import refuse_unknown
from flyers.production.progress import Progress, silent
from flyers.statements.source import load


@dataclass(frozen=True, kw_only=True)
class KitRequest:
    """An event of flyers.toml, or a ready-made kit by its name, and the statement that it is made
    of. ``volunteers``, ``url`` and ``out`` go before those of flyers.toml; ``stock`` is the paper
    on the job tickets. With ``ask_hugo``, Hugo says where its page is."""

    event: str
    statement: Path
    volunteers: int | None = None
    url: str | None = None
    ask_hugo: bool = False
    stock: str | None = None
    out: str | None = None
    progress: Progress = silent


def run(request: KitRequest) -> FinishedKit:
    """Make the kit and put it in its place. Raises a FlyersError, and then leaves none."""
    plan, campaign = _planned(request)
    jobs = jobs_for(plan, request.statement, url=request.url, stock=request.stock)
    if request.ask_hugo:
        jobs = with_answers(jobs)
    out = _out(request, campaign)
    return make_kit(plan, campaign, jobs, out=out, progress=request.progress).on(today())


def compare(request: KitRequest) -> Path:
    """Draw the event in every layout, side by side, and return the file. Raises a FlyersError."""
    plan, campaign = _planned(request)
    jobs = in_every_layout(plan, campaign, request.statement, url=request.url)
    if request.ask_hugo:
        jobs = with_answers(jobs)
    file = _out(request, campaign) / "kits" / f"{plan.occasion.name}-compare.png"
    write_all({file: side_by_side(jobs, request.progress)})
    return file


def _planned(request: KitRequest) -> tuple[KitPlan, Campaign]:
    """Return the plan and its flyers.toml. Raises a FlyersError for what cannot be used, before
    anything is made."""
    folder = request.statement.parent
    campaign = campaign_for(folder)
    occasion = occasion_named(request.event, campaign)
    for number, use in enumerate(occasion.use, 1):
        printer = use.printer or campaign.build.printers[0]
        try:
            refuse_unknown(folder, campaign, [use.layout], [use.format], [printer], use.sheet)
        except UnknownNameError as error:
            raise UnknownNameError(f"[events.{request.event}] use {number}: {error}") from None
    plan = plan_of(occasion, campaign, request.volunteers)
    for lot in plan.lots:
        refuse_unknown(folder, campaign, [lot.layout], [lot.format], [lot.printer], lot.sheet)
    load(request.statement)
    return plan, campaign


def _out(request: KitRequest, campaign: Campaign) -> Path:
    return Path(request.out) if request.out else from_here(campaign.out)
