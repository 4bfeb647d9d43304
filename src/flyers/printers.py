"""Table of printers: the conditions a piece is made for."""

from dataclasses import dataclass

from flyers.errors import UnknownNameError
from flyers.sheets import Edges
from flyers.units import inches


@dataclass(frozen=True, kw_only=True)
class Printer:
    """One row of the table below. Lengths in points.

    ``margins`` is the edge of the sheet on which the printer leaves nothing;
    ``bleed`` how far artwork runs over the trim.
    """

    name: str
    purpose: str
    margins: Edges
    bleed: float = 0


PRINTERS = {
    row.name: row
    for row in (
        # 0.25 in is the usual unprintable edge of desktop printers.
        Printer(
            name="home",
            purpose="a desktop printer with unprintable edges, at actual size",
            margins=Edges.all(inches(0.25)),
        ),
    )
}


def printer_named(name: str) -> Printer:
    """The printer of that name, or an UnknownNameError with the nearest one."""
    try:
        return PRINTERS[name]
    except KeyError:
        raise UnknownNameError.near("printer", name, PRINTERS) from None
