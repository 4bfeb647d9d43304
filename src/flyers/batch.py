"""Many jobs: on all processors where that is safe; one that fails does not stop the rest."""

import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from os import cpu_count
from typing import TYPE_CHECKING

from flyers.errors import FlyersError
from flyers.pieces import Job, Piece

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
    alone = workers < 2 or not _may_fork()
    outcomes = _in_turn(workshop, jobs) if alone else _shared(workshop, jobs, workers)
    unread: set[object] = set()
    for outcome in outcomes:
        if outcome.job.statement not in unread:
            yield outcome
        if outcome.unread:
            unread.add(outcome.job.statement)


def _may_fork() -> bool:
    """Forked processes share what is loaded already, which is half the time of a small run. It is
    safe where no other thread holds a lock, and where the system's own libraries allow it."""
    return sys.platform == "linux" and threading.active_count() == 1


def _in_turn(workshop: "Workshop", jobs: Sequence[Job]) -> Iterator[Outcome]:
    for job in jobs:
        yield _outcome(workshop, job)


def _outcome(workshop: "Workshop", job: Job) -> Outcome:
    try:
        workshop.read(job)
    except FlyersError as error:
        return Outcome(job=job, error=error, unread=True)
    try:
        return Outcome(job=job, piece=workshop.make(job))
    except FlyersError as error:
        return Outcome(job=job, error=error)


# -- several processes -----------------------------------------------------------------

_workshop: "Workshop | None" = None
"""The workshop of this process, inherited at the fork with all that it had made ready."""


def _shared(workshop: "Workshop", jobs: Sequence[Job], workers: int) -> Iterator[Outcome]:
    global _workshop
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    _workshop = workshop
    with suppress(FlyersError):  # it comes up again, as that job's outcome
        workshop.prepare(jobs[0])
    pool = ProcessPoolExecutor(workers, mp_context=get_context("fork"), initializer=_leave_ctrl_c)
    try:
        for job, future in [(job, pool.submit(_make_here, job)) for job in jobs]:
            try:
                yield future.result()
            except BrokenProcessPool:
                error = FlyersError(
                    f"The process that made {job.layout}, {job.format} died; "
                    "make it alone to see whether the machine has too little memory."
                )
                yield Outcome(job=job, error=error)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_ctrl_c() -> None:
    """A worker finishes the piece it is at; the process that started it decides what follows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _make_here(job: Job) -> Outcome:
    assert _workshop is not None
    return _outcome(_workshop, job)
