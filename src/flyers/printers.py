"""Table of printers: the conditions a piece is made for."""

from dataclasses import dataclass
from typing import Literal

from flyers.errors import UnknownNameError
from flyers.sheets import Edges
from flyers.units import inches


@dataclass(frozen=True, kw_only=True)
class Printer:
    """One row of the table below. Lengths in points.

    ``margins`` is the edge of the sheet on which the printer leaves nothing;
    ``bleed`` how far artwork runs over the trim. ``colour`` is what it prints in, and
    a ``light`` one fills no areas: layouts draw a frame instead.
    """

    name: str
    purpose: str
    margins: Edges
    bleed: float = 0
    colour: Literal["rgb", "grey"] = "rgb"
    light: bool = False


PRINTERS = {
    row.name: row
    for row in (
        # 0.25 in is the usual unprintable edge of desktop printers.
        Printer(
            name="home",
            purpose="a desktop printer with unprintable edges, at actual size",
            margins=Edges.all(inches(0.25)),
        ),
        Printer(
            name="home-bw",
            purpose="black ink alone, and little of it; copies well on coloured paper",
            margins=Edges.all(inches(0.25)),
            colour="grey",
            light=True,
        ),
    )
}


def printer_named(name: str) -> Printer:
    """The printer of that name, or an UnknownNameError with the nearest one."""
    try:
        return PRINTERS[name]
    except KeyError:
        raise UnknownNameError.near("printer", name, PRINTERS) from None
