"""What is printed in black alone is made of black alone."""

from collections.abc import Iterator

from flyers.preflight.case import Case
from flyers.preflight.finding import Finding

TINGE = 12
"""Of 255: a difference between channels that no eye sees, and rounding may leave."""


def check(case: Case) -> Iterator[Finding]:
    """A colour that a printer has to turn into grey may come out lighter than its neighbours."""
    if case.printer.colour != "grey":
        return
    for side in case.sides():
        if side.evidence.tint > TINGE:
            yield Finding(
                check="colour",
                severity="warning",
                page=side.number,
                message="Something on this side is in colour, which the printer turns into grey.",
                remedy="Give drawings (SVG) in black, or as PNG, which is turned into grey here.",
            )
