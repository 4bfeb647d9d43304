"""No type is smaller than can be read in print.

Six to seven points are the least that shops name; below that letters fill up or break. The slug
is not part of the piece.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

SLACK = 0.05
"""Points that a program may have rounded away."""

NEARLY = 5 / 6
"""Share of the smallest type that sharp eyes and a good press still manage."""

FEW, TINIEST = 12, 4.0
"""Letters that are no text, and points: the figures of a footnote, of a scale."""


def find(case: Case) -> Iterator[Finding]:
    """Report the smallest type of each page, as printed."""
    least = case.printer.smallest_type
    for side in case.sides:
        small = [p for p in side.paints if p.use == "text" and 0 < p.size < least - SLACK]
        if not small:
            continue
        smallest = min(small, key=lambda paint: paint.size)
        letters = sum(paint.letters for paint in small)
        if letters <= FEW and smallest.size >= TINIEST:
            continue
        tiny = sum(paint.letters for paint in small if paint.size < least * NEARLY)
        yield Finding(
            page=side.number,
            message=f"{letters} letter{'s are' if letters > 1 else ' is'} set smaller than "
            f"{least:g} pt, the smallest in {smallest.size:.1f} pt.",
            remedy=f"Set it in {least:g} pt or more, or say less.",
            box=smallest.box,
            severity="warning" if tiny <= FEW else "error",
        )


CHECK = Check(
    name="type-size",
    rule="No type is smaller than the printer's smallest.",
    source="the printer's smallest_type: 6 to 7 pt at shops",
    severity={"home": "warning", "shop": "error"},
    find=find,
)
