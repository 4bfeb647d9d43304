"""The address in a QR code leads every reader to the page, as far as its form can tell."""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check, everywhere
from flyers.preflight.checks.web_address import told_of

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
"""What else a phone makes sense of."""


def find(case: Case) -> Iterator[Finding]:
    """Every address once on a page, however often its code is on it."""
    for side in case.sides:
        for text, code in {code.text: code for code in side.evidence.codes}.items():
            if not text.lower().startswith(OTHER):
                yield from told_of(text, "The QR code", page=side.number, box=code.box)


CHECK = Check(
    name="qr-address",
    rule="A QR code's address is short, public, encrypted, and without trackers.",
    source="RFC 3986; RFC 6761; what a phone opens",
    severity=everywhere("error"),
    find=find,
)
