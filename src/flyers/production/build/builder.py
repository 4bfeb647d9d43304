"""A build while it has its turn: what has changed is made, and logged piece by piece."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from flyers.production.build.log import Log, PieceName, Record, named, ticket_of
from flyers.production.build.memory import FILE, Stamps, memory_of, remembered, seen
from flyers.production.build.needs import Needs, seen_in_site
from flyers.production.build.plan import BuildPlan, Stale, plan_of
from flyers.production.build.report import BuildReport, report_of
from flyers.production.build.scope import BuildScope

if TYPE_CHECKING:
    from flyers.pieces.workshop import Workshop

_OF_THE_INPUT = {
    *(ExitCode.STATEMENT, ExitCode.ADDRESS, ExitCode.OVERSET, ExitCode.CHECK, ExitCode.GLYPH),
    *(ExitCode.CONFIG, ExitCode.EMPTY_STATEMENT, ExitCode.NO_TITLE, ExitCode.FRONT_MATTER),
    *(ExitCode.NOT_TEXT, ExitCode.IMAGE, ExitCode.LAYOUT, ExitCode.IMPOSITION, ExitCode.IMPRINT),
}
"""Codes of failures that come again as long as nothing that the piece is made of changes."""

_PART = re.compile(r"\..+\.(\d+)-[0-9a-f]{8}\.part")
"""Temporary names of files, with the number of the process that writes them."""

LOG = "log.jsonl"


@contextmanager
def building(
    scope: BuildScope, *, everything: bool = False, waiting: Callable[[], None] = lambda: None
) -> Iterator["Builder"]:
    """Yield the builder of a scope once it is this build's turn; ``waiting`` is called if another
    one has it. Raises OutputError.
    """
    folder = scope.memory
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with taking_turns(folder / "lock", waiting):
            _sweep(scope.out)
            log = Log(folder / LOG, out=scope.out, home=scope.home)
            yield Builder(scope, log, everything=everything)
    except OSError as error:
        raise OutputError(
            f"Cannot write into {folder} ({error.strerror}); choose another out in [build]."
        ) from error


class Builder:
    """Makes what has changed since the last build, and keeps the log of the pieces."""

    def __init__(self, scope: BuildScope, log: Log, *, everything: bool) -> None:
        self.scope = scope
        self._log = log
        self._known: Known = remembered(scope.memory).get("files", {})
        digests = Digests(self._known)
        self._needs = Needs(digests)
        self.plan: BuildPlan = plan_of(
            scope, log, digests, needs=self._needs, everything=everything
        )
        for record in self.plan.confirmed:
            log.add(record)
        self.strays = tuple(log.strays(scope.names, digests))
        """Files that earlier builds made, and nothing asks for any more."""
        self._stale: Mapping[Job, Stale] = {stale.job: stale for stale in self.plan.stale}
        self._outcomes: list[Outcome] = []
        self.left: tuple[Stale, ...] = ()
        """Pieces that are stale all the same, known once the build is finished."""
        self.stamps: Stamps = {}
        """Every file and folder that decides what is stale, as it was looked at; known then too."""

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

    def finish(self, *, prune: bool = False) -> BuildReport:
        """Put the log in order, and leave the next build a memory: if nothing is left to do, it
        sees so without reading a file. ``prune`` removes the strays. Raises OutputError."""
        scope, digests = self.scope, Digests(self._known)
        self._log.read()
        for record, owner, file in self._log.overwritten(scope.names):
            said = f"{owner[0]} and {record.name[0]} both make {file}; give one another `slug:`."
            failed = replace(record, files={}, error=said, code=int(ExitCode.OUTPUT))
            self._log.add(replace(failed, owner=owner[0]))
        self.strays = tuple(self._log.strays(scope.names, digests))
        removed = self.strays if prune else ()
        for file in removed:
            _remove(scope.out, file)
        if removed:
            digests, self.strays = Digests(self._known), ()
        self._log.keep(scope.names, digests)
        self.left = plan_of(scope, self._log, digests).stale
        day = today()
        report = report_of(
            scope, self._log, self._outcomes, day, strays=self.strays, removed=removed
        )
        done = not self.left and digests.settled
        packages = {path: seen(path) for path in _packages()}
        folders = {**packages, **digests.folders, **scope.folders}
        self.stamps = {**digests.stamps, **folders}
        memory = memory_of(
            digests.found(),
            folders,
            report.as_json() if done else None,
            day.isoformat(),
        )
        write_whole(scope.memory / FILE, memory)
        return report

    @property
    def made(self) -> list[tuple[Job, Record | None]]:
        """Every job, and the record of its piece, made now or earlier; None where there is none."""
        records = [self._log.record(self.scope.name(job)) for job in self.scope.jobs]
        whole = [record if record and not record.error else None for record in records]
        return list(zip(self.scope.jobs, whole, strict=True))

    def _note(self, outcome: Outcome) -> None:
        """Log a piece, in the process that made it where that was forked."""
        stale = self._stale[outcome.job]
        rules = self._needs.rules(outcome.job)
        about: dict[str, Any] = {"name": stale.name, "needs": stale.needs, "rules": rules}
        if outcome.piece:
            piece, now = outcome.piece, Digests()
            page = piece.qr.page
            about["pictures"] = {named(p, self.scope.home): now.of(p) for p in piece.sought}
            about["grounds"] = self._grounds(page.seen, now)
            if now.newest >= outcome.began:
                return  # what was changed meanwhile may be on it as it was before
            about |= {"page": page.url, "basis": page.basis, "source": page.source}
            about["language"] = piece.language
            about["event"] = piece.event.isoformat() if piece.event else ""
            about["files"] = self._files((*piece.files, *piece.previews, *piece.proofs))
            about["warnings"] = tuple(
                one.sentence for one in piece.findings if one.severity == "warning"
            )
        elif outcome.error and outcome.error.exit_code in _OF_THE_INPUT:
            about |= {"error": str(outcome.error), "code": int(outcome.error.exit_code)}
            # Files of an earlier build are still there, and are the piece's own.
            before = self._log.record(stale.name)
            about["files"] = before.files if before else {}
            if outcome.error.exit_code == ExitCode.ADDRESS:
                site = self._needs.of_site(outcome.job)
                about["grounds"] = self._grounds(site.built if site else (), Digests())
        else:
            return
        self._log.add(Record(**about, seconds=round(outcome.seconds, 3)))

    def _grounds(self, seen: Iterable[Path], digests: Digests) -> dict[str, str]:
        """Return digests of what was seen in the built site, as the log names it."""
        return {self.scope.named(path): seen_in_site(str(path), digests) for path in seen}

    def _files(self, paths: Sequence[Path]) -> dict[str, str]:
        now = Digests()
        return {named(path, self.scope.out): now.of(path) for path in paths}

    def _write_tickets(self) -> None:
        """Write a ticket for each shop whose pieces were all made."""
        groups: dict[PieceName, list[Outcome]] = {}
        for outcome in self._outcomes:
            groups.setdefault(ticket_of(self._stale[outcome.job].name), []).append(outcome)
        for name, outcomes in groups.items():
            made = [(one.job, one.piece) for one in outcomes if one.piece]
            if len(made) == len(outcomes):
                for ticket in write_tickets(made):
                    self._log.add(Record(name=name, files=self._files([ticket.pdf, ticket.json])))


def _remove(out: Path, file: str) -> None:
    """Remove a file, and its folder where nothing else is in it."""
    path = out / file
    remove(path)
    with suppress(OSError):
        if path.parent != out:
            path.parent.rmdir()


def _sweep(out: Path) -> None:
    """Remove the temporary files of processes that were killed."""
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
    """Return the folders that the engines are in: to install another version changes them."""
    found = (find_spec(name) for name in ("weasyprint", "pypdf"))
    return [str(Path(spec.origin).parents[1]) for spec in found if spec and spec.origin]
