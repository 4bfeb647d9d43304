"""Names that a person gives, refused before anything is made if they cannot be used."""

from collections.abc import Iterable
from pathlib import Path

from flyers.campaign import Campaign
from flyers.catalogue.formats import format_named
from flyers.imposition.presets import press_sheet
from flyers.typesetting.layouts import layout_folders, layout_named


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
