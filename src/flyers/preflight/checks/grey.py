"""What is printed in black alone is made of black alone.

A colour that a printer has to turn into grey may come out lighter than its neighbours.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

TINGE = 12
"""Of 255: a difference between channels that no eye sees, and rounding may leave."""


def find(case: Case) -> Iterator[Finding]:
    """By a small picture in colour, which sees whatever the colour came from."""
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
    rule="A piece for a printer of black ink has no colour.",
    source="the printer's colour",
    severity={"home": "warning", "shop": "error"},
    find=find,
)
