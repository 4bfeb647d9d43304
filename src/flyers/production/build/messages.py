"""A build's result in words, also of one that only left its report in memory. Imports next to
nothing."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flyers.core.errors import ExitCode, exit_code
from flyers.core.wording import counted

if TYPE_CHECKING:
    from flyers.production.build.run import BuildForecast, BuildResult

SHOWN = 6
"""Lines of one kind at most: an archive has hundreds of statements that have expired."""

WHY = {
    "new": "not made yet",
    "its files": "a file of it is missing or was changed",
    "its ticket": "it shares a job ticket with a piece that is made again",
    "statement": "the statement was changed",
    "address": "its page has another address, or the address is more or less sure",
    "pictures": "a picture was changed",
    "layout": "the layout was changed",
    "fonts": "a font was added or changed",
    "configuration": "flyers.toml was changed",
    "printer": "its printer in flyers.toml was changed",
    "order": "[build] asks for it in another way",
    "version": "it was made by another version of flyers or of its engines",
    "asked for": "--all asks for it",
}
"""Why a piece is made, in words, by the reason's name in the JSON."""


def as_lines(result: "BuildResult") -> Iterator[str]:
    """Yield the lines for people; the report may be one that the last build left in memory."""
    report, out = result.report, _shorter(result.out)
    if held := report["held_back"]:
        hidden = "not shown by the site, so not made (held_back = true in [build] makes all):"
        yield f"{counted(len(held), 'statement')} {hidden}"
        yield from _some([f"  {one['statement']}: {one['why']}" for one in held])
    yield from _some([_warning(**one) for one in report["warnings"]])
    for key, what in _NOT_ASKED_FOR.items():
        if files := report[key]:
            yield f"{counted(len(files), 'file')} {what}:"
            yield from _some([f"  {out}/{file}" for file in files])
    made, pieces = report["made"], report["pieces"]
    parts = [f"{counted(pieces, 'piece')} of {counted(report['statements'], 'statement')} in {out}"]
    if made:
        parts.append(f"{made} made in {_time(result.seconds)}")
    elif pieces:
        parts.append("all of them up to date")
    if report["pieces_with_warnings"]:
        parts.append(f"{report['pieces_with_warnings']} with warnings")
    if failed := report["failed"]:
        parts.append(f"{counted(len(failed), 'statement')} not made")
    yield "; ".join(parts)
    yield from on_addresses(report["addresses"])


def on_addresses(addresses: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Yield a line on what the addresses in the codes rest on, if there are any."""
    found = Counter(one["basis"] for one in addresses)
    if found:
        yield f"addresses: {', '.join(f'{many} {basis}' for basis, many in sorted(found.items()))}"


def forecast_lines(forecast: "BuildForecast") -> Iterator[str]:
    """Yield a line for each piece that a build would make, and for each file that it would leave
    to --prune."""
    for one in forecast.stale:
        why = ", ".join(WHY.get(name, name) for name in one.why)
        yield f"{', '.join(one.name)}: {why}"
    for file in forecast.strays:
        yield f"{_shorter(forecast.out / file)}: nothing asks for it any more; --prune removes it"
    if not (forecast.stale or forecast.strays):
        yield "There is nothing to make: every piece is as its statement and flyers.toml have it."


_NOT_ASKED_FOR = {
    "removed": "removed that nothing asked for any more",
    "strays": "that nothing asks for any more; --prune removes them",
}


def _shorter(path: Path) -> str:
    """Return the shorter name of a folder or file: from here, or from the top."""
    return min(os.path.relpath(path), str(path), key=len)


def _some(lines: Sequence[str]) -> Iterator[str]:
    """Yield the first lines, and the number of the rest."""
    yield from lines[:SHOWN]
    if (more := len(lines) - SHOWN) > 0:
        yield f"  and {more} more; --json lists them all"


def _warning(message: str, statements: Sequence[str]) -> str:
    """Return a warning's line, one for all its statements."""
    if len(statements) == 1:
        return f"  ! {statements[0]}: {message}"
    return f"  ! {message} ({counted(len(statements), 'statement')})"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"


def code_of(report: Mapping[str, Any]) -> ExitCode:
    """Return the exit code of the build that is reported."""
    return exit_code((one["exit_code"] for one in report["failed"]), made=bool(report["pieces"]))
