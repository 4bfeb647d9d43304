"""Printing: typeset pages lie where the imposition puts them, and look as in a viewer."""

import datetime
import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL.Image import Image
from pypdf import PdfReader

from flyers.core.sheets import Box, Flip, Form, Imposition, Layer, Mark, Page, Placement, Sheet
from flyers.press.printing import print_sheets
from flyers.press.read.file_facts import count_pages, facts
from flyers.press.read.raster import rasters
from flyers.press.write.drawing import numbers
from flyers.press.write.info import DocumentInfo
from typeset_pages import QUARTERS, HandMade, link, pdf_of, quarters

INFO = DocumentInfo(title="A statement")
PAPER = Page(name="1", width=200, height=100, layers=(Layer(source=0),))


def imposed(
    *placements: Placement,
    pages: tuple[Page, ...] = (PAPER,),
    marks: tuple[Mark, ...] = (),
    back: bool = False,
    flip: Flip = "long",
    size: tuple[float, float] = (400, 200),
) -> Imposition:
    """Return one sheet with these placements on its front, and on its back if there are any for
    it."""
    form = Form(placements=placements, marks=marks)
    trim = Box(left=0, bottom=0, right=size[0], top=size[1])
    sheet = Sheet(
        width=size[0],
        height=size[1],
        trim=trim,
        front=form,
        back=form if back else None,
        flip=flip,
    )
    return Imposition(pages=pages, sheets=(sheet,))


def printed(source: bytes, imposition: Imposition) -> bytes:
    return print_sheets(source, imposition, info=INFO)


def opened(pdf: bytes) -> Any:
    """Return the file's objects, untyped: the tests know which of them is a list and which a
    dictionary."""
    return PdfReader(BytesIO(pdf))


def letters(picture: Image, box: Box) -> str:
    """Return the quarters of a box of the sheet as letters, ``RG/BK`` where all is upright."""
    names = {
        tuple(round(255 * float(part)) for part in colour.split()): name
        for name, colour in QUARTERS.items()
    }
    rows = []
    for up in (0.75, 0.25):
        y = round(picture.height - (box.bottom + up * box.height))
        across = [round(box.left + part * box.width) for part in (0.25, 0.75)]
        rows.append("".join(names.get(_colour(picture, x, y), ".") for x in across))
    return "/".join(rows)


def _colour(picture: Image, x: int, y: int) -> tuple[int, ...]:
    value = picture.getpixel((x, y))
    assert isinstance(value, tuple)
    return value


# ---- source pages of every kind ----------------------------------------------------


@pytest.mark.parametrize(
    ("made", "seen"),
    [
        (HandMade(content=quarters((0, 0, 200, 100))), "RG/BK"),
        (
            HandMade(content=quarters((0, 0, 200, 100)), in_two_streams=True),
            "RG/BK",
        ),
        (
            HandMade(content=quarters((-20, 30, 180, 130)), media=(-20, 30, 180, 130)),
            "RG/BK",
        ),
        (
            HandMade(
                content=quarters((10, 20, 210, 120)),
                media=(0, 0, 300, 300),
                trim=(10, 20, 210, 120),
            ),
            "RG/BK",
        ),
        (
            HandMade(content=quarters((0, 0, 20, 10)), media=(0, 0, 20, 10), user_unit=10),
            "RG/BK",
        ),
        (HandMade(content=quarters((0, 0, 100, 200)), media=(0, 0, 100, 200), rotate=90), "BR/KG"),
        (HandMade(content=quarters((0, 0, 200, 100)), rotate=180), "KB/GR"),
        (
            HandMade(content=quarters((5, 5, 105, 205)), media=(5, 5, 105, 205), rotate=270),
            "GK/RB",
        ),
    ],
    ids=[
        "plain",
        "two content streams",
        "origin not at the corner",
        "trim inside media",
        "user unit",
        "rotated 90",
        "rotated 180",
        "rotated 270 and offset",
    ],
)
def test_a_source_page_is_placed_as_a_viewer_shows_it(made: HandMade, seen: str) -> None:
    sheet = printed(pdf_of(made), imposed(Placement(page=0, x=150, y=60)))
    (picture,) = rasters(sheet, dpi=72)
    assert letters(picture, Box(left=150, bottom=60, right=350, top=160)) == seen
    outside = Box(left=0, bottom=0, right=140, top=50)
    assert letters(picture, outside) == "../.."


