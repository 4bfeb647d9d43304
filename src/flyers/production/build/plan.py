"""What of a build has to be made: every piece whose needs are not those that it was made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flyers.catalogue.printers import Setup
from flyers.pieces.piece import Job
from flyers.production.build.digests import Digests
from flyers.production.build.log import Line, Log, Name, ticket_of
from flyers.production.build.needs import Needs
from flyers.production.build.scope import Asked

NEW = "new"
GONE = "its files"
"""Why a piece is stale, besides what it needs: it was never made, or is not there any more."""


@dataclass(frozen=True, kw_only=True)
class Stale:
    """A piece to be made, and why: what of its needs has changed."""

    job: Job
    name: Name
    needs: dict[str, str]
    why: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The pieces to be made, and what the log says of those that need not be."""

    stale: tuple[Stale, ...]
    fresh: tuple[Line, ...]


def plan_of(asked: Asked, log: Log, digests: Digests, *, everything: bool = False) -> Plan:
    """Compare what every piece needs with what it was made of."""
    needs = Needs(digests)
    rows: list[tuple[Stale, Line | None]] = []
    for job in asked.jobs:
        name = asked.name(job)
        line = log.line(name)
        wanted = needs.of(job)
        why = ("asked for",) if everything else _why(line, wanted, needs, asked, digests)
        rows.append((Stale(job=job, name=name, needs=wanted, why=why), line))
    rows = _with_companions(rows, asked, log, digests, needs)
    return Plan(
        stale=tuple(stale for stale, _ in rows if stale.why),
        fresh=tuple(line for stale, line in rows if line and not stale.why),
    )


def _why(
    line: Line | None, wanted: dict[str, str], needs: Needs, asked: Asked, digests: Digests
) -> tuple[str, ...]:
    if line is None:
        return (NEW,)
    why = [key for key, found in wanted.items() if line.needs.get(key) != found]
    sought = needs.pictures([str(asked.home / name) for name in line.pictures])
    if list(sought.values()) != list(line.pictures.values()):
        why.append("pictures")
    if not line.error and not line.is_whole(asked.out, digests):
        why.append(GONE)
    return tuple(why)


def _with_companions(
    rows: Sequence[tuple[Stale, Line | None]],
    asked: Asked,
    log: Log,
    digests: Digests,
    needs: Needs,
) -> list[tuple[Stale, Line | None]]:
    """All pieces of a statement for a shop are made together: one ticket has them all."""
    remade: set[Name] = set()
    for stale, line in rows:
        assert stale.job.statement
        printer = needs.campaign(stale.job.statement.parent).printer(stale.job.printer)
        setup = Setup.of(printer, sheet=stale.job.sheet, by_hand=stale.job.manual_duplex)
        if not setup.ticketed or (line and line.error):
            continue
        ticket = log.line(ticket_of(stale.name))
        if stale.why or not ticket or not ticket.is_whole(asked.out, digests):
            remade.add(ticket_of(stale.name))
    return [
        (
            replace(stale, why=stale.why or ("its ticket",))
            if ticket_of(stale.name) in remade and not (line and line.error)
            else stale,
            line,
        )
        for stale, line in rows
    ]
