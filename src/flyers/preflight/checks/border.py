"""No ink in the border of a shop that cuts nothing off.

Union shops print on sheets of the finished size, and need a quarter of an inch of white around.
"""

from collections.abc import Iterator

from flyers.core.boxes import Edges
from flyers.core.findings import Finding
from flyers.core.units import to_mm
from flyers.preflight.case import Case
from flyers.preflight.check import Check
from flyers.preflight.checks.printable_area import inked_edges


def find(case: Case) -> Iterator[Finding]:
    """Look for ink along the inside of the trim, in the picture."""
    border = case.printer.border
    if border <= 0:
        return
    for side in case.sides:
        inked = {
            edge: piece
            for piece in side.pieces
            for edge in inked_edges(side, piece, Edges.all(border))
        }
        for edge, piece in sorted(inked.items()):
            yield Finding(
                page=side.number,
                message=f"There is ink at the {edge} edge, in the border of {to_mm(border):.1f} mm "
                f"that the printer {case.printer.name!r} wants white.",
                remedy="Move it inward, or choose a printer that prints to the edge.",
                box=piece,
            )


CHECK = Check(
    name="border",
    rule="There is no ink in the border that the printer wants white.",
    source="the printer's border",
    severity={"home": "error", "shop": "error"},
    find=find,
)