@pytest.mark.parametrize(
    ("placement", "lying", "seen"),
    [
        (Placement(page=0, x=20, y=10), (20, 10, 220, 110), "RG/BK"),
        (Placement(page=0, x=20, y=0, rotation=90), (20, 0, 120, 200), "GK/RB"),
        (Placement(page=0, x=20, y=10, rotation=180), (20, 10, 220, 110), "KB/GR"),
        (Placement(page=0, x=20, y=0, rotation=270), (20, 0, 120, 200), "BR/KG"),
        (Placement(page=0, x=20, y=10, scale=0.5), (20, 10, 120, 60), "RG/BK"),
    ],
    ids=["upright", "90", "180", "270", "half size"],
)
def test_a_page_is_turned_on_the_sheet(
    placement: Placement, lying: tuple[float, float, float, float], seen: str
) -> None:
    source = pdf_of(HandMade(content=quarters((0, 0, 200, 100))))
    (picture,) = rasters(printed(source, imposed(placement)), dpi=72)
    left, bottom, right, top = lying
    assert letters(picture, Box(left=left, bottom=bottom, right=right, top=top)) == seen


def test_layers_lie_over_one_another_from_back_to_front() -> None:
    artwork = HandMade(content=quarters((0, 0, 200, 100)))
    column = HandMade(content="0 0 0 rg\n0 0 60 30 re f", media=(0, 0, 60, 30))
    page = replace(PAPER, layers=(Layer(source=0), Layer(source=1, x=20, y=60)))
    source = pdf_of(artwork, column)
    (picture,) = rasters(
        printed(source, imposed(Placement(page=0, x=0, y=0), pages=(page,))), dpi=72
    )
    assert letters(picture, Box(left=0, bottom=0, right=200, top=100)) == "KG/BK"


# ---- clipping ----------------------------------------------------------------------


def overrun() -> bytes:
    """Return a black page whose ink reaches 20 points over its trim on every side."""
    return pdf_of(
        HandMade(
            content="0 0 0 rg\n0 0 140 140 re f", media=(0, 0, 140, 140), trim=(20, 20, 120, 120)
        )
    )


SQUARE = Page(name="1", width=100, height=100, layers=(Layer(source=0),))


def test_ink_over_the_trim_is_cut_away() -> None:
    sheet = imposed(Placement(page=0, x=50, y=50), pages=(SQUARE,), size=(200, 200))
    (picture,) = rasters(printed(overrun(), sheet), dpi=72, grey=True)
    assert picture.point(lambda grey: 255 - grey).getbbox() == (50, 50, 150, 150)


def test_ink_beyond_the_trim_stays_within_the_clip() -> None:
    clip = Box(left=41, bottom=50, right=150, top=159)
    made = printed(
        overrun(),
        imposed(Placement(page=0, x=50, y=50, clip=clip), pages=(SQUARE,), size=(200, 200)),
    )
    (picture,) = rasters(made, dpi=72, grey=True)
    assert picture.point(lambda grey: 255 - grey).getbbox() == (41, 41, 150, 150)


def test_the_bleed_of_the_sheet_is_in_its_boxes() -> None:
    one = imposed(Placement(page=0, x=20, y=20), pages=(SQUARE,))
    bleed = Box(left=11, bottom=11, right=229, top=129)
    sheet = replace(one.sheets[0], bleed=bleed)
    made = printed(overrun(), Imposition(pages=one.pages, sheets=(sheet,)))
    assert [float(number) for number in opened(made).pages[0]["/BleedBox"]] == [11, 11, 229, 129]


# ---- the file ----------------------------------------------------------------------


