"""Makes many jobs, on all processors where that is safe; one that fails does not stop the rest."""

import datetime
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from flyers.core.errors import BoundsError, FlyersError, OptionError, OutputError, StatementError
from flyers.core.limits import Bounds, Killed
from flyers.core.processes import may_fork
from flyers.core.sharing import LIFE, aside, one_by_one, shared
from flyers.pieces.piece import Job, Piece

if TYPE_CHECKING:
    from flyers.pieces.prepare import PreparedStatement
    from flyers.pieces.workshop import Workshop


BOUNDS = Bounds(seconds=20, memory=1_400_000_000)
"""Of one piece. The longest of the examples' takes 3 seconds and 300 MB."""

PATIENCE = "FLYERS_SECONDS"
"""Variable of the environment: seconds of a processor for each piece, on a slow machine."""

SHARE = 4
"""Pieces for which a process is worth spawning: it loads for as long as they take."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The piece that a job became, or the error that stopped it.

    ``unread`` is True if the statement itself could not be used, so that its other pieces need no
    report. The work on the job began at ``began``, in nanoseconds since 1970, and took ``seconds``.
    """

    job: Job
    piece: Piece | None = None
    error: FlyersError | None = None
    unread: bool = False
    began: int = 0
    seconds: float = 0

    def on(self, today: datetime.date) -> "Outcome":
        """Return the outcome with the findings of that day."""
        return replace(self, piece=self.piece.on(today)) if self.piece else self


def make_all(
    jobs: Sequence[Job],
    *,
    workers: int | None = None,
    workshop: "Workshop | None" = None,
    noted: Callable[[Outcome], None] | None = None,
) -> Iterator[Outcome]:
    """Make the jobs, and yield their outcomes in the jobs' order.

    ``workers`` is the number of processes that share the work; None: one a processor, if there is
    enough to do for each. A statement that cannot be read is reported once, not for every format.
    ``workshop`` is one that is warm already. ``noted`` is called with every outcome; if processes
    are forked, in the one that made the piece, so that what it writes is kept even if this process
    is killed.
    """
    unread: set[object] = set()
    made: dict[Path, Job] = {}
    for outcome in _outcomes(jobs, workers, workshop, noted):
        if outcome.piece:
            first = made.setdefault(outcome.piece.file, outcome.job)
            if first.statement != outcome.job.statement:
                outcome = _overwritten(outcome.job, outcome.piece.file, first)
        if outcome.job.statement not in unread:
            yield outcome
        if outcome.unread:
            unread.add(outcome.job.statement)


def _outcomes(
    jobs: Sequence[Job],
    workers: int | None,
    workshop: "Workshop | None",
    noted: Callable[[Outcome], None] | None,
) -> Iterator[Outcome]:
    """Yield what became of every job, made here or in processes that share the work."""
    if not jobs:
        return
    forking = may_fork()
    enough = len(jobs) if workers or forking else len(jobs) // SHARE
    count = min(workers or os.cpu_count() or 1, enough)
    count, bounds = max(count, 1), _bounds()
    if count == 1 and len(jobs) <= LIFE and (workshop or not forking):
        yield from one_by_one(jobs, _Maker(workshop=workshop, noted=noted))
    elif forking:
        warm, killed = (workshop, None) if workshop else _warm_workshop(jobs[0], bounds)
        if killed:
            lost = [job for job in jobs if job.statement == jobs[0].statement]
            yield from (replace(_lost(job, killed), unread=True) for job in lost)
            jobs = [job for job in jobs if job not in lost]
        maker = _Maker(workshop=warm, noted=noted)
        yield from shared(jobs, count, maker, _lost, bounds, kind_of=_statement)
    else:
        for outcome in shared(jobs, count, _Maker(), _lost, bounds, kind_of=_statement):
            if noted:
                noted(outcome)
            yield outcome


def _bounds() -> Bounds:
    """Return the bounds of a piece. Raises OptionError for a number that is none."""
    asked = os.environ.get(PATIENCE)
    if not asked:
        return BOUNDS
    if not asked.isdecimal() or int(asked) == 0:
        raise OptionError(f"{PATIENCE} is {asked!r:.40}; set it to a whole number of seconds.")
    return replace(BOUNDS, seconds=int(asked))


@dataclass(kw_only=True)
class _Maker:
    """Makes jobs in one process, in a workshop that it sets up for the first if it has none."""

    workshop: "Workshop | None" = None
    noted: Callable[[Outcome], None] | None = None

    def __call__(self, job: Job) -> Outcome:
        self.workshop = self.workshop or _workshop()
        began = time.time_ns()
        outcome = _outcome(self.workshop, job)
        seconds = (time.time_ns() - began) / 1e9
        outcome = replace(outcome, began=began, seconds=seconds)
        if self.noted:
            self.noted(outcome)
        return outcome


def _statement(job: Job) -> object:
    return job.statement


def _workshop() -> "Workshop":
    from flyers.pieces.workshop import Workshop

    return Workshop()


def _warm_workshop(job: Job, bounds: Bounds) -> "tuple[Workshop, Killed | None]":
    """Return a workshop that processes can be forked from: the engine is loaded here, while another
    process reads the first statement. A failure comes up again, as that job's outcome; also returns
    the end of a process that died of reading."""
    with aside(lambda: _prepared(job), bounds) as read:
        workshop = _workshop()
        with suppress(FlyersError):
            workshop.warm(job)
        prepared = read()
        if isinstance(prepared, Killed):
            return workshop, prepared
        if prepared is not None:
            with suppress(FlyersError):
                workshop.take(job, prepared)
    return workshop, None


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
        f"{job.called}, or the layout {job.layout!r}, is nested too deeply to be set; "
        "take out tables inside tables, and includes of a template in itself."
    )


def _overwritten(job: Job, file: Path, first: Job) -> Outcome:
    error = OutputError(
        f"{first.called} and {job.called} both make {file}, and the second replaced the first; "
        "give one of them another `slug:`, or another folder with --out."
    )
    return Outcome(job=job, error=error, unread=True)


def _lost(job: Job, killed: Killed) -> Outcome:
    """Return the outcome of a job whose process came to its bounds, or was killed."""
    bounds = _bounds()
    if killed is Killed.TIME:
        why = (
            f"takes more than {bounds.seconds:g} seconds of a processor, as no flyer should; take "
            f"out what is unusual in it, or set {PATIENCE}={bounds.seconds * 3:g} on a slow machine"
        )
    elif killed is Killed.MEMORY:
        why = (
            f"takes more than {bounds.memory / 1e9:.1f} GB of memory, as no flyer should; take out "
            "what is unusual in it"
        )
    else:
        return Outcome(
            job=job,
            error=FlyersError(
                f"{job.piece} ({job.called}): the process that made it was killed, most likely for "
                "want of memory; close other programs and make this piece alone."
            ),
        )
    return Outcome(job=job, error=BoundsError(f"{job.piece} ({job.called}) {why}."))
