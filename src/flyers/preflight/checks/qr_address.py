"""The address in a QR code leads every reader to the page, as far as the address alone tells."""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check, everywhere
from flyers.preflight.checks.web_address import address_findings

OTHER = (
    "mailto:",
    "tel:",
    "sms:",
    "smsto:",
    "geo:",
    "wifi:",
    "begin:vcard",
    "begin:vevent",
    "mecard:",
)
"""Contents other than web addresses that a phone understands."""


def find(case: Case) -> Iterator[Finding]:
    """Check each address that is read from a code, once on a page."""
    for side in case.sides:
        for text, code in {code.text: code for code in side.evidence.codes}.items():
            if not text.lower().startswith(OTHER):
                yield from address_findings(text, "The QR code", page=side.number, box=code.box)


CHECK = Check(
    name="qr-address",
    rule="A QR code's address is short, public, encrypted, and without trackers.",
    source="RFC 3986; RFC 6761; what a phone opens",
    severity=everywhere("error"),
    find=find,
)
