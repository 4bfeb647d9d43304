"""The file is not encrypted: a shop's software may not open it, and ISO 15930-7 forbids it."""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check


def find(case: Case) -> Iterator[Finding]:
    """Report a file that is encrypted: even one that opens without a password may forbid
    changes."""
    if case.evidence.facts.encrypted:
        yield Finding(
            message="The file is encrypted (protected), though it opens without a password.",
            remedy="Save a copy without any security settings.",
        )


CHECK = Check(
    name="encryption",
    rule="The file is not encrypted.",
    source="ISO 15930-7; ISO 19005-2, 6.1.3",
    severity={"home": "note", "shop": "error", "web": "warning"},
    find=find,
)
