"""Links lead somewhere that everybody can reach, and say where (ISO 14289-1, 7.18.5)."""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check
from flyers.preflight.checks.web_address import address_findings

OTHER = ("mailto:", "tel:")
"""Addresses that lead to no web page, and are fine."""


def find(case: Case) -> Iterator[Finding]:
    """Check the address of each link, once on a page."""
    for side in case.sides:
        links = side.evidence.facts.annotations
        boxes = {link.address: link.box for link in links if link.kind == "Link" and link.address}
        for address, box in boxes.items():
            if not address.startswith(OTHER):
                yield from address_findings(address, "A link", page=side.number, box=box)


CHECK = Check(
    name="links",
    rule="Links lead to addresses that anybody can reach.",
    source="ISO 14289-1, 7.18.5",
    severity={"home": "note", "web": "error"},
    find=find,
)
