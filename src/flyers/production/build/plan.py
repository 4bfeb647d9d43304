"""The pieces that a build has to make: those whose needs are not those that they were made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flyers.core.errors import ExitCode
from flyers.pieces.piece import Job
from flyers.production.build.digests import Digests
from flyers.production.build.log import Log, PieceName, Record, ticket_of
from flyers.production.build.needs import Needs
from flyers.production.build.scope import BuildScope

NEW = "new"
GONE = "its files"
ADDRESS = "address"
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
    """The pieces to be made. ``confirmed`` are records of others whose address was looked at again,
    since the site or its rules had changed, and is the same."""

    stale: tuple[Stale, ...]
    confirmed: tuple[Record, ...] = ()


def plan_of(
    scope: BuildScope,
    log: Log,
    digests: Digests,
    *,
    needs: Needs | None = None,
    everything: bool = False,
) -> BuildPlan:
    """Compare what every piece needs with what it was made of."""
    needs = needs or Needs(digests)
    rows: list[tuple[Stale, Record | None]] = []
    confirmed: list[Record] = []
    statements = set(map(scope.called, scope.jobs))
    for job in scope.jobs:
        name = scope.name(job)
        record = log.record(name)
        wanted = needs.of(job)
        why = ("asked for",) if everything else _why(record, wanted, needs, scope, digests)
        if record and record.owner and record.owner not in statements:
            why = (*why, GONE)
        if record and not why:
            again = _addressed(job, record, needs, scope)
            if again is None:
                why = (ADDRESS,)
            elif again != record:
                confirmed.append(again)
        rows.append((Stale(job=job, name=name, needs=wanted, why=why), record))
    rows = _with_companions(rows, scope, log, digests, needs)
    stale = tuple(stale for stale, _ in rows if stale.why)
    return BuildPlan(stale=stale, confirmed=tuple(confirmed))


def _addressed(job: Job, record: Record, needs: Needs, scope: BuildScope) -> Record | None:
    """Return the record of a piece with what its address rests on now; None if that is another
    address, or is more or less sure on what goes to a shop."""
    rules = needs.rules(job)
    grounds = needs.grounds(str(scope.home / name) for name in record.grounds)
    same = rules == record.rules and list(grounds.values()) == list(record.grounds.values())
    if (same and job.told is None) or (record.error and record.code != ExitCode.ADDRESS):
        return record
    if record.error or (found := needs.address(job)) is None or found.url != record.page:
        return None
    if needs.ticketed(job) and found.basis != record.basis:
        return None
    grounds = needs.grounds(map(str, found.seen))
    return replace(
        record,
        rules=rules,
        grounds={scope.named(Path(path)): value for path, value in grounds.items()},
        basis=found.basis,
        source=found.source,
    )


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
        if not needs.ticketed(stale.job) or (record and record.error):
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