def test_each_source_page_is_in_the_file_once() -> None:
    placements = [Placement(page=0, x=20 * n, y=0, scale=0.1) for n in range(10)]
    source = pdf_of(HandMade(content=quarters((0, 0, 200, 100))))
    reader = opened(printed(source, imposed(*placements, back=True)))
    forms = {
        form.idnum for page in reader.pages for form in page["/Resources"]["/XObject"].values()
    }
    assert len(forms) == 1
    (form,) = reader.pages[0]["/Resources"]["/XObject"].values()
    assert form["/Filter"] == "/FlateDecode"


def test_sides_that_look_alike_share_their_operators() -> None:
    page = HandMade(content=quarters((0, 0, 200, 100)))
    pages = tuple(replace(PAPER, layers=(Layer(source=number),)) for number in (0, 1))
    one, other = (imposed(Placement(page=n, x=9, y=9), pages=pages).sheets[0] for n in (0, 1))
    made = printed(pdf_of(page, page), Imposition(pages=pages, sheets=(one, other)))
    front, back = opened(made).pages
    assert front.raw_get("/Contents").idnum == back.raw_get("/Contents").idnum
    first, second = (side["/Resources"]["/XObject"].raw_get("/P0") for side in (front, back))
    assert first.idnum != second.idnum


def test_all_source_pages_share_their_resources() -> None:
    page = HandMade(content=quarters((0, 0, 200, 100)))
    both = replace(PAPER, layers=(Layer(source=0), Layer(source=1)))
    made = printed(pdf_of(page, page), imposed(Placement(page=0, x=0, y=0), pages=(both,)))
    forms = opened(made).pages[0]["/Resources"]["/XObject"]
    assert len({form.raw_get("/Resources").idnum for form in forms.values()}) == 1


def test_the_boxes_are_those_of_the_sheet() -> None:
    sheet = imposed(Placement(page=0, x=0, y=0))
    (side,) = facts(printed(pdf_of(HandMade(content=quarters((0, 0, 200, 100)))), sheet)).pages
    assert side.media == side.trim == sheet.sheets[0].trim
    assert side.crop is None


def test_fronts_and_backs_follow_one_another() -> None:
    made = imposed(Placement(page=0, x=0, y=0), back=True)
    twice = replace(made, sheets=made.sheets * 2)
    assert count_pages(printed(pdf_of(HandMade(content=quarters((0, 0, 200, 100)))), twice)) == 4


@pytest.mark.parametrize(
    ("back", "flip", "duplex"),
    [
        (False, "long", "/Simplex"),
        (True, "long", "/DuplexFlipLongEdge"),
        (True, "short", "/DuplexFlipShortEdge"),
    ],
)
def test_the_print_dialog_comes_up_right(back: bool, flip: Flip, duplex: str) -> None:
    sheet = imposed(Placement(page=0, x=0, y=0), back=back, flip=flip)
    made = printed(pdf_of(HandMade(content=quarters((0, 0, 200, 100)))), sheet)
    assert made.startswith(b"%PDF-1.7")
    preferences = opened(made).root_object["/ViewerPreferences"]
    assert preferences["/Duplex"] == duplex
    assert preferences["/PrintScaling"] == "/None"
    assert preferences["/DisplayDocTitle"] == True  # noqa: E712  a PDF boolean, not Python's


def test_the_file_says_what_it_is() -> None:
    info = DocumentInfo(
        title="Für alle — 為眾人",
        author="The office",
        subject="A subject",
        keywords=("one", "two"),
        language="de",
        date=datetime.date(2024, 2, 29),
    )
    source = pdf_of(HandMade(content=quarters((0, 0, 200, 100))))
    made = print_sheets(source, imposed(Placement(page=0, x=0, y=0)), info=info)
    reader = opened(made)
    assert reader.root_object["/Lang"] == "de"
    assert dict(reader.metadata or {}) == {
        "/Title": "Für alle — 為眾人",
        "/Author": "The office",
        "/Subject": "A subject",
        "/Keywords": "one, two",
        "/Producer": "flyers",
        "/CreationDate": "D:20240229",
    }


def test_without_a_date_there_is_none() -> None:
    source = pdf_of(HandMade(content=quarters((0, 0, 200, 100))))
    reader = opened(printed(source, imposed(Placement(page=0, x=0, y=0))))
    assert set(reader.metadata or {}) == {"/Title", "/Producer"}


