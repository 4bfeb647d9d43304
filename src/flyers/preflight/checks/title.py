"""A file for the screen has a title, and shows it (ISO 14289-1, 7.1; WCAG 2.4.2)."""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check


def find(case: Case) -> Iterator[Finding]:
    """Check the title, and that viewers show it instead of the file's name."""
    facts = case.evidence.facts
    if not facts.title.strip():
        yield Finding(
            message="The file has no title.",
            remedy="Give it one in the document's properties.",
        )
    elif not facts.title_shown:
        yield Finding(
            message="Viewers show the name of the file, not its title.",
            remedy="Let the file show its title (DisplayDocTitle).",
            severity="warning",
        )


CHECK = Check(
    name="title",
    rule="The file has a title, and viewers show it.",
    source="ISO 14289-1, 7.1; WCAG 2.4.2",
    severity={"web": "error"},
    find=find,
)
