"""No ink where the printer cannot print, or wants white: it would be cut off, or shrunk to fit."""

from collections.abc import Iterator

from flyers.preflight.case import Case, Side
from flyers.preflight.evidence import darkest
from flyers.preflight.finding import Finding
from flyers.sheets import Box, Edges
from flyers.units import to_mm

PAPER = 250
"""The darkest grey that still counts as paper, of 255: edges of white areas are a little grey."""


def check(case: Case) -> Iterator[Finding]:
    """Looks at the picture, where everything shows that leaves ink, whatever drew it."""
    margins = case.printer.margins
    for side in case.sides():
        for edge in _inked(side, side.whole, margins):
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
        for edge in _inked_borders(side, case.printer.border):
            yield Finding(
                check="printable-area",
                severity="error",
                page=side.number,
                message=(
                    f"There is ink at the {edge} trim, in the white border of "
                    f"{to_mm(case.printer.border):.1f} mm that {case.printer.name!r} wants."
                ),
                remedy="Move it inward in the layout, or choose a printer that takes bleed.",
            )


def _inked_borders(side: Side, border: float) -> Iterator[str]:
    """The edges of pieces at which something is printed in the border; each is named once."""
    inked = {edge for piece in side.form.leaves for edge in _inked(side, piece, Edges.all(border))}
    return iter(sorted(inked))


def _inked(side: Side, outer: Box, margins: Edges) -> Iterator[str]:
    """The edges at which there is ink between a box and what is left of it inside its margins."""
    picture = side.evidence.picture
    first, head, last, foot = side.evidence.pixels(outer)
    last, foot = min(last, picture.width), min(foot, picture.height)
    # The pixels that the inner box touches, and one more, may well have ink.
    left, top, right, bottom = side.evidence.pixels(outer.inset(margins))
    strips = {
        "top": (first, head, last, top - 1),
        "right": (right + 1, head, last, foot),
        "bottom": (first, bottom + 1, last, foot),
        "left": (first, head, left - 1, foot),
    }
    for edge, (x1, y1, x2, y2) in strips.items():
        if x1 < x2 and y1 < y2 and darkest(picture.crop((x1, y1, x2, y2))) < PAPER:
            yield edge
