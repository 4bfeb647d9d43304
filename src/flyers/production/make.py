"""`flyers make`: every statement in every layout and format for every printer."""

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from flyers.campaign import campaign_for
from flyers.catalogue.printers import Printer
from flyers.core.errors import ExitCode, FlyersError, OptionError, StatementError, exit_code
from flyers.core.files import from_here
from flyers.core.today import today
from flyers.pieces.asking import with_answers
from flyers.pieces.batch import Outcome, make_all
from flyers.pieces.piece import Job, Piece
from flyers.pieces.ticket import Ticket, write_tickets
from flyers.production.names import refuse_unknown
from flyers.production.progress import Progress, Step, followed, silent
from flyers.statements.source import load
from flyers.typesetting.fit.overset import Overset


@dataclass(frozen=True, kw_only=True)
class MakeRequest:
    """The pieces to be made. ``-`` among the statements is ``text``, or else standard input.
    With ``ask_hugo``, Hugo says where their pages are.
    Without layouts, formats, printers or a folder, those of [build] in flyers.toml count."""

    statements: tuple[str, ...]
    text: bytes | None = None
    layouts: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    printers: tuple[str, ...] = ()
    sheet: str | None = None
    url: str | None = None
    ask_hugo: bool = False
    when: str | None = None
    where: str | None = None
    overset: Overset = "excerpt"
    out: str | None = None
    manual_duplex: bool = False
    strict: bool = False
    previews: bool = True
    copies: int | None = None
    stock: str | None = None
    proof: bool = False
    progress: Progress = silent


@dataclass(frozen=True, kw_only=True)
class MakeResult:
    """The outcome of every job, and the job tickets. ``refused`` is the error that stopped all jobs
    before or between them; ``copies`` is the number that was asked for."""

    outcomes: tuple[Outcome, ...]
    tickets: tuple[Ticket, ...]
    refused: FlyersError | None
    copies: int | None
    seconds: float

    @property
    def pieces(self) -> list[Piece]:
        """The finished pieces."""
        return [one.piece for one in self.outcomes if one.piece]

    @property
    def exit_code(self) -> ExitCode:
        """The exit code of the command."""
        return self.refused.exit_code if self.refused else code_of(self.outcomes)

    def as_json(self) -> Mapping[str, Any]:
        """Return the answer of ``--json``."""
        errors = [_error(one.error, one.job, one.unread) for one in self.outcomes if one.error]
        if self.refused:
            errors.append(_error(self.refused))
        return {
            "pieces": [piece.as_json() for piece in self.pieces],
            "tickets": [{"pdf": str(one.pdf), "json": str(one.json)} for one in self.tickets],
            "errors": errors,
            "seconds": round(self.seconds, 3),
        }


def jobs_of(request: MakeRequest) -> list[Job]:
    """Return a job for every statement in every layout and format for every printer, each once.

    Raises UnknownNameError, LayoutError, ConfigError or OptionError.
    """
    out = request.out
    if out is not None and not out.strip():
        raise OptionError("--out names no folder; give it one, or a dot for the folder you are in.")
    text = request.text
    jobs = []
    for source in dict.fromkeys(request.statements):
        statement = None if source == "-" else Path(source)
        folder = statement.parent if statement else None
        campaign = campaign_for(folder)
        build = campaign.build
        layouts = request.layouts or build.layouts
        formats = request.formats or build.formats
        printers = request.printers or build.printers
        refuse_unknown(folder, campaign, layouts, formats, printers, request.sheet)
        if request.manual_duplex:
            _refuse_shops(map(campaign.printer, printers))
        if statement is None and text is None:
            text = sys.stdin.buffer.read()
        jobs += [
            Job(
                statement=statement,
                text=None if statement else text,
                layout=layout,
                format=fmt,
                printer=printer,
                sheet=request.sheet,
                url=request.url,
                overset=request.overset,
                when=request.when,
                where=request.where,
                manual_duplex=request.manual_duplex,
                strict=request.strict,
                out=Path(out) if out is not None else from_here(campaign.out),
                previews=request.previews,
                copies=request.copies,
                stock=request.stock,
                proof=request.proof,
            )
            for layout, fmt, printer in product(*map(dict.fromkeys, (layouts, formats, printers)))
        ]
    return jobs


def _refuse_shops(printers: Iterable[Printer]) -> None:
    for printer in printers:
        if printer.laid != "sheets":
            raise OptionError(
                f"--manual-duplex is for printers that are fed by hand, and {printer.name} is not; "
                "leave it out, or take a printer such as home."
            )


def run(request: MakeRequest) -> MakeResult:
    """Make all pieces that are asked for, and a job ticket for every shop. A piece that fails stops
    no other one."""
    started, day = time.perf_counter(), today()
    jobs: list[Job] = []
    outcomes: list[Outcome] = []
    tickets: list[Ticket] = []
    refused: FlyersError | None = None
    try:
        jobs = jobs_of(request)
        if request.ask_hugo:
            jobs = with_answers(jobs)
        missing = _missing(jobs)
        present = [job for job in jobs if job.statement not in missing]
        for outcome in missing.values():
            request.progress(Step(done=0, total=len(present), outcome=outcome))
        outcomes += missing.values()
        for outcome in followed(make_all(present), len(present), request.progress):
            outcomes.append(outcome.on(day))
        tickets = write_tickets([(one.job, one.piece) for one in outcomes if one.piece])
    except FlyersError as error:
        refused = error
    places = {job: place for place, job in enumerate(jobs)}
    return MakeResult(
        outcomes=tuple(sorted(outcomes, key=lambda one: places[one.job])),
        tickets=tuple(tickets),
        refused=refused,
        copies=request.copies,
        seconds=time.perf_counter() - started,
    )


def code_of(outcomes: Sequence[Outcome]) -> ExitCode:
    """Return the exit code of a run with these outcomes."""
    failed = [outcome.error.exit_code for outcome in outcomes if outcome.error]
    return exit_code(failed, made=len(failed) < len(outcomes))


def _missing(jobs: Sequence[Job]) -> Mapping[Path | None, Outcome]:
    """Return the outcomes of statements that are no file, by their paths."""
    found: dict[Path | None, Outcome] = {}
    for job in jobs:
        if job.statement and job.statement not in found and not job.statement.is_file():
            try:
                load(job.statement)
            except StatementError as error:
                found[job.statement] = Outcome(job=job, error=error, unread=True)
    return found


def _error(error: FlyersError, job: Job | None = None, unread: bool = False) -> dict[str, Any]:
    """Return an error's row; None stands for all: statements, or layouts and formats of the one."""
    piece = None if unread else job
    return {
        "statement": job and job.source,
        "layout": piece and piece.layout,
        "format": piece and piece.format,
        "message": str(error),
        "exit_code": int(error.exit_code),
    }
