"""The pieces that a build has to make: those whose needs are not those that they were made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flyers.catalogue.printers import Setup
from flyers.pieces.piece import Job
from flyers.production.build.digests import Digests
from flyers.production.build.log import Log, PieceName, Record, ticket_of
from flyers.production.build.needs import Needs
from flyers.production.build.scope import BuildScope

NEW = "new"
GONE = "its files"
"""Why a piece is stale, besides what it needs: it was never made, or is not there any more."""


@dataclass(frozen=True, kw_only=True)
class Stale:
    """A piece to be made, and why: the names of the needs that have changed."""

    job: Job
    name: PieceName
    needs: dict[str, str]
    why: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BuildPlan:
    """The pieces to be made."""

    stale: tuple[Stale, ...]


def plan_of(
    scope: BuildScope, log: Log, digests: Digests, *, everything: bool = False
) -> BuildPlan:
    """Compare what every piece needs with what it was made of."""
    needs = Needs(digests)
    rows: list[tuple[Stale, Record | None]] = []
    statements = set(map(scope.called, scope.jobs))
    for job in scope.jobs:
        name = scope.name(job)
        record = log.record(name)
        wanted = needs.of(job)
        why = ("asked for",) if everything else _why(record, wanted, needs, scope, digests)
        if record and record.owner and record.owner not in statements:
            why = (*why, GONE)
        rows.append((Stale(job=job, name=name, needs=wanted, why=why), record))
    rows = _with_companions(rows, scope, log, digests, needs)
    return BuildPlan(stale=tuple(stale for stale, _ in rows if stale.why))


def _why(
    record: Record | None, wanted: dict[str, str], needs: Needs, scope: BuildScope, digests: Digests
) -> tuple[str, ...]:
    if record is None:
        return (NEW,)
    why = [key for key, found in wanted.items() if record.needs.get(key) != found]
    sought = needs.pictures([str(scope.home / name) for name in record.pictures])
    if list(sought.values()) != list(record.pictures.values()):
        why.append("pictures")
    if not record.error and not record.is_whole(scope.out, digests):
        why.append(GONE)
    return tuple(why)


def _with_companions(
    rows: Sequence[tuple[Stale, Record | None]],
    scope: BuildScope,
    log: Log,
    digests: Digests,
    needs: Needs,
) -> list[tuple[Stale, Record | None]]:
    """Add the pieces that share a ticket with one that is made: a ticket lists all of a shop's."""
    remade: set[PieceName] = set()
    for stale, record in rows:
        assert stale.job.statement
        printer = needs.campaign(stale.job.statement.parent).printer(stale.job.printer)
        setup = Setup.of(printer, sheet=stale.job.sheet, by_hand=stale.job.manual_duplex)
        if not setup.ticketed or (record and record.error):
            continue
        ticket = log.record(ticket_of(stale.name))
        if stale.why or not ticket or not ticket.is_whole(scope.out, digests):
            remade.add(ticket_of(stale.name))
    return [
        (
            replace(stale, why=stale.why or ("its ticket",))
            if ticket_of(stale.name) in remade and not (record and record.error)
            else stale,
            record,
        )
        for stale, record in rows
    ]
