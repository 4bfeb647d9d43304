"""`flyers impose`: a request, and the sheets that it is answered with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from flyers.catalogue.papers import Unit
from flyers.core.bounded import bounded
from flyers.core.errors import OptionError, PdfError
from flyers.core.files import pour, spare, write_all
from flyers.core.limits import in_force
from flyers.core.sheets import Imposition
from flyers.imposition.assembly.manual_duplex import fronts_and_backs, has_backs
from flyers.imposition.from_pdfs import Planned, planned, printed
from flyers.imposition.inputs import Input, read_inputs
from flyers.imposition.option_words import ignored_options, options_of
from flyers.imposition.options import Options
from flyers.imposition.presets import with_preset
from flyers.imposition.schemes.table import DEFAULT, Scheme, scheme_named
from flyers.press.read import raster
from flyers.press.read.boxes import PageBox

STANDARD_OUTPUT = "-"

SECONDS = 300
"""Processor time for all PDFs of one command."""

MEMORY, TIMES, MOST_MEMORY = 3 << 29, 12, 8 << 30
"""Bytes for that: so many, and so many for each byte of the PDFs, but no more than the last."""

Made = tuple[Imposition, Mapping[str, bytes], Mapping[str, bytes]]
"""A plan, and its PDFs and their pictures, by the names of their files."""


@dataclass(frozen=True, kw_only=True)
class ImposeRequest:
    """PDFs to be put on sheets.

    =================  ======================================================================
    ``inputs``         files, each with its quantity if it has one: ``card.pdf:250``; ``-`` is
                       standard input
    ``out``            the file to write, ``-`` for standard output; None: nothing is written
    ``scheme``         the scheme's name
    ``box``            the page box that is a page's finished size
    ``manual_duplex``  fronts and backs as files of their own, with a test sheet
    ``preview``        a PNG of every side is written beside the file
    ``options``        all other options in words, by their names on the command line
    =================  ======================================================================
    """

    inputs: tuple[str, ...]
    out: str | None
    scheme: str = DEFAULT
    box: PageBox = "trim"
    manual_duplex: bool = False
    preview: bool = False
    options: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class ImposeResult:
    """The plan, and the PDFs written by it; ``unit`` is that of the sheet."""

    scheme: Scheme
    imposition: Imposition
    unit: Unit
    files: tuple[Path, ...] = ()


def run(request: ImposeRequest) -> ImposeResult:
    """Plan the sheets, and write them where the request names a file.

    Raises a FlyersError, and then leaves no file.
    """
    if request.out == STANDARD_OUTPUT and request.preview:
        raise OptionError("--preview writes pictures beside the file; name a file with -o, not -.")
    scheme = scheme_named(request.scheme)
    inputs = tuple(read_inputs(request.inputs))
    given = request.options
    job = given.get("job") or Path(inputs[0].name).stem
    options = options_of(scheme, with_preset({**given, "job": job}, _presets(given)))
    imposition, files, pictures = _within_bounds(request, inputs, options)
    result = ImposeResult(scheme=scheme, imposition=imposition, unit=options.sheet.unit)
    if request.out is None:
        return result
    if request.out == STANDARD_OUTPUT:
        pour(b"".join(files.values()))
        return result
    all_files = {Path(name): data for name, data in {**files, **pictures}.items()}
    spare((one.name for one in inputs), all_files, "give -o another name")
    write_all(all_files)
    return replace(result, files=tuple(map(Path, files)))


def _within_bounds(request: ImposeRequest, inputs: Sequence[Input], options: Options) -> Made:
    """Return what is made of the PDFs, whose content may swell to any size, in a process with
    bounds. Raises PdfError where it comes to them."""
    brought = sum(len(one.pdf) for one in inputs)
    memory = min(MEMORY + TIMES * brought, MOST_MEMORY)
    try:
        with bounded(
            partial(_made, request, inputs, options), seconds=SECONDS, memory=memory
        ) as made:
            return made()
    except ChildProcessError:
        seconds, memory = in_force(SECONDS, memory)
        raise PdfError(
            f"{inputs[0].name} cannot be imposed within {seconds} seconds and "
            f"{memory / (1 << 30):.2g} GB; "
            "take out its largest pictures, or export it again from where it was made."
        ) from None


def _made(request: ImposeRequest, inputs: Sequence[Input], options: Options) -> Made:
    """Return the plan, the PDFs and their pictures, by their names."""
    scheme = scheme_named(request.scheme)
    plan = planned(inputs, scheme, options, trim=request.box)
    plan = plan.with_notes(ignored_options(scheme, options, request.options))
    if request.out is None:
        return plan.imposition, {}, {}
    files = dict(_apart(plan, request.out) if request.manual_duplex else _whole(plan, request.out))
    pictures = dict(_pictures(files)) if request.preview else {}
    return plan.imposition, files, pictures


def _presets(given: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Return those of flyers.toml, where a sheet is named that might be one of them."""
    if not given.get("sheet"):
        return {}
    from flyers.campaign import campaign_for

    return campaign_for(None).sheets


def _whole(plan: Planned, out: str) -> Iterator[tuple[str, bytes]]:
    yield out, printed(plan)


def _apart(plan: Planned, out: str) -> Iterator[tuple[str, bytes]]:
    """Yield fronts, backs and the test sheet, for a printer that has to be fed twice."""
    if out == STANDARD_OUTPUT:
        raise OptionError("--manual-duplex writes several files; name one with -o, not -.")
    if not has_backs(plan.imposition):
        raise OptionError("The sheets have no backs; leave out --manual-duplex.")
    path = Path(out)
    for name, imposition in fronts_and_backs(plan.imposition).items():
        yield (
            str(path.with_name(f"{path.stem}-{name}{path.suffix or '.pdf'}")),
            printed(replace(plan, imposition=imposition)),
        )


def _pictures(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield a PNG of every side, named after its file and numbered."""
    for name, pdf in files.items():
        path = Path(name)
        for number, picture in enumerate(raster.drawn(pdf, dpi=raster.SCREEN_DPI), start=1):
            yield str(path.with_name(f"{path.stem}-{number}.png")), raster.png(picture)
