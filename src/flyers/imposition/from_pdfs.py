"""From PDFs to sheets: their pages planned, and the plan printed as one PDF."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from flyers.core.findings import Finding
from flyers.core.sheets import Imposition
from flyers.imposition.inputs import Input
from flyers.imposition.lettering import letters_of
from flyers.imposition.options import Options
from flyers.imposition.planning import plan
from flyers.imposition.schemes.table import Scheme
from flyers.press.printing import print_sheets
from flyers.press.read import raster
from flyers.press.read.boxes import PageBox
from flyers.press.read.pdf_pages import PdfPages
from flyers.press.read.survey import Survey, survey


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A plan, the notes on it and on its PDFs included, and what it is printed from."""

    imposition: Imposition
    source: PdfPages
    trim: PageBox

    def with_notes(self, notes: Iterable[Finding]) -> "Planned":
        """Return the same plan with more notes."""
        more = (*self.imposition.notes, *notes)
        return replace(self, imposition=replace(self.imposition, notes=more))


def planned(
    inputs: Sequence[Input], scheme: Scheme, options: Options, *, trim: PageBox = "trim"
) -> Planned:
    """Read the PDFs and lay their pages out; nothing is printed yet.

    ``trim`` is the page box that is the finished size. Raises PdfError or ImpositionError.
    """
    source = PdfPages([(one.name, one.pdf) for one in inputs], mend=raster.resaved)
    repaired = [
        Finding(
            check="readable",
            severity="warning",
            message=f"{name} was damaged or encrypted and has been rewritten.",
        )
        for name in source.mended
    ]
    brought: Survey = survey(source, trim)
    options = replace(
        options,
        parts=tuple(source.counts),
        quantities=tuple(one.quantity for one in inputs),
    )
    imposition = plan(brought.pages, scheme, options)
    notes = (*repaired, *imposition.notes, *brought.notes)
    return Planned(imposition=replace(imposition, notes=notes), source=source, trim=trim)


def printed(plan: Planned) -> bytes:
    """Return the sheets as one PDF. Raises PdfError for a damaged page."""
    letters = letters_of(plan.imposition)
    return print_sheets(plan.source, plan.imposition, trim=plan.trim, letters=letters)
