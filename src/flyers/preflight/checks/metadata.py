"""The file describes itself alike in both places.

ISO 15930-7: the information dictionary and the XMP metadata agree, and state if the file is
trapped (ISO 32000-1, 14.11.6).
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check


def find(case: Case) -> Iterator[Finding]:
    """Compare both descriptions. Only PDF/X requires the file to state if it is trapped."""
    facts = case.evidence.facts
    if facts.discord:
        yield Finding(
            message="The file describes itself in two places, information and XMP metadata, "
            f"which differ: {', '.join(facts.discord)}.",
            remedy="Export it again, so that both are written together.",
        )
    if "PDF/X" in facts.claims and facts.trapped not in ("True", "False"):
        yield Finding(
            message="The file does not say whether it is trapped, as PDF/X wants.",
            remedy="Export it as PDF/X again; most programs write False.",
        )


CHECK = Check(
    name="metadata",
    rule="Information and metadata agree, and a PDF/X file says whether it is trapped.",
    source="ISO 15930-7; ISO 32000-1, 14.11.6",
    severity={"shop": "warning", "web": "note"},
    find=find,
)
