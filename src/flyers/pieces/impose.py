"""Puts the pages of a piece on sheets: the format's own, a press sheet, or the piece's size. Pages
for a screen are put on none."""

from dataclasses import replace

from flyers.catalogue.formats import Format
from flyers.catalogue.marks import MARKS
from flyers.catalogue.printers import Setup
from flyers.core.errors import OptionError
from flyers.core.sheets import Imposition
from flyers.imposition.format_pieces import impose, page_by_page, sheet_for_one_piece
from flyers.imposition.options import Options
from flyers.imposition.presets import press_sheet
from flyers.pieces.piece import Job
from flyers.pieces.prepare import PreparedStatement
from flyers.typesetting.fit.composed import Composed


def on_sheet(job: Job, fmt: Format, prepared: PreparedStatement) -> tuple[Setup, Options | None]:
    """Return the printer as set up for the job, and the sheet with the words of its slug; None for
    the format's own sheet. Raises OptionError for a sheet that cannot be."""
    campaign = prepared.campaign
    printer = campaign.printer(job.printer)
    setup = Setup.of(printer, sheet=job.sheet, by_hand=job.manual_duplex)
    if job.sheet and printer.for_screen:
        raise OptionError(
            f"{job.piece}: pages for a screen are not put on sheets; "
            f"leave out --sheet {job.sheet}, or name a printer with -p."
        )
    if setup.sheet:
        onto = press_sheet(setup.sheet, campaign.sheets, printer)
    elif printer.laid == "pieces":
        marks = tuple(mark for mark in MARKS if mark in printer.marks)
        onto = sheet_for_one_piece(fmt, bleed=printer.bleed, marks=marks)
    else:
        return setup, None
    date = prepared.statement.date
    onto = replace(
        onto,
        job=f"{prepared.slug}, {job.layout}, {job.format}",
        date=date.isoformat() if date else "",
    )
    return replace(setup, margins=onto.margins, bleed=onto.bleed), onto


def imposed(
    composed: Composed, fmt: Format, setup: Setup, onto: Options | None
) -> tuple[Imposition, Setup]:
    """Return the pages on their sheets, and the setup with its margins turned as the sheet is."""
    if setup.printer.for_screen:
        return page_by_page(composed.pages, composed.slug), setup
    imposition = impose(
        composed.pages,
        fmt.with_panels(composed.panels),
        printer_margins=setup.margins,
        slug=composed.slug,
        onto=onto,
    )
    if onto and imposition.sheets[0].width != onto.sheet.width:
        setup = replace(setup, margins=setup.margins.turned())
    return imposition, setup
