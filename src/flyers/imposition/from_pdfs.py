"""From a person's PDFs to sheets: the whole way, to be read from top to bottom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flyers.core.errors import PdfError
from flyers.core.findings import Finding
from flyers.core.sheets import Imposition, Words
from flyers.core.shipped import shipped
from flyers.imposition.planning import Options, plan, scheme_named
from flyers.press.printing import Letters, PageBox, Source, Survey, print_sheets, survey
from flyers.press.read import raster

FACE = "SourceSans3-Regular.ttf"
"""The shipped face in which sheets speak."""


@dataclass(frozen=True, kw_only=True)
class Input:
    """A PDF, and how many are wanted of it. ``name`` is what it is called in a sentence."""

    name: str
    pdf: bytes
    quantity: int = 1


@dataclass(frozen=True, kw_only=True)
class Planned:
    """The plan, whose notes are all that has to be said, and what it is printed from."""

    imposition: Imposition
    source: Source
    trim: PageBox

    def with_notes(self, notes: Iterable[Finding]) -> "Planned":
        """The same, with more to be said."""
        more = (*self.imposition.notes, *notes)
        return replace(self, imposition=replace(self.imposition, notes=more))


def planned(
    inputs: Sequence[Input], scheme: str, options: Options, *, trim: PageBox = "trim"
) -> Planned:
    """Read the PDFs and lay their pages out. Nothing is printed yet.

    Raises PdfError, ImpositionError or UnknownNameError.
    """
    found = scheme_named(scheme)
    source = Source([(one.name, one.pdf) for one in inputs], mend=raster.resaved)
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
    imposition = plan(brought.pages, found, options)
    notes = (*repaired, *imposition.notes, *brought.notes)
    return Planned(imposition=replace(imposition, notes=notes), source=source, trim=trim)


def printed(plan: Planned) -> bytes:
    """The sheets as one PDF. Raises PdfError for a damaged page."""
    letters = letters_of(plan.imposition)
    return print_sheets(plan.source, plan.imposition, trim=plan.trim, letters=letters)


def letters_of(imposition: Imposition) -> Letters:
    """The shapes of all that the sheets say in words."""
    signs = [sign for sheet in imposition.sheets for form in sheet.forms for sign in form.signs]
    text = "".join(sign.text for sign in signs if isinstance(sign, Words))
    if not text:
        return {}
    from flyers.catalogue.fonts import outlines

    return outlines(text, shipped("fonts") / FACE)


def read(path: Path) -> bytes:
    """A PDF's bytes. Raises PdfError where there is none."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise PdfError(
            f"Cannot read {path} ({error.strerror}); check its name and permissions."
        ) from error
