"""The report for a terminal and as JSON, and the list of checks."""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from flyers.core.findings import MARKS, SEVERITIES, Finding, Severity
from flyers.core.terminal import bare, dumb, wrapped
from flyers.preflight.checked_file import CheckedFile, Repair
from flyers.preflight.checks import CHECKS

COLOUR: Mapping[Severity, str] = {"error": "31;1", "warning": "33;1", "note": "2"}

MOST_ALIKE = 4
"""Findings of one kind that are listed one by one."""

MOST_PAGES = 8
"""Page numbers that are named one by one."""


def as_json(files: Sequence[CheckedFile]) -> str:
    """Return one JSON object with every file, those that cannot be read too."""
    answer = {
        "files": [
            {
                "file": one.file,
                **({"fixed": asdict(one.repair)} if one.repair else {}),
                "findings": [finding.as_json() for finding in one.findings],
            }
            for one in files
        ]
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def as_text(files: Sequence[CheckedFile], printer: str, *, quiet: bool = False) -> str:
    """Return a block for each file: the verdict, then its findings, the gravest first.

    With ``quiet``, only errors are listed.
    """
    blocks = [
        "\n".join(_block(one, printer, quiet=quiet)) for one in files if not (quiet and one.passes)
    ]
    return "\n\n".join(blocks)


def _block(one: CheckedFile, printer: str, *, quiet: bool) -> Iterator[str]:
    if not one.is_pdf:
        (finding,) = one.findings
        first, *more = wrapped(f"{finding.message} {finding.remedy}", "  ")
        yield f"{_painted(MARKS['error'], COLOUR['error'])}{first[1:]}"
        yield from more
        return
    mark = _painted("✓", "32;1") if one.passes else _painted(MARKS["error"], COLOUR["error"])
    verdict = "ready" if one.passes else "not ready"
    yield f"{mark} {_painted(bare(one.file), '1')}: {verdict} for {printer}{_counted(one)}"
    if one.repair and one.findings + one.repair.changes and not quiet:
        yield from _repaired(one.repair)
    for severity in SEVERITIES[:1] if quiet else SEVERITIES:
        own = [finding for finding in one.findings if finding.severity == severity]
        for (check, remedy), alike in _together(own).items():
            yield ""
            pages = list(dict.fromkeys(f.page for f in alike if f.page is not None))
            where = f", {_pages(pages)}" if pages else ""
            yield f"  {_painted(MARKS[severity], COLOUR[severity])} {_painted(check, '1')}{where}"
            messages = list(dict.fromkeys(finding.message for finding in alike))
            for message in messages[:MOST_ALIKE]:
                yield from wrapped(message, "    ")
            if len(messages) > MOST_ALIKE:
                yield f"    … and {len(messages) - MOST_ALIKE:,} more like it"
            yield from wrapped(remedy, "    → ")


def _repaired(repair: Repair) -> Iterator[str]:
    """List what was mended, and what could not be."""
    if repair.changes:
        yield from wrapped(f"a copy of {repair.original}, in which this was mended:", "  ")
    else:
        yield from wrapped("nothing in it can be mended without whoever made it", "  ")
    for change in repair.changes:
        yield from wrapped(change, "  + ")
    for sentence in repair.left:
        yield from wrapped(sentence, "  ! ")


def _counted(one: CheckedFile) -> str:
    counts = {kind: sum(f.severity == kind for f in one.findings) for kind in SEVERITIES}
    said = [f"{n} {kind}{'s' if n > 1 else ''}" for kind, n in counts.items() if n]
    return f" ({', '.join(said)})" if said else ""


def _together(findings: Sequence[Finding]) -> dict[tuple[str, str], list[Finding]]:
    """Group findings with the same remedy, in the order of their first."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        found.setdefault((one.check, one.remedy), []).append(one)
    return found


def _pages(pages: Sequence[int]) -> str:
    if len(pages) == 1:
        return f"page {pages[0]}"
    if len(pages) > MOST_PAGES:
        return f"{len(pages)} pages, from page {pages[0]} on"
    return f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]}"


def _painted(text: str, code: str) -> str:
    """Colour the text where colours are welcome (no-color.org)."""
    welcome = sys.stdout.isatty() and not dumb() and not os.environ.get("NO_COLOR")
    return f"\x1b[{code}m{text}\x1b[0m" if welcome else text


def as_list() -> str:
    """Return the table of checks: name, rule, source, and severity for each kind of printer."""
    blocks = []
    for check in CHECKS:
        grave = ", ".join(f"{severity} for {kind}" for kind, severity in check.severity.items())
        blocks.append(
            "\n".join(
                [
                    _painted(check.name, "1"),
                    *wrapped(check.rule, "    "),
                    *wrapped(f"{check.source} ({grave})", "    "),
                ]
            )
        )
    return "\n".join(blocks)
