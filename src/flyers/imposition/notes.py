"""Notes on an imposition for whoever prints it: blanks, copies over, how it is printed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from flyers.core.findings import Finding
from flyers.core.sheets import Page, Sheet
from flyers.core.wording import counted
from flyers.imposition.options import Options
from flyers.imposition.schemes.table import Scheme
from flyers.imposition.waste import waste_on


def notes_on(
    scheme: Scheme,
    pages: Sequence[Page],
    sheets: Sequence[Sheet],
    options: Options,
    steps: int = 1,
) -> Iterator[Finding]:
    """Yield the notes. ``steps`` is how often a form holds the same folded thing."""
    for message in _messages(scheme, pages, sheets, options, steps):
        yield Finding(check="sheet", severity="warning", message=message)


def _messages(
    scheme: Scheme, pages: Sequence[Page], sheets: Sequence[Sheet], options: Options, steps: int
) -> Iterator[str]:
    blanks = sum(len(form.blanks) for sheet in sheets for form in sheet.forms) // steps
    if scheme.makes and len(sheets) > 1:
        missing = "; the last one has blank panels" if blanks else ""
        yield f"The pages make {counted(len(sheets), scheme.makes)}{missing}."
        blanks = 0
    yield from _scales(sheets)
    if blanks and scheme.blank_is_page:
        kept = options.back_cover and "back_cover" in scheme.reads
        where = "before the back cover" if kept else "at the end"
        one = "1 blank page is" if blanks == 1 else f"{blanks} blank pages are"
        yield f"{one} added {where}."
    if steps > 1:
        yield f"Each sheet holds it {steps} times; cut the sheets apart before you fold."
    if any(sheet.both for sheet in sheets):
        way = "side over side" if options.duplex == "work-and-turn" else "head over foot"
        yield (
            f"Print the same form on both sides of every sheet, turned {way}; "
            "each sheet gives everything twice."
        )
    if scheme.quantity_each:
        yield from _overruns(pages, sheets, options)
    yield from waste_on(scheme, pages, sheets, options)


def _scales(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield the scales of pages that are enlarged or reduced."""
    forms = [form for sheet in sheets for form in sheet.forms]
    scales = {round(100 * one.scale) for form in forms for one in form.placements} - {100}
    if scales:
        least, most = min(scales), max(scales)
        yield f"Pages are at {least}{f' to {most}' if most > least else ''} % of their own size."


def _overruns(pages: Sequence[Page], sheets: Sequence[Sheet], options: Options) -> Iterator[str]:
    """Yield the copies printed beyond the quantity of each input."""
    if not any(quantity > 1 for quantity in options.quantities):
        return
    made: Counter[int] = Counter()
    for sheet in sheets:
        for form in sheet.forms:
            for placement in form.placements:
                made[placement.page] += sheet.copies * (2 if sheet.both else 1)
    start = 0
    for count, quantity in zip(options.parts, options.quantities, strict=False):
        name = pages[start].name
        over = made[start] - quantity
        if over:
            yield (
                f"Of the piece that begins with page {name}, {made[start]} copies are printed, "
                f"{over} more than the {quantity} wanted."
            )
        start += count
