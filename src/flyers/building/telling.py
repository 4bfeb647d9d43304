"""What is said of a build, of what it left in memory too. Imports next to nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

SHOWN = 6
"""Of those that are held back: an archive has hundreds that have expired."""


def as_lines(report: Mapping[str, Any], out: str, seconds: float) -> Iterator[str]:
    """For people; ``report`` as for programs, so that what is remembered says the same."""
    failed = report["failed"]
    held = report["held_back"]
    if held:
        yield f"{_count(len(held), 'statement')} held back, as the site does:"
        yield from (f"  {one['statement']}: {one['why']}" for one in held[:SHOWN])
        if (more := len(held) - SHOWN) > 0:
            yield f"  and {more} more; --json lists them all"
    made, pieces = report["made"], report["pieces"]
    parts = [f"{_count(pieces, 'piece')} of {_count(report['statements'], 'statement')} in {out}"]
    parts.append(f"{made} made in {_time(seconds)}" if made else "all of them up to date")
    if report["pieces_with_warnings"]:
        parts.append(f"{report['pieces_with_warnings']} with warnings (.flyers/log.jsonl)")
    if failed:
        parts.append(f"{_count(len(failed), 'statement')} not made")
    yield "; ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"


def exit_code(report: Mapping[str, Any]) -> int:
    """As `flyers make` ends: with the error's own code where nothing else came of it, else 1."""
    codes = {one["exit_code"] for one in report["failed"]}
    if not codes:
        return 0
    return int(codes.pop()) if len(codes) == 1 and not report["pieces"] else 1
