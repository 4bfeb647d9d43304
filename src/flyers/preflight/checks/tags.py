"""A file for the screen is tagged, so that a screen reader knows what is what.

ISO 14289-1: everything is tagged or an artifact (7.1), a figure has words in its
place (7.3), and a text has headings (7.4).
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

EXPORT = "Export it as tagged PDF (PDF/UA), from a document that has headings."
LONG = 3
"""Pages from which on a text needs headings to find one's way."""


def find(case: Case) -> Iterator[Finding]:
    """Check the structure tree, and what is painted outside of it."""
    facts = case.evidence.facts
    if not facts.tagged:
        yield Finding(
            message="The file is not tagged, so a screen reader has to guess what is what.",
            remedy=EXPORT,
        )
        return
    without = facts.figures.count(False)
    if without:
        yield Finding(
            message=f"{without} picture{'s have' if without > 1 else ' has'} no alt text, "
            "the words for those who cannot see pictures.",
            remedy="Write alt text for every picture that matters.",
        )
    if not facts.headings:
        yield Finding(
            message="Nothing is tagged as a heading.",
            remedy=EXPORT,
            severity="warning" if len(facts.pages) < LONG else "error",
        )
    for side in case.sides:
        content = side.evidence.facts.content
        if content.untagged:
            letters = content.untagged_letters
            what = f"{letters} letters on the page are" if letters else "A drawing on the page is"
            yield Finding(
                page=side.number,
                message=f"{what} neither tagged nor marked as decoration.",
                remedy=EXPORT,
                severity="error" if content.untagged_letters else "warning",
            )


CHECK = Check(
    name="tags",
    rule="All is tagged or marked as decoration, pictures have alt text, and there are headings.",
    source="ISO 14289-1, 7.1, 7.3 and 7.4",
    severity={"web": "error"},
    find=find,
)
