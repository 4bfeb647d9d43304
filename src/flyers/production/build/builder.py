"""A build while it has its turn: what is stale is made, and written down piece by piece."""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flyers.core.errors import ExitCode, OutputError
from flyers.core.files import remove, write_whole
from flyers.core.today import today
from flyers.pieces.batch import Outcome, make_all
from flyers.pieces.piece import Job
from flyers.pieces.ticket import write_tickets
from flyers.production.build.digests import Digests, Known
from flyers.production.build.lock import taking_turns
from flyers.production.build.log import Line, Log, Name, named, ticket_of
from flyers.production.build.memory import FILE, Sight, memory_of, remembered, seen
from flyers.production.build.plan import Plan, Stale, plan_of
from flyers.production.build.report import Report, report_of
from flyers.production.build.scope import Asked

if TYPE_CHECKING:
    from flyers.pieces.workshop import Workshop

_OF_THE_INPUT = {
    *(ExitCode.STATEMENT, ExitCode.ADDRESS, ExitCode.OVERSET, ExitCode.CHECK, ExitCode.GLYPH),
    *(ExitCode.CONFIG, ExitCode.EMPTY_STATEMENT, ExitCode.NO_TITLE, ExitCode.FRONT_MATTER),
    *(ExitCode.NOT_TEXT, ExitCode.IMAGE, ExitCode.LAYOUT, ExitCode.IMPOSITION, ExitCode.IMPRINT),
}
"""How a piece fails that fails again as long as nothing of what it needs changes."""

_PART = re.compile(r"\..+\.(\d+)-[0-9a-f]{8}\.part")
"""Temporary names of files, with the number of the process that writes them."""

LOG = "log.jsonl"


@contextmanager
def taken_up(
    asked: Asked, *, everything: bool = False, waiting: Callable[[], None] = lambda: None
) -> Iterator["Work"]:
    """What there is to do of what is asked for, once it is this build's turn; ``waiting`` is called
    if another one has it. Raises OutputError.
    """
    folder = asked.memory
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with taking_turns(folder / "lock", waiting):
            _sweep(asked.out)
            log = Log(folder / LOG, out=asked.out, home=asked.home)
            yield Work(asked, log, everything=everything)
    except OSError as error:
        raise OutputError(
            f"Cannot write into {folder} ({error.strerror}); choose another out in [build]."
        ) from error


