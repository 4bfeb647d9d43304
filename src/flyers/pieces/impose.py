"""How a piece comes to lie in its file: on the format's own sheet, alone, on a press sheet, or page
by page."""

from dataclasses import replace

from flyers.catalogue.formats import Format
from flyers.catalogue.marks import MARKS
from flyers.catalogue.printers import Printer
from flyers.core.errors import OptionError
from flyers.core.sheets import Imposition
from flyers.imposition.format_pieces import alone, impose, one_by_one
from flyers.imposition.options import Options
from flyers.imposition.presets import press_sheet
from flyers.pieces.piece import Job
from flyers.pieces.prepare import PreparedStatement
from flyers.typesetting.fit.composed import Composed


def on_sheet(job: Job, fmt: Format, prepared: PreparedStatement) -> tuple[Printer, Options | None]:
    """The printer as its sheet makes it, and that sheet, with what its slug says; None for the
    format's own. Raises OptionError where there is no sheet to be."""
    campaign = prepared.campaign
    printer = campaign.printer(job.printer)
    if job.manual_duplex:
        printer = replace(printer, duplex=False)
    if job.sheet and printer.laid == "pages":
        raise OptionError(
            f"The pages for {job.printer} are read on a screen and lie on no sheet; "
            "leave out --sheet, or name another printer."
        )
    sheet = job.sheet or printer.sheet
    if sheet:
        onto = press_sheet(sheet, campaign.sheets, printer)
    elif printer.laid == "pieces":
        marks = tuple(mark for mark in MARKS if mark in printer.marks)
        onto = alone(fmt, bleed=printer.bleed, marks=marks)
    else:
        return printer, None
    date = prepared.statement.date
    onto = replace(
        onto,
        job=f"{prepared.slug}, {job.layout}, {job.format}",
        date=date.isoformat() if date else "",
    )
    return replace(printer, sheet=sheet, margins=onto.margins, bleed=onto.bleed), onto


def imposed(
    composed: Composed, fmt: Format, printer: Printer, onto: Options | None
) -> tuple[Imposition, Printer]:
    """The pages as they lie, and the printer with its margins as the sheet came to lie."""
    if printer.laid == "pages":
        return one_by_one(composed.pages, composed.slug), printer
    imposition = impose(
        composed.pages,
        fmt.with_panels(composed.panels),
        printer_margins=printer.margins,
        slug=composed.slug,
        onto=onto,
    )
    if onto and imposition.sheets[0].width != onto.sheet.width:
        printer = replace(printer, margins=printer.margins.turned())
    return imposition, printer
