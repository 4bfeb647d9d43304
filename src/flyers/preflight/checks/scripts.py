"""The file does nothing by itself: no scripts, no programs, nothing to be played or filled in.

ISO 15930-7 and ISO 19005-2, 6.5: paper runs no JavaScript, and what a
script changes on the screen is not what is printed.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check


def find(case: Case) -> Iterator[Finding]:
    """Report actions, form fields and attachments of the whole file."""
    facts = case.evidence.facts
    if facts.scripts:
        yield Finding(
            message=f"The file has scripts or actions: {', '.join(facts.scripts)}.",
            remedy="Save a copy without scripts and actions.",
        )
    if facts.fields:
        yield Finding(
            message=f"The file is a form with {facts.fields} "
            f"field{'s' if facts.fields > 1 else ''} to be filled in.",
            remedy="Flatten the form, so that what is filled in becomes part of the page.",
            severity="warning",
        )
    if facts.attachments:
        yield Finding(
            message=f"Files are attached: {', '.join(facts.attachments[:3])}.",
            remedy="Take the attachments out; they are not printed.",
            severity="warning",
        )


CHECK = Check(
    name="scripts",
    rule="The file has no scripts, no form and no attachments.",
    source="ISO 15930-7; ISO 19005-2, 6.5",
    severity={"home": "warning", "shop": "error", "web": "error"},
    find=find,
)
