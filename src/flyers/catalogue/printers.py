"""Table of printers: the conditions a piece is made for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from flyers.core.errors import UnknownNameError
from flyers.core.sheets import Edges
from flyers.core.units import inches

if TYPE_CHECKING:
    from pathlib import Path

Colour = Literal["rgb", "grey", "cmyk"]
Variant = Literal["plain", "x-4", "x-1a", "tagged"]
Laid = Literal["sheets", "pieces", "pages"]


SHIPPED = "FOGRA39"
"""The printing condition of the profile that comes with the tool."""


@dataclass(frozen=True, kw_only=True)
class Printer:
    """One row of the table below. Lengths in points.

    ====================  ===================================================================
    ``margins``           the edge of the sheet on which the printer leaves nothing
    ``border``            white that the shop wants inside the trim all around, so no bleed
    ``bleed``             how far artwork runs over the trim
    ``safe``              how far inside the trim text and codes stay
    ``laid``              what a page of the file is: a ``sheets`` side ready to be printed and
                          cut, a ``pieces`` side with its bleed for the shop to impose, or the
                          ``pages`` of the piece one by one, to be read on a screen
    ``sheet``             the press sheet, by name; None: as ``laid`` says
    ``marks``             marks drawn around the trim, outside the bleed
    ``colour``            what it prints in
    ``light``             no areas are filled: layouts draw a frame instead
    ``pdf``               the kind of PDF
    ``condition``         the registered printing condition that CMYK values are meant for
    ``icc``               its profile; None: the shipped one
    ``tac``               the most ink on one spot, in per cent; 0: no bound
    ``overprint``         whether small black type is printed over colours, not knocked out
    ``rich_from``         size from which type may be black made of several inks
    ``smallest_type``     type below this cannot be read
    ``thinnest_line``     lines below this break up
    ``ppi``               pixels to the inch of a picture: fewer than the first is refused,
                          fewer than the second is warned of
    ``duplex``            whether the printer turns sheets over by itself
    ``extends``, ``own``  the printer that one of flyers.toml starts from, and what it says itself
    ====================  ===================================================================
    """

    name: str
    purpose: str
    margins: Edges = field(default_factory=Edges)
    border: float = 0
    bleed: float = 0
    safe: float = 0
    laid: Laid = "sheets"
    sheet: str | None = None
    marks: tuple[str, ...] = ()
    colour: Colour = "rgb"
    light: bool = False
    pdf: Variant = "plain"
    condition: str = ""
    icc: "Path | None" = None
    tac: float = 0
    overprint: bool = False
    rich_from: float = 36
    smallest_type: float = 6
    thinnest_line: float = 0.25
    ppi: tuple[float, float] = (72, 150)
    duplex: bool = True
    extends: "Printer | None" = None
    own: frozenset[str] = frozenset()

    @property
    def inside(self) -> float:
        """How far inside the trim all text and codes are, in points."""
        return max(self.safe, self.border)

    @property
    def slug(self) -> bool:
        """Whether its sheets say how they are to be printed: to people, not to shops."""
        return self.laid == "sheets" and self.sheet is None

    @property
    def fed_by_hand(self) -> bool:
        """Whether a person turns the stack over, and wants fronts and backs apart."""
        return self.laid == "sheets" and not self.duplex

    def says(self, key: str) -> bool:
        """Whether flyers.toml says something of that value, here or in what this starts from."""
        return key in self.own or (self.extends is not None and self.extends.says(key))


# 0.25 in is the usual unprintable edge of desktop printers.
_HOME = Printer(
    name="home",
    purpose="a desktop printer with unprintable edges, at actual size",
    margins=Edges.all(inches(0.25)),
)
_SHOP = Printer(
    name="shop",
    purpose="a print shop that takes PDF/X-4: bleed, CMYK, no marks",
    bleed=inches(1 / 8),
    safe=inches(1 / 8),
    laid="pieces",
    colour="cmyk",
    pdf="x-4",
    condition=SHIPPED,
    tac=300,
    overprint=True,
    ppi=(150, 225),
)

PRINTERS = {
    row.name: row
    for row in (
        _HOME,
        replace(
            _HOME,
            name="home-bw",
            purpose="black ink alone, and little of it; copies well on coloured paper",
            colour="grey",
            light=True,
        ),
        _SHOP,
        replace(
            _SHOP,
            name="shop-x1a",
            purpose="a print shop that takes PDF/X-1a:2001: as shop, and no transparency",
            pdf="x-1a",
        ),
        replace(
            _SHOP,
            name="union-shop",
            purpose="a union shop: a white border and no bleed; the shop adds its label",
            bleed=0,
            border=inches(1 / 4),
            safe=inches(1 / 4),
        ),
        Printer(
            name="web",
            purpose="a screen: tagged for screen readers, single pages in reading order",
            laid="pages",
            pdf="tagged",
        ),
    )
}


def printer_named(name: str, own: Mapping[str, Printer] = {}) -> Printer:
    """The printer of that name, shipped or the user's ``own``.

    Raises UnknownNameError with the nearest name.
    """
    printers = {**own, **PRINTERS}
    try:
        return printers[name]
    except KeyError:
        raise UnknownNameError.near("printer", name, printers) from None
