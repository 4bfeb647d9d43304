"""Jobs from a request. Names that cannot be used are refused before anything is made."""

import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from flyers.campaign import Campaign, campaign_for
from flyers.catalogue.formats import format_named
from flyers.catalogue.printers import Printer
from flyers.core.errors import OptionError
from flyers.core.files import from_here
from flyers.imposition.presets import press_sheet
from flyers.pieces.piece import Job
from flyers.typesetting.layouts import layout_folders, layout_named

if TYPE_CHECKING:
    from flyers.production.make import MakeRequest


def jobs_of(request: "MakeRequest") -> list[Job]:
    """Return a job for every statement in every layout and format for every printer, each once.

    Raises UnknownNameError, LayoutError, ConfigError or OptionError.
    """
    out = request.out
    if out is not None and not out.strip():
        raise OptionError("--out names no folder; give it one, or a dot for the folder you are in.")
    text = request.text
    jobs = []
    for source in dict.fromkeys(request.statements):
        statement = None if source == "-" else Path(source)
        folder = statement.parent if statement else None
        campaign = campaign_for(folder)
        build = campaign.build
        layouts = request.layouts or build.layouts
        formats = request.formats or build.formats
        printers = request.printers or build.printers
        refuse_unknown(folder, campaign, layouts, formats, printers, request.sheet)
        if request.manual_duplex:
            _refuse_shops(map(campaign.printer, printers))
        if statement is None and text is None:
            text = sys.stdin.buffer.read()
        jobs += [
            Job(
                statement=statement,
                text=None if statement else text,
                layout=layout,
                format=fmt,
                printer=printer,
                sheet=request.sheet,
                url=request.url,
                overset=request.overset,
                when=request.when,
                where=request.where,
                manual_duplex=request.manual_duplex,
                strict=request.strict,
                out=Path(out) if out is not None else from_here(build.out),
                previews=request.previews,
                copies=request.copies,
                stock=request.stock,
                proof=request.proof,
            )
            for layout, fmt, printer in product(*map(dict.fromkeys, (layouts, formats, printers)))
        ]
    return jobs


def _refuse_shops(printers: Iterable[Printer]) -> None:
    for printer in printers:
        if printer.laid != "sheets":
            raise OptionError(
                f"--manual-duplex is for printers that are fed by hand, and {printer.name} is not; "
                "leave it out, or take a printer such as home."
            )


def refuse_unknown(
    folder: Path | None,
    campaign: Campaign,
    layouts: Iterable[str],
    formats: Iterable[str],
    printers: Iterable[str],
    sheet: str | None,
) -> None:
    """Raise UnknownNameError, LayoutError or OptionError for the first name that does not exist."""
    for name in formats:
        format_named(name)
    for printer in map(campaign.printer, printers):
        if sheet is not None:
            press_sheet(sheet, campaign.sheets, printer)
    for name in layouts:
        layout_named(name, layout_folders(folder, campaign.folder))
