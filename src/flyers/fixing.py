"""`flyers check --fix`: what is put right safely, in a copy beside the file; and what remains."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from flyers import output, preview
from flyers.errors import FlyersError, OptionError
from flyers.inspecting import Inspected, Repair, inspected
from flyers.papers import PAPERS
from flyers.preflight import Declared
from flyers.press import Source
from flyers.press.fixups import Wanted, fixed
from flyers.printers import Printer

AGAIN = "It could only be read after it had been mended, and is written anew."


def fix(
    files: Iterable[Inspected], printer: Printer, declared: Declared, out: str | None = None
) -> list[Inspected]:
    """The copies, looked at again; where nothing could be done, the file as it is.

    ``out`` is the name of the copy of a single file. Raises OptionError or OutputError.
    """
    files = list(files)
    if out == "-":
        raise OptionError("The copy is looked at again, so it needs a name: give -o a file.")
    if out and len(files) > 1:
        raise OptionError("-o names one copy, but there are several files; leave it out.")
    copies = [_copy(one, printer, declared) for one in files]
    paths = [Path(out) if out else _beside(Path(one.file)) for one in files]
    changed = {path: pdf for path, (pdf, changes) in zip(paths, copies, strict=True) if changes}
    output.spare((one.file for one in files), changed, "give -o another name")
    output.write_all(changed)
    return [
        replace(
            inspected(path, printer, declared) if changes else one,
            repair=Repair(original=one.file, changes=tuple(changes)),
        )
        for one, path, (_, changes) in zip(files, paths, copies, strict=True)
    ]


def _copy(one: Inspected, printer: Printer, declared: Declared) -> tuple[bytes, Sequence[str]]:
    """The file put right, and what was changed; nothing where it is not ours to change."""
    if one.evidence is None or one.evidence.facts.encrypted:
        return b"", ()
    try:
        source = Source([(Path(one.file).name, one.pdf)], preview.resaved)
        pdf, changes = fixed(source, _wanted(printer, declared))
    except FlyersError:
        return b"", ()
    return pdf, (*((AGAIN,) if source.mended else ()), *changes)


def _wanted(printer: Printer, declared: Declared) -> Wanted:
    upright = [(paper.width, paper.height) for paper in PAPERS.values()]
    size = (declared.width, declared.height)
    return Wanted(
        bleed=printer.bleed,
        finished=size if all(size) else None,
        sizes=(*upright, *((height, width) for width, height in upright)),
        still=printer.pdf.startswith("x-"),
    )


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}-fixed.pdf")
