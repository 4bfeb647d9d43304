"""What was asked for on the command line, as jobs. What cannot be used is refused at once."""

import sys
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from flyers.campaign import Campaign, campaign_for
from flyers.catalogue.formats import FORMATS, format_named
from flyers.catalogue.printers import PRINTERS, Printer
from flyers.core.errors import ConfigError, OptionError
from flyers.core.files import from_here
from flyers.imposition.presets import press_sheet
from flyers.pieces.piece import Job
from flyers.typesetting.layouts import layout_folders, layout_named, layout_names


def jobs_of(
    statements: Sequence[str],
    layouts: Sequence[str],
    formats: Sequence[str],
    printers: Sequence[str] = (),
    *,
    sheet: str | None,
    out: str | None,
    no_preview: bool,
    **options: Any,
) -> list[Job]:
    """Every statement in every layout and every format for every printer, each once; ``-`` is
    standard input. What was not asked for is as [build] in the statement's flyers.toml has it.

    Raises UnknownNameError, LayoutError, ConfigError or OptionError.
    """
    if out is not None and not out.strip():
        raise OptionError("--out names no folder; give it one, or a dot for the folder you are in.")
    text: bytes | None = None
    jobs = []
    for source in dict.fromkeys(statements):
        statement = None if source == "-" else Path(source)
        folder = statement.parent if statement else None
        campaign = campaign_for(folder)
        build = campaign.build
        every = (layouts or build.layouts, formats or build.formats, printers or build.printers)
        refuse_unknown(folder, campaign, *every, sheet)
        if options.get("manual_duplex"):
            _refuse_shops(map(campaign.printer, every[2]))
        if statement is None:
            text = sys.stdin.buffer.read()
        jobs += [
            Job(
                statement=statement,
                text=text if statement is None else None,
                layout=layout,
                format=fmt,
                printer=printer,
                sheet=sheet,
                out=Path(out) if out is not None else from_here(build.out),
                previews=not no_preview,
                **options,
            )
            for layout, fmt, printer in product(*map(dict.fromkeys, every))
        ]
    return jobs


def _refuse_shops(printers: Iterable[Printer]) -> None:
    for printer in printers:
        if printer.laid != "sheets":
            raise OptionError(
                f"The printer {printer.name} is not fed by hand; leave out --manual-duplex, "
                "or take a printer such as home."
            )


def refuse_unknown(
    folder: Path | None,
    campaign: Campaign,
    layouts: Iterable[str],
    formats: Iterable[str],
    printers: Iterable[str],
    sheet: str | None,
) -> None:
    """Before anything is made."""
    for name in formats:
        format_named(name)
    for printer in map(campaign.printer, printers):
        if sheet is not None:
            press_sheet(sheet, campaign.sheets, printer)
    for name in layouts:
        layout_named(name, layout_folders(folder, campaign.folder))


def names_of(kind: str) -> Iterable[str]:
    """The names of a kind, to complete what is being typed; layouts are those from here."""
    if kind == "layout":
        return layout_names(layout_folders(Path.cwd()))
    from flyers.catalogue.imprints import JURISDICTIONS, NONE
    from flyers.catalogue.marks import DUPLEXES
    from flyers.catalogue.papers import PAPERS
    from flyers.imposition.schemes.fold import FOLDS
    from flyers.imposition.schemes.table import SCHEMES

    names: dict[str, Iterable[str]] = {
        "format": FORMATS,
        "printer": _printers(),
        "event": _events(),
        "scheme": SCHEMES,
        "fold": FOLDS,
        "sheet": PAPERS,
        "duplex": DUPLEXES,
        "jurisdiction": (*JURISDICTIONS, NONE),
    }
    return names[kind]


def _printers() -> list[str]:
    """The shipped ones and those of flyers.toml, as far as it can be read."""
    try:
        return [*PRINTERS, *campaign_for(None).printers]
    except ConfigError:
        return [*PRINTERS]


def _events() -> list[str]:
    """Those of flyers.toml, as far as it can be read, and the ready-made ones."""
    from flyers.campaign.ready_kits import READY

    try:
        return [*campaign_for(None).events, *READY]
    except ConfigError:
        return [*READY]