class Work:
    """What a build has to do, and the doing of it."""

    def __init__(self, asked: Asked, log: Log, *, everything: bool) -> None:
        self.asked = asked
        self._log = log
        self._known: Known = remembered(asked.memory).get("files", {})
        digests = Digests(self._known)
        self.plan: Plan = plan_of(asked, log, digests, everything=everything)
        self.strays = tuple(log.strays(asked.names, digests))
        """Files that earlier builds made, and nothing asks for any more."""
        self._stale: Mapping[Job, Stale] = {stale.job: stale for stale in self.plan.stale}
        self._outcomes: list[Outcome] = []
        self.left: tuple[Stale, ...] = ()
        self.sight: Sight = {}
        """What is stale all the same, and every file and folder that decides it, as it was looked
        at; known once the work is finished."""

    def outcomes(
        self, workers: int | None = None, workshop: "Workshop | None" = None
    ) -> Iterator[Outcome]:
        """Make what is stale; outcomes come in the order of the plan."""
        jobs = [stale.job for stale in self.plan.stale]
        if not jobs:
            return
        for outcome in make_all(jobs, workers=workers, workshop=workshop, noted=self._note):
            self._outcomes.append(outcome)
            yield outcome
        self._write_tickets()

    def finish(self, *, prune: bool = False) -> Report:
        """Put the log in order, and remember what was seen: if nothing is left to do, the next
        build can tell so at a glance. ``prune`` removes the strays. Raises OutputError."""
        asked, digests = self.asked, Digests(self._known)
        self._log.read()
        for line, owner, file in self._log.overwritten(asked.names):
            said = f"{owner[0]} and {line.name[0]} both make {file}; give one another `slug:`."
            self._log.add(replace(line, files={}, error=said, code=int(ExitCode.OUTPUT)))
        self.strays = tuple(self._log.strays(asked.names, digests))
        removed = self.strays if prune else ()
        for file in removed:
            _remove(asked.out, file)
        if removed:
            digests, self.strays = Digests(self._known), ()
        self._log.keep(asked.names, digests)
        self.left = plan_of(asked, self._log, digests).stale
        day = today()
        report = report_of(
            asked, self._log, self._outcomes, day, strays=self.strays, removed=removed
        )
        done = not self.left and digests.settled
        packages = {path: seen(path) for path in _packages()}
        folders = {**packages, **digests.folders, **asked.folders}
        self.sight = {**digests.sight, **folders}
        memory = memory_of(
            digests.found(),
            folders,
            report.as_json() if done else None,
            day.isoformat(),
        )
        write_whole(asked.memory / FILE, memory)
        return report

    @property
    def made(self) -> list[tuple[Job, Line | None]]:
        """Every job, and what was made of it, now or earlier; None where nothing was."""
        lines = [self._log.line(self.asked.name(job)) for job in self.asked.jobs]
        whole = [line if line and not line.error else None for line in lines]
        return list(zip(self.asked.jobs, whole, strict=True))

    def _note(self, outcome: Outcome) -> None:
        """Write the line of a piece, in the process that made it."""
        stale = self._stale[outcome.job]
        about: dict[str, Any] = {"name": stale.name, "needs": stale.needs}
        if outcome.piece:
            piece, now = outcome.piece, Digests()
            about["pictures"] = {named(p, self.asked.home): now.of(p) for p in piece.sought}
            if now.newest >= outcome.began:
                return  # what was changed while it was shown may be shown as it was before
            about["language"] = piece.language
            about["event"] = piece.event.isoformat() if piece.event else ""
            about["files"] = self._files((*piece.files, *piece.previews, *piece.proofs))
            about["warnings"] = tuple(
                one.line for one in piece.findings if one.severity == "warning"
            )
        elif outcome.error and outcome.error.exit_code in _OF_THE_INPUT:
            about |= {"error": str(outcome.error), "code": int(outcome.error.exit_code)}
            # What was made of it before is still its own.
            before = self._log.line(stale.name)
            about["files"] = before.files if before else {}
        else:
            return
        self._log.add(Line(**about, seconds=round(outcome.seconds, 3)))

    def _files(self, paths: Sequence[Path]) -> dict[str, str]:
        now = Digests()
        return {named(path, self.asked.out): now.of(path) for path in paths}

    def _write_tickets(self) -> None:
        """A ticket for each shop, where all pieces that are to be on it were made."""
        groups: dict[Name, list[Outcome]] = {}
        for outcome in self._outcomes:
            groups.setdefault(ticket_of(self._stale[outcome.job].name), []).append(outcome)
        for name, outcomes in groups.items():
            made = [(one.job, one.piece) for one in outcomes if one.piece]
            if len(made) == len(outcomes):
                for ticket in write_tickets(made):
                    self._log.add(Line(name=name, files=self._files([ticket.pdf, ticket.json])))


def _remove(out: Path, file: str) -> None:
    """Remove a file, and its folder where nothing else is in it."""
    path = out / file
    remove(path)
    with suppress(OSError):
        if path.parent != out:
            path.parent.rmdir()


def _sweep(out: Path) -> None:
    """Take away what killed processes were writing."""
    for folder, _, names in os.walk(out):
        for name in names:
            match = _PART.fullmatch(name)
            if match and not _is_alive(int(match[1])):
                with suppress(OSError):
                    (Path(folder) / name).unlink()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _packages() -> list[str]:
    """The folders that the engines are in: what is installed there changes them."""
    found = (find_spec(name) for name in ("weasyprint", "pypdf"))
    return [str(Path(spec.origin).parents[1]) for spec in found if spec and spec.origin]
