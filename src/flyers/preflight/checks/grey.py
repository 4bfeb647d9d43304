"""A piece for a printer with black ink alone has no colour.

A colour that a printer turns into grey may come out lighter than its neighbours.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

TINGE = 12
"""Difference between channels, of 255, that no eye sees and rounding may leave."""


def find(case: Case) -> Iterator[Finding]:
    """Measure colour in a small picture of the side, which shows it wherever it comes from."""
    if case.printer.colour != "grey":
        return
    for side in case.sides:
        if side.evidence.tint > TINGE:
            yield Finding(
                page=side.number,
                message="Something on this side is in colour, which the printer turns into grey.",
                remedy="Save it in black and shades of grey.",
            )


CHECK = Check(
    name="grey",
    rule="A piece for a printer with black ink alone has no colour.",
    source="the printer's colour",
    severity={"home": "warning", "shop": "error"},
    find=find,
)
