"""Printing: typeset pages lie where the imposition puts them, and look as in a viewer."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PIL.Image import Image

from flyers.core.boxes import Box
from flyers.core.sheets import Imposition, Layer, Mark, Page, Placement
from flyers.press.read.file_facts import facts
from flyers.press.read.raster import rasters
from flyers.press.write.drawing import numbers
from imposed_sheets import PAPER, imposed, opened, printed
from typeset_pages import QUARTERS, HandMade, link, pdf_of, quarters


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
