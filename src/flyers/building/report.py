"""What became of a build."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flyers.batch import Outcome
from flyers.building.asked import Asked
from flyers.building.log import Log


@dataclass(frozen=True, kw_only=True)
class Report:
    """How many statements and pieces there are, how many were made just now, and what could not
    be: by statement and message, the code that each ends a run with. ``held`` are statements that
    the site does not show, and why; ``warnings`` how many pieces have some."""

    statements: int
    pieces: int
    made: int
    failed: tuple[tuple[str, str, int], ...]
    held: tuple[tuple[str, str], ...]
    warnings: int

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
            "pieces_with_warnings": self.warnings,
        }


def report_of(asked: Asked, log: Log, outcomes: Sequence[Outcome]) -> Report:
    """What became of everything that was asked for."""
    lines = [line for name in asked.pieces if (line := log.line(name))]
    known = {(line.name[0], line.error, line.code) for line in lines if line.error}
    unknown = {
        (asked.called(one.job), str(one.error), int(one.error.exit_code))
        for one in outcomes
        if one.error
    }
    return Report(
        statements=len({name[0] for name in asked.pieces}),
        pieces=sum(not line.error for line in lines),
        made=sum(bool(one.piece) for one in outcomes),
        failed=tuple(sorted(known | unknown)),
        held=tuple((asked.named(entry.path), entry.withheld) for entry in asked.held),
        warnings=sum(bool(line.warnings) for line in lines),
    )
