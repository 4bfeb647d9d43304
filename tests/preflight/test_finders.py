"""QR codes that can be seen but not read are found by the eyes in their corners."""

import pytest
from PIL import Image, ImageDraw

from faults import good
from faults.stuff import modules
from flyers.preflight.evidence.barcodes import read_barcodes
from flyers.preflight.evidence.finders import find_codes
from flyers.press.read.raster import rasters

ADDRESS = "https://orchard.example/open"


def spoiled(module: int = 4) -> Image.Image:
    """A page with a code that has its eyes and no more."""
    rows = modules(ADDRESS)
    page = Image.new("L", (400, 500), 255)
    pen = ImageDraw.Draw(page)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                left, top = 100 + x * module, 150 + y * module
                pen.rectangle((left, top, left + module - 1, top + module - 1), 0)
    middle = (100 + 9 * module, 150 + 9 * module, 100 + 20 * module, 150 + 20 * module)
    pen.rectangle(middle, 255)
    return page


def test_a_code_that_cannot_be_read_is_seen() -> None:
    page = spoiled()
    assert read_barcodes(page) == []
    side = 4 * len(modules(ADDRESS))
    ((left, top, right, bottom),) = find_codes(page)
    assert (left, top, right, bottom) == pytest.approx((100, 150, 100 + side, 150 + side), abs=2)


@pytest.mark.parametrize("angle", [7, 45, 90, 180, 255])
def test_however_it_is_turned(angle: float) -> None:
    page = spoiled().rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    assert len(find_codes(page)) == 1


def test_two_on_a_page() -> None:
    page = Image.new("L", (800, 500), 255)
    page.paste(spoiled(), (0, 0))
    page.paste(spoiled(), (400, 0))
    assert len(find_codes(page)) == 2


@pytest.mark.parametrize("printer", ["shop", "home"])
def test_text_and_pictures_have_no_eyes(printer: str) -> None:
    draft = good(printer)
    del draft.front.parts["code"]
    assert [find_codes(page) for page in rasters(draft.written(), dpi=150, grey=True)] == [[], []]


def test_what_is_read_is_seen_too() -> None:
    (page, _) = rasters(good("home").written(), dpi=150, grey=True)
    (read,) = read_barcodes(page)
    assert find_codes(page) == [
        pytest.approx((read.left, read.top, read.right, read.bottom), abs=2)
    ]
    assert not read.light


def test_a_light_code_is_told_from_a_dark_one() -> None:
    (page, _) = rasters(good("home").written(), dpi=150, grey=True)
    for angle in (0, 90, 180, 270):
        turned = page.rotate(angle, expand=True)
        (dark,) = read_barcodes(turned)
        (light,) = read_barcodes(turned.point(lambda grey: 255 - grey))
        assert (dark.light, light.light) == (False, True)
