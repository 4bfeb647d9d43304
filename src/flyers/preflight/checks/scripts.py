"""The file does nothing by itself: no scripts, no programs, nothing to be played or filled in.

ISO 15930-7 and ISO 19005-2, 6.5: paper runs no JavaScript, and what a
script changes on the screen is not what is printed.
"""

from collections.abc import Iterator

from flyers.preflight.case import Case
from flyers.preflight.check import Check, Fault


def find(case: Case) -> Iterator[Fault]:
    """Actions, forms and attachments of the whole file."""
    facts = case.evidence.facts
    if facts.scripts:
        yield Fault(
            message=f"The file would do something by itself: {', '.join(facts.scripts)}.",
            remedy="Save a copy without scripts and actions.",
        )
    if facts.fields:
        yield Fault(
            message=f"The file is a form with {facts.fields} "
            f"field{'s' if facts.fields > 1 else ''} to be filled in.",
            remedy="Flatten the form, or print it into a PDF.",
            mild=True,
        )
    if facts.attachments:
        yield Fault(
            message=f"Files are attached: {', '.join(facts.attachments[:3])}.",
            remedy="Take them out; nobody prints them.",
            mild=True,
        )


CHECK = Check(
    name="scripts",
    rule="The file has no scripts, no form and no attachments.",
    source="ISO 15930-7; ISO 19005-2, 6.5",
    severity={"home": "warning", "shop": "error", "web": "error"},
    find=find,
)
