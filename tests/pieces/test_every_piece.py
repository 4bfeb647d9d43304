"""Layouts in all formats for all printers, looked at by programs that are not ours.

The statements are those of an example's site, taken in turn: what is long, has
pictures or tables, or is read from the right comes by.
"""

import re
import subprocess
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from flyers.campaign import campaign_for
from flyers.catalogue.formats import FORMATS
from flyers.catalogue.printers import PRINTERS
from flyers.core.shipped import shipped
from flyers.pieces.piece import Job, Piece
from flyers.pieces.workshop import Workshop
from flyers.preflight.case import Declared
from flyers.preflight.checked_file import checked_path
from flyers.preflight.evidence.barcodes import read_barcodes
from flyers.typesetting.layouts import layout_names
from pdfx import broken_rules

SITE = Path(__file__).parents[2] / "examples" / "riverside"
STATEMENTS = sorted(
    path for path in SITE.glob("content/statements/*.md") if not path.stem.endswith("-draft")
)
LAYOUTS = layout_names((shipped("layouts"),))
OWN = ("corner-press",)

IN_TURN = list(product([*PRINTERS, *OWN], FORMATS, LAYOUTS))


def combinations() -> Iterator[object]:
    """Yield printers, formats, layouts and statements. Every third combination has all pairs of a
    printer, a format and a layout; a search takes the others too."""
    for number, (printer, fmt, layout) in enumerate(IN_TURN):
        printers, formats, layouts = [*PRINTERS, *OWN], [*FORMATS], [*LAYOUTS]
        places = printers.index(printer), formats.index(fmt), layouts.index(layout)
        yield pytest.param(
            *(printer, fmt, layout, STATEMENTS[number % len(STATEMENTS)]),
            marks=[] if sum(places) % len(LAYOUTS) == 0 else pytest.mark.search,
            id=f"{printer}-{fmt}-{layout}",
        )


@pytest.mark.slow
@pytest.mark.parametrize(("printer", "fmt", "layout", "statement"), [*combinations()])
def test_others_agree_that_it_can_be_printed(
    printer: str, fmt: str, layout: str, statement: Path, tmp_path: Path
) -> None:
    piece = Workshop().make(
        Job(
            statement=statement,
            layout=layout,
            format=fmt,
            printer=printer,
            out=tmp_path,
            previews=False,
        )
    )
    assert faults(piece) + faults_of_its_picture(piece, tmp_path) == []


def faults(piece: Piece) -> list[str]:
    """Return the faults of a piece."""
    printer = campaign_for(SITE).printer(piece.printer)
    said = [one.message for one in piece.findings if one.severity == "error"]
    again = checked_path(piece.file, printer, Declared())
    said += [one.message for one in again.findings if one.severity == "error"]
    fonts = read("pdffonts", piece.file).splitlines()[2:]
    said += [row for row in fonts if not re.search(r" yes (yes|no )+ +(yes|no)", row)]
    kinds = {row.split()[5] for row in read("pdfimages", "-list", piece.file).splitlines()[2:]}
    if printer.colour != "rgb":
        said += sorted(kinds - {"cmyk", "gray", "index"})
    read("qpdf", "--check", piece.file)
    if printer.pdf in ("x-4", "x-1a"):
        said += broken_rules(piece.file.read_bytes(), printer.pdf)
    return said


def faults_of_its_picture(piece: Piece, folder: Path) -> list[str]:
    """Return the faults of a piece as Ghostscript and poppler paint it."""
    printer = campaign_for(SITE).printer(piece.printer)
    said = []
    if printer.colour != "rgb":
        said += inked(piece.file, folder, printer.tac or 400, grey=printer.colour == "grey")
    codes = scanned(piece.file, folder)
    if codes != {piece.qr.url}:
        said.append(f"its codes say {codes}")
    return said


def read(*command: str | Path) -> str:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def inked(file: Path, folder: Path, tac: float, *, grey: bool) -> list[str]:
    """More ink than the bound on half a square millimetre, or colour where there is none."""
    gs = ("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiff32nc", "-r36")
    read(*gs, "-o", folder / "%d.tif", file)
    said = []
    for page in sorted(folder.glob("*.tif")):
        with Image.open(page) as picture:
            pixels = list(zip(*[iter(picture.tobytes())] * 4, strict=True))
        most = max(map(sum, pixels)) / 2.55
        if most > tac + 0.5:
            said.append(f"{most:.0f} % of ink")
        if grey and any(cyan or magenta or yellow for cyan, magenta, yellow, _ in pixels):
            said.append("colour in grey")
        page.unlink()
    return said


def scanned(file: Path, folder: Path) -> set[str]:
    """Return the texts of the codes in pictures that poppler made."""
    read("pdftoppm", "-gray", "-r", "120", file, folder / "page")
    found = set()
    for path in folder.glob("page-*.pgm"):
        with Image.open(path) as picture:
            found |= {code.text for code in read_barcodes(picture.copy())}
        path.unlink()
    return found
