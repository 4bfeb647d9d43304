"""`flyers check --fix`: mends in a copy what has one right answer, and reports what remains."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from flyers.catalogue.conditions import condition_of
from flyers.catalogue.papers import PAPERS
from flyers.catalogue.printers import Printer
from flyers.core.bounded import bounded
from flyers.core.errors import FlyersError, OptionError, PdfError
from flyers.core.files import spare, write_all
from flyers.preflight.case import Declared
from flyers.preflight.checked_file import CheckedFile, Repair, checked_path
from flyers.preflight.gathering import MEMORY, SECONDS
from flyers.press.fixups import Wanted, fixed
from flyers.press.read import raster
from flyers.press.read.facts import FileFacts
from flyers.press.read.pdf_pages import PdfPages

STILL_RGB = "The colours are still those of a screen (RGB): convert them, or ask who made the file."
AGAIN = "The file was damaged: it is repaired and written again."


def fix(
    files: Iterable[CheckedFile], printer: Printer, declared: Declared, out: str | None = None
) -> list[CheckedFile]:
    """Write a mended copy of each file and check it; a file without anything to mend stays as it
    is.

    ``out`` is the name of the copy of a single file. Raises OptionError or OutputError.
    """
    files = list(files)
    if out == "-":
        raise OptionError("The copy is checked again, so it needs a name; give -o a file name.")
    if out and len(files) > 1:
        raise OptionError("-o names one copy, but there are several files; leave it out.")
    copies = [_copy(one, printer, declared) for one in files]
    paths = [Path(out) if out else _beside(Path(one.file)) for one in files]
    changed = {path: pdf for path, (pdf, changes) in zip(paths, copies, strict=True) if changes}
    spare((one.file for one in files), changed, "give -o another name")
    write_all(changed)
    return [
        replace(
            checked_path(path, printer, declared) if changes else one,
            repair=Repair(original=one.file, changes=tuple(changes), left=_unmended(one, printer)),
        )
        for one, path, (_, changes) in zip(files, paths, copies, strict=True)
    ]


def _unmended(one: CheckedFile, printer: Printer) -> tuple[str, ...]:
    """Return what is in the way of a press. RGB stays: to name a press for it would be a guess."""
    if printer.for_screen or printer.colour != "cmyk" or one.evidence is None:
        return ()
    return () if _is_in_inks(one.evidence.facts) else (STILL_RGB,)


def _copy(one: CheckedFile, printer: Printer, declared: Declared) -> tuple[bytes, Sequence[str]]:
    """Return the mended file and what was changed; nothing if the file may not be changed."""
    if one.evidence is None or one.evidence.facts.encrypted:
        return b"", ()
    wanted = _wanted(printer, declared, one.evidence.facts)
    try:
        made = _made(one, wanted)
        if wanted.standard == "plain" or _claims_well(one):
            return made
        claiming = _made(one, replace(wanted, claims=True))
        return claiming if _passes(one.file, claiming[0], printer, declared) else made
    except FlyersError:
        return b"", ()


def _made(one: CheckedFile, wanted: Wanted) -> tuple[bytes, Sequence[str]]:
    """Return the mended file and what was changed, made within the bounds of a check. Raises
    PdfError."""
    work = partial(_mended, Path(one.file).name, one.pdf, wanted)
    try:
        with bounded(work, seconds=SECONDS, memory=MEMORY) as made:
            return made()
    except ChildProcessError:
        raise PdfError(f"{one.file} cannot be mended within the bounds of a check.") from None


def _mended(name: str, pdf: bytes, wanted: Wanted) -> tuple[bytes, Sequence[str]]:
    source = PdfPages([(name, pdf)], raster.resaved)
    mended, changes = fixed(source, wanted)
    return mended, (*((AGAIN,) if source.mended else ()), *changes)


def _claims_well(one: CheckedFile) -> bool:
    """Return True if the file claims its standard properly already."""
    return not any(finding.check in ("claims", "metadata") for finding in one.findings)


def _passes(name: str, pdf: bytes, printer: Printer, declared: Declared) -> bool:
    """Return True if the checks find no error in a file that claims the printer's standard."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(pdf)
        return checked_path(path, printer, declared).passes


def _wanted(printer: Printer, declared: Declared, facts: FileFacts) -> Wanted:
    upright = [(paper.width, paper.height) for paper in PAPERS.values()]
    size = (declared.width, declared.height)
    for_a_press = printer.standard != "plain"
    return Wanted(
        bleed=printer.bleed,
        finished=size if all(size) else None,
        sizes=(*upright, *((height, width) for width, height in upright)),
        still=for_a_press,
        standard=printer.standard,
        condition=condition_of(printer) if for_a_press else None,
        in_inks=_is_in_inks(facts),
        shows_title=printer.for_screen and not facts.title_shown,
    )


def _is_in_inks(facts: FileFacts) -> bool:
    """Return True if all colours of the file are inks of a press."""
    return not any(
        space in ("rgb", "lab")
        for page in facts.pages
        for space in (
            *(paint.colour.space for paint in page.content.paints),
            *(image.space for image in page.content.images),
        )
    )


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}-fixed.pdf")
