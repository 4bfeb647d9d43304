"""Many jobs: on all processors where that is safe; one that fails does not stop the rest."""

import datetime
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from os import cpu_count
from pathlib import Path
from typing import TYPE_CHECKING

from flyers.core.errors import FlyersError, OutputError, StatementError
from flyers.core.processes import LIFE, aside, may_fork, one_by_one, shared
from flyers.pieces.piece import Job, Piece

if TYPE_CHECKING:
    from flyers.pieces.prepare import PreparedStatement
    from flyers.pieces.workshop import Workshop


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a job: a piece, or the error that stopped it.

    ``unread`` says that it was the statement itself that could not be used, so
    that nothing else need be said of it. ``began`` is when the work on it did,
    in nanoseconds since 1970, and ``seconds`` how long that was.
    """

    job: Job
    piece: Piece | None = None
    error: FlyersError | None = None
    unread: bool = False
    began: int = 0
    seconds: float = 0

    def on(self, today: datetime.date) -> "Outcome":
        """The same, with what there is to say on that day."""
        return replace(self, piece=self.piece.on(today)) if self.piece else self


def make_all(
    jobs: Sequence[Job],
    *,
    workers: int | None = None,
    workshop: "Workshop | None" = None,
    noted: Callable[[Outcome], None] | None = None,
) -> Iterator[Outcome]:
    """Make the jobs; outcomes come in the jobs' order.

    ``workers`` is how many processes share the work; None: one a processor. A
    statement that cannot be read is reported once, not for every format.
    ``workshop`` is one that is warm already. ``noted`` takes every outcome where
    it came about, in the worker's own process: what it writes down is there
    even if this process is killed.
    """
    workers = min(workers or cpu_count() or 1, len(jobs))

    def do(job: Job) -> Outcome:
        assert workshop
        began = time.time_ns()
        outcome = _outcome(workshop, job)
        seconds = (time.time_ns() - began) / 1e9
        outcome = replace(outcome, began=began, seconds=seconds)
        if noted:
            noted(outcome)
        return outcome

    if (workers > 1 or len(jobs) > LIFE) and may_fork():
        workshop = workshop or _warm_workshop(jobs[0])
        outcomes = shared(jobs, workers, do, _lost, of=lambda job: job.statement)
    else:
        workshop = workshop or _workshop()
        outcomes = one_by_one(jobs, do)
    unread: set[object] = set()
    made: dict[Path, Job] = {}
    for outcome in outcomes:
        if outcome.piece:
            first = made.setdefault(outcome.piece.file, outcome.job)
            if first.statement != outcome.job.statement:
                outcome = _overwritten(outcome.job, outcome.piece.file, first)
        if outcome.job.statement not in unread:
            yield outcome
        if outcome.unread:
            unread.add(outcome.job.statement)


def _workshop() -> "Workshop":
    from flyers.pieces.workshop import Workshop

    return Workshop()


def _warm_workshop(job: Job) -> "Workshop":
    """A workshop as its processes are to find it: the engine loaded here, while the first
    statement is read in a process of its own. What fails comes up again, as the job's outcome."""
    with aside(lambda: _prepared(job)) as read:
        workshop = _workshop()
        with suppress(FlyersError):
            workshop.warm(job)
            if (prepared := read()) is not None:
                workshop.take(job, prepared)
    return workshop


def _prepared(job: Job) -> "PreparedStatement | None":
    from flyers.pieces.prepare import prepare_statement

    try:
        return prepare_statement(job)
    except (FlyersError, RecursionError):
        return None


def _outcome(workshop: "Workshop", job: Job) -> Outcome:
    try:
        workshop.read(job)
    except FlyersError as error:
        return Outcome(job=job, error=error, unread=True)
    except RecursionError:
        return Outcome(job=job, error=_too_deep(job), unread=True)
    try:
        return Outcome(job=job, piece=workshop.make(job))
    except FlyersError as error:
        return Outcome(job=job, error=error)
    except RecursionError:
        return Outcome(job=job, error=_too_deep(job))


def _too_deep(job: Job) -> FlyersError:
    return StatementError(
        f"{job.called} or its layout is nested too deeply to be set; "
        "take out tables in tables and templates that include themselves."
    )


def _overwritten(job: Job, file: Path, first: Job) -> Outcome:
    error = OutputError(
        f"{first.called} and {job.called} both make {file}, and the second took its place; "
        "give one of them another `slug:`, or make them one after the other with another --out."
    )
    return Outcome(job=job, error=error, unread=True)


def _lost(job: Job) -> Outcome:
    """What is said of a job whose process died, of too little memory most likely."""
    error = FlyersError(
        f"{job.piece} ({job.called}): the process that made it was killed, most likely for want of "
        "memory; close other programs and make this piece alone."
    )
    return Outcome(job=job, error=error)
