"""Page order compared with independent tools: pdfimpose and PDFium's n-up.

The text of each cell of each side is read from the PDF.
"""

import ctypes
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from flyers.catalogue.papers import Paper
from flyers.imposition.from_pdfs import planned, printed
from flyers.imposition.inputs import Input
from flyers.imposition.options import Options
from flyers.imposition.schemes.table import scheme_named
from flyers.pieces.prepare import font_folders
from flyers.typesetting.engine import Typesetter

WIDTH, HEIGHT = 200.0, 300.0

Side = list[list[str]]
"""The page numbers on one side, rows from the top."""


@cache
def numbered(count: int) -> bytes:
    """Make pages with nothing but their number on them."""
    typesetter = Typesetter(font_folders(None))
    css = f"@page{{size:{WIDTH}pt {HEIGHT}pt;margin:60pt}} p{{break-after:page;font:40pt 'Anton'}}"
    body = "".join(f"<p>{number}</p>" for number in range(1, count + 1))
    run = typesetter.set(typesetter.text(f"<body>{body}"), [typesetter.style(css)])
    return typesetter.write([run])


def sides(pdf: bytes, columns: int, rows: int) -> list[Side]:
    """Read the text of each cell of each page."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        width, height = page.get_width() / columns, page.get_height() / rows
        text = page.get_textpage()
        found.append(
            [
                [
                    text.get_text_bounded(
                        left=width * column,
                        right=width * (column + 1),
                        bottom=height * (rows - 1 - row),
                        top=height * (rows - row),
                    ).strip()
                    for column in range(columns)
                ]
                for row in range(rows)
            ]
        )
    document.close()
    return found


def ours(count: int, scheme: str, columns: int, rows: int, **options: object) -> list[Side]:
    sheet = Paper(name="test", width=WIDTH * columns, height=HEIGHT * rows)
    up = {"up": (columns, rows)} if scheme == "n-up" else {}
    one = Input(name="numbers.pdf", pdf=numbered(count))
    plan = planned([one], scheme_named(scheme), Options(sheet=sheet, **up, **options))  # type: ignore[arg-type]
    return sides(printed(plan), columns, rows)


def pdfimpose(schema: str, count: int, tmp_path: Path, **options: object) -> bytes:
    module = import_module(f"pdfimpose.schema.{schema}")
    source, target = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(numbered(count))
    module.impose([str(source)], str(target), **options)
    return target.read_bytes()


@pytest.mark.parametrize(("columns", "rows"), [(2, 1), (2, 2), (3, 2)])
@pytest.mark.parametrize("count", [1, 4, 7])
def test_n_up_is_that_of_pdfium(count: int, columns: int, rows: int) -> None:
    source = pypdfium2.PdfDocument(numbered(count))
    size = WIDTH * columns, HEIGHT * rows
    raw = pdfium.FPDF_ImportNPagesToOne(source.raw, *map(ctypes.c_float, size), columns, rows)
    target = BytesIO()
    pypdfium2.PdfDocument(raw).save(target)
    assert ours(count, "n-up", columns, rows) == sides(target.getvalue(), columns, rows)


@pytest.mark.parametrize("count", [4, 7, 16])
def test_a_booklet_is_that_of_pdfimpose(count: int, tmp_path: Path) -> None:
    made = pdfimpose("saddle", count, tmp_path, signature=(2, 1), group=0)
    assert ours(count, "booklet", 2, 1, duplex="short") == sides(made, 2, 1)


@pytest.mark.parametrize("count", [16, 21])
def test_a_booklet_of_signatures_is_that_of_pdfimpose(count: int, tmp_path: Path) -> None:
    made = pdfimpose("hardcover", count, tmp_path, signature=(2, 1), group=2)
    assert ours(count, "booklet", 2, 1, duplex="short", signature=2) == sides(made, 2, 1)


@pytest.mark.parametrize(("columns", "rows", "pages"), [(2, 1, 4), (2, 2, 8), (4, 2, 16)])
def test_folded_signatures_are_those_of_pdfimpose(
    columns: int, rows: int, pages: int, tmp_path: Path
) -> None:
    made = pdfimpose("hardcover", 2 * pages, tmp_path, signature=(columns, rows))
    mine = ours(2 * pages, "perfect", columns, rows, duplex="sheetwise", signature=pages)
    assert mine == sides(made, columns, rows)


def test_a_zine_is_that_of_pdfimpose(tmp_path: Path) -> None:
    made = pdfimpose("onepagezine", 8, tmp_path)
    assert ours(8, "zine", 4, 2) == sides(made, 4, 2)
