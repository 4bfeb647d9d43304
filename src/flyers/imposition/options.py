"""What is asked of an imposition, besides its pages."""

from dataclasses import dataclass, field
from typing import Literal

from flyers.catalogue.marks import Duplex, MarkKind
from flyers.catalogue.papers import Paper
from flyers.core.sheets import Edges


@dataclass(frozen=True, kw_only=True)
class Options:
    """Lengths in points. A scheme reads what concerns it and leaves the rest.

    =====================  ==================================================================
    ``sheet``              the paper; it is turned if what is asked fits only then
    ``margins``            what the printer cannot print on, or the press holds the sheet by
    ``bleed``              how far ink runs over the trim
    ``gutter``             between neighbours that are cut apart
    ``duplex``             how the sheet comes to be printed on its back; ``none``: it does not
    ``up``                 columns and rows: of pages, of a poster's sheets, or of what is folded
                           by itself, as often as that lies on a sheet; None: as many as fit, and
                           of what is folded one
    ``order``              pages across the rows or down the columns
    ``sizes``              pages of other sizes: ``refuse``, ``fit`` (scaled) or ``center``
    ``right_to_left``      the reading direction: columns and spine change sides
    ``marks``              which marks are drawn
    ``creep``              thickness of the paper. Inner pages of a booklet move to the spine by
                           it, or outer pages from the spine if it is negative
    ``signature``          sheets (booklet) or pages (perfect) folded together; 0: all, or 16
    ``back_cover``         the last page stays last, and blanks come before it
    ``fold``               the fold's name
    ``allowance``          how much narrower a panel is that is folded in
    ``turnable``           whether pieces of a gang run may lie turned, against the grain
    ``overlap``            what neighbouring sheets of a poster share, for the glue
    ``quantities``         how many are wanted of each piece or of the whole, by the input's order
    ``parts``              pages in each input
    ``job``, ``date``      what the slug says; the date is the work's own, never today's
    =====================  ==================================================================
    """

    sheet: Paper
    margins: Edges = field(default_factory=Edges)
    bleed: float = 0
    gutter: float = 0
    duplex: Duplex = "none"
    up: tuple[int, int] | None = None
    order: Literal["across", "down"] = "across"
    sizes: Literal["refuse", "fit", "center"] = "refuse"
    right_to_left: bool = False
    marks: tuple[MarkKind, ...] = ()
    creep: float = 0
    signature: int = 0
    back_cover: bool = False
    fold: str = "letter"
    allowance: float = 4.5
    turnable: bool = True
    overlap: float = 28.35
    quantities: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()
    job: str = ""
    date: str = ""

    @property
    def one_form(self) -> bool:
        """Whether fronts and backs share a form, so that a sheet gives two of everything."""
        return self.duplex in ("work-and-turn", "work-and-tumble")

    @property
    def of_a_sheet(self) -> int:
        """How many a sheet gives of each thing on its forms."""
        return 2 if self.one_form else 1

    @property
    def steps(self) -> int:
        """How often something that is folded by itself lies on a form."""
        columns, rows = self.up or (1, 1)
        return columns * rows

    @property
    def two_sided(self) -> bool:
        return self.duplex != "none"
