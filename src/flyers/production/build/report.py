"""What became of a build."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flyers.pieces.batch import Outcome
from flyers.pieces.piece import over
from flyers.production.build.log import Line, Log
from flyers.production.build.scope import Asked


@dataclass(frozen=True, kw_only=True)
class Report:
    """How many statements and pieces there are, how many were made just now, and what could not
    be: by statement and message, the code that each ends a run with. ``held`` are statements that
    the site does not show, and why; ``warned`` how many pieces have warnings, and ``warnings`` are
    these, each with the statements that it is of. ``strays`` are files that nothing asks for any
    more, and ``removed`` those of them that are gone now."""

    statements: int
    pieces: int
    made: int
    failed: tuple[tuple[str, str, int], ...]
    held: tuple[tuple[str, str], ...]
    warned: int
    warnings: Mapping[str, tuple[str, ...]]
    strays: tuple[str, ...]
    removed: tuple[str, ...]

    def as_json(self) -> Mapping[str, Any]:
        """For programs, and for the memory of a build."""
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
        }


def report_of(
    asked: Asked,
    log: Log,
    outcomes: Sequence[Outcome],
    today: datetime.date,
    *,
    strays: tuple[str, ...],
    removed: tuple[str, ...],
) -> Report:
    """What became of everything that was asked for, and of what no longer is."""
    lines = [line for name in asked.pieces if (line := log.line(name))]
    said = [(line.name[0], _warnings(line, today)) for line in lines]
    known = {(line.name[0], line.error, line.code) for line in lines if line.error}
    unknown = {
        (asked.called(one.job), str(one.error), int(one.error.exit_code))
        for one in outcomes
        if one.error
    }
    warnings: dict[str, dict[str, None]] = {}
    for statement, messages in said:
        for message in messages:
            warnings.setdefault(message, {})[statement] = None
    return Report(
        statements=len({name[0] for name in asked.pieces}),
        pieces=sum(not line.error for line in lines),
        made=sum(bool(one.piece) for one in outcomes),
        failed=tuple(sorted(known | unknown)),
        held=tuple((asked.named(entry.path), entry.withheld) for entry in asked.held),
        warned=sum(bool(messages) for _, messages in said),
        warnings={message: tuple(statements) for message, statements in warnings.items()},
        strays=strays,
        removed=removed,
    )


def _warnings(line: Line, today: datetime.date) -> tuple[str, ...]:
    """What there is to know of a piece on that day; of one that could not be made nothing."""
    event = datetime.date.fromisoformat(line.event) if line.event else None
    late = () if line.error else over(event, today)
    return (*(one.line for one in late), *line.warnings)
