"""The file can be read. One that cannot be is reported like any other breach."""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check, everywhere

NAME = "readable"

ANEW = "Open it in the program it was made in, and save it again."


def find(case: Case) -> Iterator[Finding]:
    """Report a file that had to be repaired, and pages that were checked only in part."""
    if case.evidence.facts.mended:
        yield Finding(
            message=f"The file {case.evidence.facts.mended}; it was repaired for this check only.",
            remedy=ANEW,
            severity="warning",
        )
    looked_at, pages = len(case.evidence.sides), len(case.evidence.facts.pages)
    if looked_at < pages:
        yield Finding(
            message=f"Only {looked_at} of the {pages} pages could be checked.",
            remedy="Check the rest as a file of its own; if it has fewer pages, save it again.",
            severity="warning",
        )
    for side in case.sides:
        why = side.evidence.facts.content.cut_short
        if why:
            yield Finding(
                page=side.number,
                message=f"Part of the page could not be checked: {why}.",
                remedy=ANEW,
                # In a file of ours nothing may stand in the way.
                severity="error" if case.ours else "warning",
            )


def unreadable(why: str) -> Finding:
    """Return the finding for a file that could not be read. ``why`` is a sentence that ends in what
    to do."""
    what, _, remedy = why.partition("; ")
    return Finding(
        check=NAME,
        severity="error",
        page=None,
        message=f"{what.rstrip('.')}.",
        remedy=f"{remedy[:1].upper()}{remedy[1:].rstrip('.')}." if remedy else ANEW,
    )


CHECK = Check(
    name=NAME,
    rule="The file can be read, all of it.",
    source="ISO 32000-1, 7.5",
    severity=everywhere("error"),
    find=find,
)
