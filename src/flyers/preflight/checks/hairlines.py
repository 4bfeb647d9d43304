"""No line is thinner than prints reliably.

A width of 0 is the thinnest line the device can draw (ISO 32000-1, 8.4.3.2): a pixel on a
screen, and on a plate of 2,400 dots to the inch nothing that can be seen.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

SLACK = 0.01
"""Points that a program may have rounded away."""


NEARLY = 0.8
"""Share of the thinnest line that mostly prints well."""


def find(case: Case) -> Iterator[Finding]:
    """Measure strokes, and areas as thin as one, by their width in print."""
    least = case.printer.thinnest_line
    for side in case.sides:
        thin = [
            (paint.line, paint)
            for paint in side.paints
            if paint.use == "path" and paint.line is not None and paint.line < least - SLACK
        ]
        if not thin:
            continue
        line, paint = min(thin, key=lambda one: one[0])
        what = (
            "as thin as the machine can draw" if line <= SLACK / 2 else f"only {line:.2f} pt wide"
        )
        yield Finding(
            page=side.number,
            message=f"A line is {what}; below {least:g} pt lines break up in print.",
            remedy=f"Make it {least:g} pt wide or wider.",
            box=paint.box,
            severity="warning" if line >= least * NEARLY else "error",
        )


CHECK = Check(
    name="hairlines",
    rule="No line is thinner than the printer's thinnest.",
    source="the printer's thinnest_line; ISO 32000-1, 8.4.3.2",
    severity={"home": "warning", "shop": "error"},
    find=find,
)
