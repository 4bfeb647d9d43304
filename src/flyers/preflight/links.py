"""Links lead somewhere that everybody can reach, and say where (ISO 14289-1, 7.18.5)."""

from collections.abc import Iterator

from flyers.preflight.case import Case, Side
from flyers.preflight.check import Check, Fault
from flyers.preflight.web_address import faults_of


def find(case: Case) -> Iterator[Fault]:
    """By the addresses of the link annotations."""
    for side in case.sides:
        yield from _faults(side)


def _faults(side: Side) -> Iterator[Fault]:
    said = set()
    for link in side.evidence.facts.annotations:
        if link.kind != "Link" or not link.address or link.address in said:
            continue
        said.add(link.address)
        if link.address.startswith(("mailto:", "tel:")):
            continue
        for fault in faults_of(link.address):
            yield Fault(
                page=side.number,
                message=f"A link leads to {link.address}: {fault.what}.",
                remedy=fault.remedy,
                box=link.box,
                mild=fault.mild,
            )


CHECK = Check(
    name="links",
    rule="Links lead to addresses that anybody can reach.",
    source="ISO 14289-1, 7.18.5",
    severity={"home": "note", "web": "error"},
    find=find,
)
