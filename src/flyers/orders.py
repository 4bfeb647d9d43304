"""What was asked for on the command line, as jobs. What cannot be used is refused at once."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from flyers.campaign import campaign_for
from flyers.errors import OptionError
from flyers.formats import DEFAULT_FORMATS, FORMATS, format_named
from flyers.layouts import layout_folders, layout_named, layout_names
from flyers.pieces import Job
from flyers.printers import printer_named
from flyers.sheet_orders import press_sheet


def jobs_of(
    statements: Sequence[str],
    layouts: Sequence[str],
    formats: Sequence[str],
    *,
    printer: str,
    sheet: str | None,
    out: str,
    no_preview: bool,
    **options: Any,
) -> list[Job]:
    """Every statement in every layout and every format, each once; ``-`` is standard input.

    Raises UnknownNameError, LayoutError, ConfigError or OptionError.
    """
    made_for = printer_named(printer)
    for name in formats:
        format_named(name)
    for folder in {None if source == "-" else Path(source).parent for source in statements}:
        if sheet is not None:
            press_sheet(sheet, campaign_for(folder).sheets, made_for)
        for name in layouts:
            layout_named(name, layout_folders(folder))
    if not out.strip():
        raise OptionError("--out names no folder; give it one, or a dot for the folder you are in.")
    text = sys.stdin.buffer.read() if "-" in statements else None
    return [
        Job(
            statement=None if source == "-" else Path(source),
            text=text if source == "-" else None,
            layout=layout,
            format=fmt,
            printer=printer,
            sheet=sheet,
            out=Path(out),
            previews=not no_preview,
            **options,
        )
        for source in dict.fromkeys(statements)
        for layout in dict.fromkeys(layouts or ("statement",))
        for fmt in dict.fromkeys(formats or DEFAULT_FORMATS)
    ]


def names_of(kind: str) -> Iterable[str]:
    """The names of a kind, to complete what is being typed; layouts are those from here."""
    if kind == "layout":
        return layout_names(layout_folders(Path.cwd()))
    from flyers.impose import SCHEMES
    from flyers.impose.fold import FOLDS
    from flyers.impose.options import DUPLEXES
    from flyers.papers import PAPERS

    names: dict[str, Iterable[str]] = {
        "format": FORMATS,
        "scheme": SCHEMES,
        "fold": FOLDS,
        "sheet": PAPERS,
        "duplex": DUPLEXES,
    }
    return names[kind]
