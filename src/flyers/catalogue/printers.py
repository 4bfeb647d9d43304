"""Table of printers: the output conditions that a piece is made for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from flyers.core.boxes import Edges
from flyers.core.errors import UnknownNameError
from flyers.core.units import inches

if TYPE_CHECKING:
    from pathlib import Path

ColourMode = Literal["rgb", "grey", "cmyk"]
Standard = Literal["plain", "x-4", "x-1a"]
PdfKind = Literal[Standard, "tagged"]
Laid = Literal["sheets", "pieces", "pages"]
PrinterKind = Literal["home", "shop", "web"]
"""A desktop printer or copier, a print shop, a screen."""

SHIPPED = "FOGRA39"
"""The printing condition of the profile that comes with the tool."""


@dataclass(frozen=True, kw_only=True)
class Printer:
    """One row of the table below. Lengths in points.

    ====================  ===================================================================
    ``margins``           the edges of the sheet on which the printer cannot print
    ``border``            white that the shop wants all around inside the trim, in place of bleed
    ``bleed``             how far artwork runs over the trim
    ``safe``              how far inside the trim text and codes stay
    ``laid``              what a page of the file is: one side of a sheet, ready to be printed and
                          cut (``sheets``); one side of the piece with its bleed, for the shop to
                          impose (``pieces``); or one page of the piece, to be read on a screen
                          (``pages``)
    ``sheet``             the press sheet, by name; None: none of its own
    ``marks``             marks drawn around the trim, outside the bleed
    ``colour``            what it prints in
    ``light``             layouts draw frames in place of areas of colour
    ``standard``          the standard that a PDF for print conforms to
    ``condition``         the registered printing condition that CMYK values are meant for
    ``icc``               its profile; None: the shipped one
    ``tac``               total area coverage: the most ink on one spot, in per cent; 0: no bound
    ``overprint``         True if small black type is printed over colours, not knocked out
    ``rich_from``         type size from which black may be made of several inks
    ``smallest_type``     smallest type that can be read in print
    ``thinnest_line``     thinnest line that does not break up
    ``ppi``               resolution of pictures: refused below the first, warned of below the
                          second
    ``duplex``            True if the printer turns sheets over by itself
    ``extends``, ``own``  of a printer in flyers.toml: the one that it starts from, and the keys
                          that it sets itself
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
    colour: ColourMode = "rgb"
    light: bool = False
    standard: Standard = "plain"
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
        """Distance from the trim within which neither text nor codes stand, in points."""
        return max(self.safe, self.border)

    @property
    def kind(self) -> PrinterKind:
        """Kind of printer, by the file that it takes: a printer in flyers.toml has any name."""
        if self.for_screen:
            return "web"
        return "shop" if self.laid == "pieces" or self.colour == "cmyk" else "home"

    @property
    def is_shop(self) -> bool:
        """True for a print shop."""
        return self.kind == "shop"

    @property
    def for_screen(self) -> bool:
        """True if the pages are read on a screen, and nothing is printed."""
        return self.laid == "pages"

    @property
    def pdf(self) -> PdfKind:
        """Kind of PDF: of the printer's standard, or tagged for screen readers."""
        return "tagged" if self.for_screen else self.standard

    def says(self, key: str) -> bool:
        """Return True if flyers.toml sets that value, here or in the printer this one extends."""
        return key in self.own or (self.extends is not None and self.extends.says(key))


@dataclass(frozen=True, kw_only=True)
class Setup:
    """A printer as it is set up for one piece. Lengths in points.

    ===========  ============================================================================
    ``printer``  its profile
    ``sheet``    the press sheet that the piece is put on, by name; None: the format's own
    ``margins``  the edge of that sheet on which nothing is printed
    ``bleed``    how far artwork runs over the trim on that sheet
    ``duplex``   True if the printer turns sheets over by itself
    ===========  ============================================================================
    """

    printer: Printer
    sheet: str | None
    margins: Edges
    bleed: float
    duplex: bool

    @classmethod
    def of(cls, printer: Printer, *, sheet: str | None = None, by_hand: bool = False) -> "Setup":
        """Return the printer as its profile has it, with another ``sheet``, or fed by hand."""
        return cls(
            printer=printer,
            sheet=sheet or printer.sheet,
            margins=printer.margins,
            bleed=printer.bleed,
            duplex=printer.duplex and not by_hand,
        )

    @property
    def slug(self) -> bool:
        """True if the foot of each sheet explains how to print it, as people need and shops not."""
        return self.printer.laid == "sheets" and self.sheet is None

    @property
    def fed_by_hand(self) -> bool:
        """True if a person turns the stack over, and needs fronts and backs in separate files."""
        return self.printer.laid == "sheets" and not self.duplex

    @property
    def ticketed(self) -> bool:
        """True if somebody else prints the piece, and a job ticket goes with it."""
        elsewhere = self.printer.is_shop or self.sheet is not None
        return elsewhere and not self.fed_by_hand


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
    standard="x-4",
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
            purpose="a desktop printer or copier with black ink alone, and little of it",
            colour="grey",
            light=True,
        ),
        _SHOP,
        replace(
            _SHOP,
            name="shop-x1a",
            purpose="a print shop that takes PDF/X-1a:2001: like shop, without transparency",
            standard="x-1a",
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
            purpose="a screen: single pages in reading order, tagged for screen readers",
            laid="pages",
        ),
    )
}


def printer_named(name: str, own: Mapping[str, Printer] = {}) -> Printer:
    """Return the printer of that name, shipped or the user's ``own``.

    Raises UnknownNameError with the nearest name.
    """
    printers = {**own, **PRINTERS}
    try:
        return printers[name]
    except KeyError:
        raise UnknownNameError.near("printer", name, printers) from None
