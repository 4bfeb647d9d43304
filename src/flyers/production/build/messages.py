"""What is said of a build, of what it left in memory too. Imports next to nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flyers.core.errors import ExitCode, exit_code
from flyers.core.wording import counted

SHOWN = 6
"""Lines of one kind: an archive has hundreds of statements that have expired."""


def as_lines(report: Mapping[str, Any], out: str, seconds: float) -> Iterator[str]:
    """For people; ``report`` as for programs, so that what is remembered says the same."""
    failed = report["failed"]
    held = report["held_back"]
    if held:
        yield f"{counted(len(held), 'statement')} held back, as the site does:"
        yield from _some([f"  {one['statement']}: {one['why']}" for one in held])
    yield from _some([_warning(**one) for one in report["warnings"]])
    for key, what in _NOT_ASKED_FOR.items():
        if files := report[key]:
            yield f"{counted(len(files), 'file')} {what}:"
            yield from _some([f"  {out}/{file}" for file in files])
    made, pieces = report["made"], report["pieces"]
    parts = [f"{counted(pieces, 'piece')} of {counted(report['statements'], 'statement')} in {out}"]
    parts.append(f"{made} made in {_time(seconds)}" if made else "all of them up to date")
    if report["pieces_with_warnings"]:
        parts.append(f"{report['pieces_with_warnings']} with warnings")
    if failed:
        parts.append(f"{counted(len(failed), 'statement')} not made")
    yield "; ".join(parts)


_NOT_ASKED_FOR = {
    "removed": "removed that nothing asked for any more",
    "strays": "that nothing asks for any more; --prune removes them",
}


def _some(lines: Sequence[str]) -> Iterator[str]:
    """The first lines, and how many more there are."""
    yield from lines[:SHOWN]
    if (more := len(lines) - SHOWN) > 0:
        yield f"  and {more} more; --json lists them all"


def _warning(message: str, statements: Sequence[str]) -> str:
    """A warning, once for all that it is of."""
    if len(statements) == 1:
        return f"  ! {statements[0]}: {message}"
    return f"  ! {message} ({counted(len(statements), 'statement')})"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"


def code_of(report: Mapping[str, Any]) -> ExitCode:
    """Return the exit code of the build that is reported."""
    return exit_code((one["exit_code"] for one in report["failed"]), made=bool(report["pieces"]))
