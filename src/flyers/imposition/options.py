"""The options of an imposition."""

from dataclasses import dataclass, field
from typing import Literal

from flyers.catalogue.marks import Duplex, MarkKind
from flyers.catalogue.papers import Paper
from flyers.core.boxes import Edges


@dataclass(frozen=True, kw_only=True)
class Options:
    """All that is asked for besides pages and scheme; lengths in points.

    =====================  ==================================================================
    ``sheet``              the paper; it is turned on its side if the pages fit only then
    ``margins``            unprintable edges, the gripper included
    ``bleed``              how far ink runs over the trim
    ``gutter``             between neighbours that are cut apart
    ``duplex``             how the back is printed; ``none``: it is not
    ``up``                 columns and rows: of pages, of a poster's sheets, or of folded things
                           on one sheet; None: as many as fit, or one folded thing
    ``order``              pages across the rows or down the columns
    ``sizes``              pages of other sizes: ``refuse``, ``fit`` (scaled) or ``center``
    ``right_to_left``      the reading direction: columns and spine change sides
    ``marks``              which marks are drawn
    ``creep``              thickness of the paper, by which inner pages of a booklet move to the
                           spine for each sheet around them; negative: outer pages move away
    ``signature``          sheets (booklet) or pages (perfect) folded together; 0: all, or 16
    ``back_cover``         the last page stays last, and blanks come before it
    ``fold``               the fold's name
    ``allowance``          how much narrower a folded-in panel is
    ``turnable``           pieces of a gang run may be turned by 90°, against the grain
    ``overlap``            what neighbouring sheets of a poster share, for glue
    ``quantities``         copies wanted of each input, in their order
    ``parts``              pages in each input
    ``job``, ``date``      printed in the slug; the date is the work's own, never today's
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
        """True if fronts and backs share a form, so that a sheet gives everything twice."""
        return self.duplex in ("work-and-turn", "work-and-tumble")

    @property
    def of_a_sheet(self) -> int:
        """Copies that a sheet gives of each thing on its forms."""
        return 2 if self.one_form else 1

    @property
    def steps(self) -> int:
        """Copies of the same folded thing on a form."""
        columns, rows = self.up or (1, 1)
        return columns * rows

    @property
    def two_sided(self) -> bool:
        return self.duplex != "none"
