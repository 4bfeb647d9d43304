"""No ink where the printer cannot print: it is cut off, or the sheet is shrunk to fit.

A quarter of an inch is the usual edge of desktop printers.
"""

from collections.abc import Iterator

from flyers.core.boxes import Box, Edges
from flyers.core.findings import Finding
from flyers.core.units import to_mm
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check
from flyers.preflight.evidence import darkest

PAPER = 250
"""The darkest grey that still counts as paper, of 255: edges of white areas are a little grey."""


def find(case: Case) -> Iterator[Finding]:
    """Look for ink along the edges of the sheet in the picture, which shows it whatever drew it."""
    margins = case.setup.margins
    for side in case.sides:
        for edge in inked_edges(side, side.whole, margins):
            width = to_mm(getattr(margins, edge))
            yield Finding(
                page=side.number,
                message=(
                    f"There is ink within {width:.1f} mm of the {edge} edge, "
                    f"where the printer {case.printer.name!r} cannot print."
                ),
                remedy="Move it inward, or choose a printer that prints to the edge.",
            )


def inked_edges(side: CheckedSide, whole: Box, margins: Edges) -> Iterator[str]:
    """Yield the edges of ``whole`` that have ink in their margin."""
    picture = side.evidence.picture
    # The pixels that the inner area touches, and one more, may well have ink.
    left, top, right, bottom = side.evidence.pixels(whole.inset(margins))
    x1, y1, x2, y2 = side.evidence.pixels(whole)
    x1, y1, x2, y2 = max(0, x1), max(0, y1), min(picture.width, x2), min(picture.height, y2)
    strips = {
        "top": (x1, y1, x2, top - 1),
        "right": (right + 1, y1, x2, y2),
        "bottom": (x1, bottom + 1, x2, y2),
        "left": (x1, y1, left - 1, y2),
    }
    for edge, (left, top, right, bottom) in strips.items():
        strip = (left, top, right, bottom)
        if left < right and top < bottom and darkest(picture.crop(strip)) < PAPER:
            yield edge


CHECK = Check(
    name="printable-area",
    rule="No ink lies where the printer cannot print.",
    source="the printer's margins",
    severity={"home": "error", "shop": "error"},
    find=find,
)
