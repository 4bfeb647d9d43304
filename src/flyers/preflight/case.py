"""What was asked for beside what came out: all that a check may look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from flyers.affine import placed_box
from flyers.preflight.evidence import Evidence, SideEvidence
from flyers.printers import Printer
from flyers.sheets import Box, Edges, Form, Imposition, Placement, Sheet


@dataclass(frozen=True, kw_only=True)
class ExpectedCode:
    """A QR code that a page of the imposition carries, by what it has to read as."""

    address: str


@dataclass(frozen=True, kw_only=True)
class ExpectedImprint:
    """The imprint that a page of the imposition carries: its words, and the least type in points
    that they may be printed in."""

    words: str
    size: float


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of a sheet, as asked for and as seen. ``number`` counts from 1."""

    number: int
    sheet: Sheet
    form: Form
    evidence: SideEvidence

    @property
    def whole(self) -> Box:
        """The sheet's own edges, in points."""
        return Box(left=0, bottom=0, right=self.sheet.width, top=self.sheet.height)

    def safe(self, printer: Printer) -> list[Box]:
        """The parts of the pieces on it in which that printer wants all text and codes."""
        inward = Edges.all(printer.inside)
        return [piece.inset(inward) for piece in self.form.leaves]


@dataclass(frozen=True, kw_only=True)
class Case:
    """``expected[k]`` are the codes of page k of the imposition, as often as it is placed, and
    ``imprints[k]`` is its imprint, if it has to have one."""

    imposition: Imposition
    printer: Printer
    expected: tuple[tuple[ExpectedCode, ...], ...]
    imprints: tuple[ExpectedImprint | None, ...]
    evidence: Evidence

    def sides(self) -> Iterator[Side]:
        """The sides that were asked for, as far as the PDF has them."""
        asked = ((sheet, form) for sheet in self.imposition.sheets for form in sheet.forms)
        both = zip(asked, self.evidence.sides, strict=False)
        for number, ((sheet, form), evidence) in enumerate(both, start=1):
            yield Side(number=number, sheet=sheet, form=form, evidence=evidence)

    def trim(self, placement: Placement) -> Box:
        """Where a placed page is to be cut or folded."""
        return placed_box(placement, self.imposition.pages[placement.page])
