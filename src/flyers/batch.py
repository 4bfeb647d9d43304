"""Many jobs, one after the other: one that fails does not stop the rest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from flyers.errors import FlyersError
from flyers.pieces import Job, Piece


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of a job: a piece, or the error that stopped it."""

    job: Job
    piece: Piece | None = None
    error: FlyersError | None = None


def make_all(
    jobs: Sequence[Job], *, on_start: Callable[[int, Job], None] = lambda number, job: None
) -> Iterator[Outcome]:
    """Make the jobs in order. ``on_start`` hears the number, from 0, of each before it begins.

    A statement that cannot be read is reported once, not for every format.
    """
    from flyers.pipeline import Workshop

    workshop = Workshop()
    unreadable: set[object] = set()
    for number, job in enumerate(jobs):
        if job.statement in unreadable:
            continue
        on_start(number, job)
        try:
            workshop.read(job)
        except FlyersError as error:
            unreadable.add(job.statement)
            yield Outcome(job=job, error=error)
            continue
        try:
            yield Outcome(job=job, piece=workshop.make(job))
        except FlyersError as error:
            yield Outcome(job=job, error=error)
