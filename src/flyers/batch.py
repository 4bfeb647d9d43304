"""Many jobs: on all processors where that is safe; one that fails does not stop the rest."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from os import cpu_count
from typing import TYPE_CHECKING

from flyers.errors import FlyersError
from flyers.pieces import Job, Piece
from flyers.workers import may_fork, shared

if TYPE_CHECKING:
    from flyers.pipeline import Workshop


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a job: a piece, or the error that stopped it.

    ``unread`` says that it was the statement itself that could not be used.
    """

    job: Job
    piece: Piece | None = None
    error: FlyersError | None = None
    unread: bool = False


def make_all(jobs: Sequence[Job], *, workers: int | None = None) -> Iterator[Outcome]:
    """Make the jobs; outcomes come in the jobs' order.

    ``workers`` is how many processes share the work; None: one a processor. A
    statement that cannot be read is reported once, not for every format.
    """
    from flyers.pipeline import Workshop

    workshop = Workshop()
    workers = min(workers or cpu_count() or 1, len(jobs))
    if workers > 1 and may_fork():
        with suppress(FlyersError):  # it comes up again, as that job's outcome
            workshop.prepare(jobs[0])
        outcomes = shared(jobs, workers, lambda job: _outcome(workshop, job), _lost)
    else:
        outcomes = (_outcome(workshop, job) for job in jobs)
    unread: set[object] = set()
    for outcome in outcomes:
        if outcome.job.statement not in unread:
            yield outcome
        if outcome.unread:
            unread.add(outcome.job.statement)


def _outcome(workshop: "Workshop", job: Job) -> Outcome:
    try:
        workshop.read(job)
    except FlyersError as error:
        return Outcome(job=job, error=error, unread=True)
    try:
        return Outcome(job=job, piece=workshop.make(job))
    except FlyersError as error:
        return Outcome(job=job, error=error)


def _lost(job: Job) -> Outcome:
    """What is said of a job whose process died, of too little memory most likely."""
    error = FlyersError(
        f"The process that made {job.layout}, {job.format} of {job.statement} died; "
        "make that piece alone, with other programs closed."
    )
    return Outcome(job=job, error=error)
