"""No ink where the printer cannot print: it would be cut off, or the sheet be shrunk to fit."""

from collections.abc import Iterator

from flyers.preflight.case import Case, Side
from flyers.preflight.evidence import darkest
from flyers.preflight.finding import Finding
from flyers.sheets import Edges
from flyers.units import to_mm

PAPER = 250
"""The darkest grey that still counts as paper, of 255: edges of white areas are a little grey."""


def check(case: Case) -> Iterator[Finding]:
    """Looks at the picture, where everything shows that leaves ink, whatever drew it."""
    margins = case.printer.margins
    for side in case.sides():
        for edge in _inked_edges(side, margins):
            width = to_mm(getattr(margins, edge))
            yield Finding(
                check="printable-area",
                severity="error",
                page=side.number,
                message=(
                    f"There is ink within {width:.1f} mm of the {edge} edge, "
                    f"where the printer {case.printer.name!r} leaves none."
                ),
                remedy="Move it inward in the layout, or choose a printer without such an edge.",
            )


def _inked_edges(side: Side, margins: Edges) -> Iterator[str]:
    picture = side.evidence.picture
    # The pixels that the printable area touches, and one more, may well have ink.
    left, top, right, bottom = side.evidence.pixels(side.whole.inset(margins))
    strips = {
        "top": (0, 0, picture.width, top - 1),
        "right": (right + 1, 0, picture.width, picture.height),
        "bottom": (0, bottom + 1, picture.width, picture.height),
        "left": (0, 0, left - 1, picture.height),
    }
    for edge, (x1, y1, x2, y2) in strips.items():
        if x1 < x2 and y1 < y2 and darkest(picture.crop((x1, y1, x2, y2))) < PAPER:
            yield edge
