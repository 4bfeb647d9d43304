"""`flyers impose` from its arguments to its files: one PDF, or fronts and backs apart, and
pictures."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from flyers.catalogue.papers import Unit, size
from flyers.core.errors import OptionError
from flyers.core.files import pour, spare, write_all
from flyers.core.sheets import Sheet
from flyers.imposition.assembly.manual_duplex import apart, has_backs, in_turn
from flyers.imposition.from_pdfs import Input, Planned, planned, printed, read
from flyers.imposition.option_words import options_of, quantity_of, unread, with_preset
from flyers.imposition.plan_in_words import counted, described
from flyers.imposition.planning import scheme_named
from flyers.press.read import raster as preview


def impose_files(
    arguments: Sequence[str],
    *,
    out: str | None,
    scheme: str,
    box: Any,
    manual_duplex: bool,
    preview: bool,
    dry_run: bool,
    quiet: bool,
    **given: Any,
) -> str:
    """Do what the command line asks for; returns what is to be said of it.

    Raises FlyersErrors, and then leaves no file.
    """
    if not (out or dry_run):
        raise OptionError("There is no file to write; name one with -o, or look first with -n.")
    if out == "-" and preview:
        raise OptionError("Pictures are named after the file; name one with -o for --preview.")
    inputs = list(_inputs(arguments))
    found = scheme_named(scheme)
    named = {**given, "job": given.get("job") or Path(inputs[0].name).stem}
    options = options_of(found, with_preset(named, _presets(given)))
    plan = planned(inputs, scheme, options, trim=box)
    plan = plan.with_notes(unread(found, options, given))
    unit = options.sheet.unit
    if dry_run or not out:
        return described(plan.imposition, title=scheme, unit=unit)
    files = dict(_apart(plan, Path(out)) if manual_duplex else _whole(plan, out))
    if out == "-":
        pour(b"".join(files.values()))
        return ""
    files_and_pictures = {**files, **(_pictures(files) if preview else {})}
    spare((one.name for one in inputs), files_and_pictures, "give -o another name")
    write_all(files_and_pictures)
    return "" if quiet else _said(plan, scheme, list(files), unit)


def _presets(given: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Those of flyers.toml, where a sheet is named that might be one of them."""
    if not given.get("sheet"):
        return {}
    from flyers.campaign import campaign_for

    return campaign_for(None).sheets


def _inputs(arguments: Sequence[str]) -> Iterator[Input]:
    """Every file once for each time it is named, and read once."""
    kept: dict[str, bytes] = {}
    for argument in arguments:
        # A file may be called so, and then that is what is meant.
        name, quantity = (argument, 1) if os.path.lexists(argument) else quantity_of(argument)
        if name not in kept:
            kept[name] = sys.stdin.buffer.read() if name == "-" else read(Path(name))
        called = "standard input" if name == "-" else name
        yield Input(name=called, pdf=kept[name], quantity=quantity)


def _whole(plan: Planned, out: str) -> Iterator[tuple[Path, bytes]]:
    yield Path(out), printed(plan)


def _apart(plan: Planned, out: Path) -> Iterator[tuple[Path, bytes]]:
    """Fronts and backs as files of their own, for a printer that has to be fed twice, and the
    sheet that tells which way round."""
    if str(out) == "-":
        raise OptionError("Fronts and backs are two files; name one with -o for --manual-duplex.")
    if not has_backs(plan.imposition):
        raise OptionError("The sheets have no backs; leave out --manual-duplex.")
    for name, imposition in apart(plan.imposition).items():
        yield _beside(out, name), printed(replace(plan, imposition=imposition))


def _beside(out: Path, name: str) -> Path:
    return out.with_name(f"{out.stem}-{name}{out.suffix or '.pdf'}")


def _pictures(files: dict[Path, bytes]) -> dict[Path, bytes]:
    """A PNG of every side, named after its file and numbered."""
    return {
        path.with_name(f"{path.stem}-{number}.png"): preview.png(picture)
        for path, pdf in files.items()
        for number, picture in enumerate(preview.rasters(pdf, dpi=preview.SCREEN_DPI), start=1)
    }


def _times(sheets: Sequence[Sheet]) -> Iterator[str]:
    """How often each sheet is printed: the shop's press, or the print dialog, has to be told."""
    page = 1
    for number, sheet in enumerate(sheets, start=1):
        last = page + len(sheet.forms) - 1
        where = f"page {page}" if last == page else f"pages {page} and {last}"
        if any(one.copies > 1 for one in sheets):
            yield f"  print sheet {number} {sheet.copies:,} times ({where} of the file)"
        page = last + 1


def _said(plan: Planned, scheme: str, files: Sequence[Path], unit: Unit) -> str:
    """What was made, in a line, and under it what has to be known."""
    sheets = plan.imposition.sheets
    first = sheets[0]
    papers = sum(sheet.copies for sheet in sheets)
    turned = f", turn on the {first.flip} edge" if any(sheet.back for sheet in sheets) else ""
    plates = counted(len(sheets), "different sheet")
    kinds = f" ({plates})" if papers != len(sheets) else ""
    lines = [
        f"{scheme}: {counted(len(plan.imposition.pages), 'page')} on {counted(papers, 'sheet')}"
        f"{kinds} of {size(first.width, first.height, unit)}{turned}",
        *(f"  {path}" for path in files),
        *_times(sheets),
        *(f"  {line}" for line in (in_turn([p.name for p in files]) if len(files) == 3 else ())),
        *(f"  {note.marked}" for note in plan.imposition.notes),
    ]
    return "\n".join(lines)
