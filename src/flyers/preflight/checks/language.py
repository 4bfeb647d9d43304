"""A file for the screen says what language it is in (ISO 14289-1, 7.2; WCAG 3.1.1)."""

import re
from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""As RFC 3066 writes a language (ISO 32000-1, 14.9.2.2)."""

REMEDY = "Set the document's language, such as en or de-AT."


def find(case: Case) -> Iterator[Finding]:
    """Check the /Lang of the catalog."""
    language = case.evidence.facts.language.strip()
    if not language:
        yield Finding(message="The file does not say what language it is in.", remedy=REMEDY)
    elif not TAG.fullmatch(language):
        yield Finding(message=f"{language!r} is not the code of a language.", remedy=REMEDY)


CHECK = Check(
    name="language",
    rule="The file says what language it is in.",
    source="ISO 14289-1, 7.2; WCAG 3.1.1",
    severity={"web": "error"},
    find=find,
)