REPEATED = """
import hashlib, test_press
print(hashlib.sha256(test_press.example()).hexdigest())
"""


def example() -> bytes:
    """Return a sheet with everything on it that is ever written."""
    page = HandMade(
        content=quarters((0, 0, 200, 100)),
        annotations=[link((0, 0, 50, 20), {"S": "/URI", "URI": "https://example.org/"})],
    )
    mark = Mark(kind="fold", x1=200, y1=18, x2=200, y2=27)
    both = replace(PAPER, layers=(Layer(source=0), Layer(source=1)))
    sheet = imposed(Placement(page=0, x=0, y=0), pages=(both,), marks=(mark,), back=True)
    info = DocumentInfo(title="A statement", keywords=("b", "a"), date=datetime.date(2024, 1, 1))
    return print_sheets(pdf_of(page, page), sheet, info=info)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_input_gives_the_same_bytes_in_any_process(seed: str) -> None:
    again = subprocess.run(
        [sys.executable, "-c", REPEATED],
        env={
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path]),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert again.stdout.strip() == sha256(example()).hexdigest()


def test_another_title_makes_another_file() -> None:
    source = pdf_of(HandMade(content=quarters((0, 0, 200, 100))))
    sheet = imposed(Placement(page=0, x=0, y=0))
    identifiers = {
        opened(print_sheets(source, sheet, info=DocumentInfo(title=title))).trailer["/ID"][0]
        for title in ("one", "another", "one")
    }
    assert len(identifiers) == 2


# ---- links -------------------------------------------------------------------------


def test_links_to_addresses_move_with_their_page() -> None:
    page = HandMade(
        content=quarters((0, 0, 200, 100)),
        annotations=[
            # Upside down, as weasyprint writes it.
            link((10, 40, 60, 20), {"S": "/URI", "URI": "https://example.org/a"}),
            link((0, 0, 9, 9), {"S": "/GoTo", "D": "chapter"}),
        ],
    )
    sheet = imposed(
        Placement(page=0, x=100, y=50), Placement(page=0, x=0, y=0, rotation=180, scale=0.5)
    )
    reader = opened(printed(pdf_of(page), sheet))
    links = [reference.get_object() for reference in reader.pages[0]["/Annots"]]
    assert [str(one["/A"]["/URI"]) for one in links] == ["https://example.org/a"] * 2
    assert [[float(number) for number in one["/Rect"]] for one in links] == [
        [110, 70, 160, 90],
        [70, 30, 95, 40],
    ]


# ---- marks -------------------------------------------------------------------------


def test_a_cut_mark_is_solid_and_a_fold_mark_is_dashed() -> None:
    marks = (
        Mark(kind="cut", x1=100, y1=20, x2=100, y2=60),
        Mark(kind="fold", x1=200, y1=20, x2=200, y2=60),
    )
    source = pdf_of(HandMade(content="\n"))
    (picture,) = rasters(printed(source, imposed(marks=marks)), dpi=720, grey=True)

    def gaps(x: float) -> int:
        column = picture.crop((round(x * 10), 1410, round(x * 10) + 1, 1790))
        run = [value > 128 for value in column.tobytes()]
        return sum(1 for one, other in pairwise(run) if other and not one)

    assert gaps(100) == 0
    assert gaps(200) > 3


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (0.5, "0.5"), (1e-9, "0"), (-1e-9, "0"), (123456.789, "123456.789")],
)
def test_numbers_are_short_and_never_in_powers_of_ten(value: float, text: str) -> None:
    assert numbers(value) == text


# ---- reading back ------------------------------------------------------------------


def test_a_font_that_is_not_embedded_is_told() -> None:
    text = HandMade(content="BT /F 12 Tf\n10 10 Td (Hello) Tj ET")
    (font,) = facts(printed(pdf_of(text), imposed(Placement(page=0, x=0, y=0)))).fonts
    assert (font.name, font.embedded, font.missing) == ("Helvetica", False, "")
