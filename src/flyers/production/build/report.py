"""The result of a build."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flyers.core.errors import ExitCode
from flyers.core.wording import attributed
from flyers.pieces.batch import Outcome
from flyers.pieces.piece import over
from flyers.production.build.log import Log, Record
from flyers.production.build.scope import BuildScope


@dataclass(frozen=True, kw_only=True)
class BuildReport:
    """Numbers of statements, of pieces, and of those made just now; ``failed`` has the statement,
    message and exit code of what could not be made. ``held`` are statements that the site does not
    show, each with the reason; ``warned`` is the number of pieces with warnings, and ``warnings``
    has the statements of each. ``strays`` are files that nothing asks for any more, ``removed``
    those of them that are gone now."""

    statements: int
    pieces: int
    made: int
    failed: tuple[tuple[str, str, int], ...]
    held: tuple[tuple[str, str], ...]
    warned: int
    warnings: Mapping[str, tuple[str, ...]]
    strays: tuple[str, ...]
    removed: tuple[str, ...]
    addresses: Mapping[str, tuple[str, str, str]]
    """The address of each statement's page, with its basis and its source."""

    def as_json(self) -> Mapping[str, Any]:
        """Return the report as ``--json`` prints it, and as the memory of a build keeps it."""
        return {
            "statements": self.statements,
            "pieces": self.pieces,
            "made": self.made,
            "failed": [
                {"statement": statement, "message": message, "exit_code": code}
                for statement, message, code in self.failed
            ],
            "held_back": [{"statement": path, "why": why} for path, why in self.held],
            "pieces_with_warnings": self.warned,
            "warnings": [
                {"message": message, "statements": statements}
                for message, statements in self.warnings.items()
            ],
            "strays": self.strays,
            "removed": self.removed,
            "addresses": [
                {"statement": statement, "url": url, "basis": basis, "source": source}
                for statement, (url, basis, source) in self.addresses.items()
            ],
        }


def report_of(
    scope: BuildScope,
    log: Log,
    outcomes: Sequence[Outcome],
    today: datetime.date,
    *,
    strays: tuple[str, ...],
    removed: tuple[str, ...],
) -> BuildReport:
    """Return the report of a build from its log and from what was made just now."""
    records = [record for name in scope.pieces if (record := log.record(name))]
    said: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for record in records:
        if not record.error:
            statement, *piece = record.name
            said.setdefault(statement, []).append((tuple(piece), _warnings(record, today)))
    known = {(record.name[0], record.error, record.code) for record in records if record.error}
    unknown = {
        (scope.called(one.job), str(one.error), int(one.error.exit_code))
        for one in outcomes
        if one.error
    }
    code = int(ExitCode.STATEMENT)
    refused = {(scope.named(one.path), one.refused, code) for one in scope.refused}
    warnings: dict[str, dict[str, None]] = {}
    for statement, pieces in said.items():
        for message, owner in attributed(pieces).items():
            warnings.setdefault(f"{owner}{message}", {})[statement] = None
    return BuildReport(
        statements=len({name[0] for name in scope.pieces}),
        pieces=sum(not record.error for record in records),
        made=sum(bool(one.piece) for one in outcomes),
        failed=tuple(sorted(known | unknown | refused)),
        held=tuple((scope.named(entry.path), entry.withheld) for entry in scope.held),
        warned=sum(bool(messages) for pieces in said.values() for _, messages in pieces),
        warnings={message: tuple(statements) for message, statements in warnings.items()},
        strays=strays,
        removed=removed,
        addresses={
            record.name[0]: (record.page, record.basis, record.source)
            for record in records
            if not record.error
        },
    )


def _warnings(record: Record, today: datetime.date) -> tuple[str, ...]:
    """Return the warnings of a piece that was made, on that day."""
    event = datetime.date.fromisoformat(record.event) if record.event else None
    return (*(one.sentence for one in over(event, today)), *record.warnings)
