"""Pictures of pages, and where their letters are."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from flyers.press.read.raster import contact_sheet, glyph_boxes, png, rasters, save_png
from typeset_pages import HandMade, pdf_of

FONT = Path(__file__).parents[2] / "fonts" / "SourceSans3-Regular.ttf"

SQUARE = HandMade(content="1 0 0 rg\n50 50 25 25 re f", media=(0, 0, 100, 200))


def words(text: str, *, at: tuple[int, int]) -> HandMade:
    return HandMade(content=f"BT /F 20 Tf\n{at[0]} {at[1]} Td ({text}) Tj ET")


def test_a_picture_has_the_size_of_its_page() -> None:
    pictures = rasters(pdf_of(SQUARE, SQUARE), dpi=144)
    assert [(picture.size, picture.mode) for picture in pictures] == [((200, 400), "RGB")] * 2


def test_colours_are_what_they_are() -> None:
    (picture,) = rasters(pdf_of(SQUARE), dpi=72)
    assert picture.getpixel((60, 140)) == (255, 0, 0)
    assert picture.getpixel((40, 140)) == (255, 255, 255)


def test_a_grey_picture_has_one_channel() -> None:
    (picture,) = rasters(pdf_of(SQUARE), dpi=72, grey=True)
    assert picture.mode == "L"


def test_letters_are_found_where_they_stand() -> None:
    found = glyph_boxes(pdf_of(SQUARE, words("A b", at=(30, 40))), 1)
    assert [letter for letter, _ in found] == ["A", "b"]
    (_, first), (_, second) = found
    assert first.left == pytest.approx(30, abs=1)
    assert first.bottom == pytest.approx(40, abs=1)
    assert first.height == pytest.approx(14.4, abs=1)  # Helvetica's capitals: 0.718 of 20 pt
    assert first.right < second.left


def test_a_png_knows_its_size_on_paper() -> None:
    (picture,) = rasters(pdf_of(SQUARE), dpi=120)
    again = Image.open(BytesIO(png(picture, dpi=120)))
    assert again.size == picture.size
    assert again.tobytes() == picture.tobytes()
    assert again.info["dpi"] == pytest.approx((120, 120), abs=0.1)


def test_a_png_is_written_whole(tmp_path: Path) -> None:
    (picture,) = rasters(pdf_of(SQUARE), dpi=72)
    save_png(picture, tmp_path / "one.png")
    assert [path.name for path in tmp_path.iterdir()] == ["one.png"]
    with Image.open(tmp_path / "one.png") as again:
        assert again.size == (100, 200)


def test_a_png_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (picture,) = rasters(pdf_of(SQUARE), dpi=72)
    with pytest.raises(OSError):
        save_png(picture, tmp_path / "no such folder" / "one.png")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("count", "columns", "grid"),
    [(1, None, (1, 1)), (3, None, (2, 2)), (4, None, (2, 2)), (5, None, (3, 2)), (3, 3, (3, 1))],
)
def test_a_contact_sheet_is_a_grid(count: int, columns: int | None, grid: tuple[int, int]) -> None:
    pictures = [Image.new("RGB", (80, 100), "red")] * count
    sheet = contact_sheet(pictures, ["page"] * count, font=FONT, columns=columns, cell=100, gap=20)
    across, down = grid
    assert sheet.size == (20 + across * 120, 20 + down * 140)


def test_a_contact_sheet_shows_each_picture_in_a_frame_with_its_label_below() -> None:
    picture = Image.new("L", (80, 100), 0)
    sheet = contact_sheet([picture], ["front"], font=FONT, cell=100, gap=20).convert("L")
    assert sheet.getpixel((70, 70)) == 0
    ground, frame = sheet.getpixel((5, 5)), sheet.getpixel((29, 70))
    assert isinstance(ground, int)
    assert isinstance(frame, int)
    assert 0 < frame < ground
    label = sheet.crop((20, 121, 120, 140))
    assert label.getextrema() != (ground, ground)


def test_a_contact_sheet_does_not_enlarge() -> None:
    tiny = Image.new("L", (4, 4), 0)
    sheet = contact_sheet([tiny], [""], font=FONT, cell=100, gap=20).convert("L")
    assert sheet.histogram()[0] == 16


def test_every_picture_wants_a_label() -> None:
    with pytest.raises(ValueError, match="a label for each"):
        contact_sheet([Image.new("L", (4, 4))], [], font=FONT)
