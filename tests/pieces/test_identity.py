"""A campaign's identity: its colours, faces, name, lines and logo on every layout."""

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageChops

from flyers import Job, Piece
from flyers.campaign import campaign_for
from flyers.catalogue.contrast import TEXT, contrast
from flyers.core.errors import ConfigError, GlyphError
from flyers.core.shipped import shipped
from flyers.pieces.workshop import Workshop
from flyers.press.read.raster import rasters
from flyers.typesetting.fit.dressing import dressed
from flyers.typesetting.layouts import layout_folders, layout_named
from flyers.typesetting.start_layout import LayoutRequest
from flyers.typesetting.start_layout import run as new_layout
from making import EXAMPLES, POOL, URL, all_letters, squeezed, written

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<rect width="40" height="20" fill="#1a7f37"/></svg>'
)
IDENTITY = """\
[campaign]
name = "Riverside Neighbours"
logo = "logo.svg"
contact = ["3 Mill Lane, Riverside", "hello@riverside.example"]
palette = { accent = "#8a1538", plate = { rgb = "#f2c230", cmyk = [0, 20, 90, 0] } }
"""
GREEN = (26, 127, 55)
YELLOW = (242, 194, 48)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    written(tmp_path, "logo.svg", DRAWING)
    written(tmp_path, "flyers.toml", IDENTITY)
    return tmp_path


def made(workshop: Workshop, home: Path, text: str = POOL, **options: Any) -> tuple[Piece, bytes]:
    statement = written(home, "pool.md", text)
    piece = workshop.make(
        Job(statement=statement, url=URL, out=home / "out", previews=False, **options)
    )
    return piece, piece.file.read_bytes()


def has(pdf: bytes, colour: tuple[int, int, int], share: float) -> bool:
    """Return True if a side has that much of a colour."""
    for side in rasters(pdf, dpi=60):
        flat = Image.new("RGB", side.size, colour)
        apart = ImageChops.difference(side.convert("RGB"), flat).convert("L")
        if sum(apart.histogram()[:8]) > share * side.width * side.height:
            return True
    return False


# ---- on paper ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layout", "fmt"),
    [
        *(("statement", "letter"), ("headline", "letter"), ("event", "half-sheet")),
        *(("statement", "tri-fold"), ("headline", "half-sheet")),
    ],
)
def test_every_layout_shows_who_speaks(
    workshop: Workshop, home: Path, layout: str, fmt: str
) -> None:
    text = (EXAMPLES / "sunday-hours.md").read_text("utf-8")
    piece, pdf = made(workshop, home, text, layout=layout, format=fmt)
    told = [one for one in piece.findings if one.severity != "note"]
    assert [one for one in told if one.check != "excerpt"] == []
    letters = all_letters(pdf)
    for line in ("Riverside Neighbours", "3 Mill Lane, Riverside", "hello@riverside.example"):
        assert squeezed(line) in letters
    assert has(pdf, GREEN, 0.0005)
    assert has(pdf, YELLOW, 0.001)


def test_a_name_alone_takes_the_sites_place(workshop: Workshop, tmp_path: Path) -> None:
    written(tmp_path / "named", "flyers.toml", '[campaign]\nname = "Riverside Neighbours"\n')
    _, pdf = made(workshop, tmp_path / "named")
    assert all_letters(pdf).count("RiversideNeighbours") == 1
    _, bare = made(workshop, tmp_path / "bare")
    assert "RiversideNeighbours" not in all_letters(bare)


def test_telephone_numbers_go_from_left_to_right_in_every_script(
    workshop: Workshop, home: Path
) -> None:
    written(home, "flyers.toml", '[campaign]\nname = "A"\ncontact = ["555 0142"]\n')
    _, pdf = made(workshop, home, POOL.replace("---\n", "---\nlang: ar\n", 1))
    assert "5550142" in all_letters(pdf)


def test_a_press_prints_the_inks_that_the_palette_gives(workshop: Workshop, home: Path) -> None:
    _, pdf = made(workshop, home, layout="headline", printer="shop")
    with pikepdf.open(BytesIO(pdf)) as file:
        streams = [
            bytes(one.read_bytes())
            for one in file.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"
        ]
    painted = b" ".join([*streams, *_contents(pdf)])
    assert b"0 0.2 0.9 0 k" in painted


def _contents(pdf: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [page.Contents.read_bytes() for page in file.pages]


def test_black_ink_alone_needs_no_colours(workshop: Workshop, home: Path) -> None:
    written(home, "logo.svg", DRAWING.replace("#1a7f37", "#111"))
    piece, pdf = made(workshop, home, layout="event", printer="home-bw")
    assert [one.check for one in piece.findings if one.severity != "note"] == []
    assert not has(pdf, YELLOW, 0.0001)


# ---- colours -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "type_on_it"),
    [
        ("#f2c230", "#000000"),
        ("#8a1538", "#ffffff"),
        ("#767676", "#ffffff"),
        ("#7d7d7d", "#000000"),
    ],
)
def test_type_on_a_plate_is_what_can_be_read_there(
    home: Path, colour: str, type_on_it: str
) -> None:
    written(home, "flyers.toml", f'[campaign]\npalette.plate = "{colour}"\n')
    layout = layout_named("statement", layout_folders())
    palette = dressed(layout, campaign_for(home).identity).palette
    plate, on_plate = palette["plate"].rgb, palette["on-plate"].rgb
    assert palette["on-plate"].css == type_on_it
    assert plate and on_plate and contrast(plate, on_plate) >= TEXT


def test_one_colour_is_enough(home: Path) -> None:
    written(home, "flyers.toml", '[campaign]\npalette.accent = "#0b5d3b"\n')
    layout = layout_named("event", layout_folders())
    palette = dressed(layout, campaign_for(home).identity).palette
    assert palette["accent"] == palette["plate"] == palette["band"]


WRONG = {
    "palette.accent = '#f2c230'": (
        r"line 2: \[campaign.palette\] accent = '#f2c230' is too pale for type on white: its "
        "contrast is 1.6 to 1, and has to be 4.5; write '#937200', the nearest that can be read. "
        "As plate, the colour of areas, it is good."
    ),
    "palette.title = '#ff9aa2'": r"its contrast is 2 to 1, and has to be 3; write '#",
    "faces.title = 'Antn'": r"\[campaign.faces\] title = 'Antn' is a font that is not here; ",
    "name = '水'": "no font here has the letter 水",
    "logo = 'none.svg'": r"line 2: \[campaign\] logo names none.svg, which is no file",
    "logo = 'script.svg'": "logo script.svg cannot be used: it is an SVG that uses scripts",
    "logo = 'far.svg'": "logo far.svg cannot be used: it is an SVG that uses scripts",
    "logo = 'tiny.png'": r"it has 60 by 30 pixels, 37 to the inch .* one of 5.5 times as many",
    "logo = 'notes.txt'": "logo notes.txt cannot be used: it is not one of PNG",
}


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_what_cannot_be_printed_is_refused(
    workshop: Workshop, home: Path, text: str, said: str
) -> None:
    written(home, "flyers.toml", f"[campaign]\n{text}\n")
    written(home, "script.svg", DRAWING.replace("<rect", "<script>alert(1)</script><rect"))
    written(home, "far.svg", DRAWING.replace("<rect", '<image href="https://a.example/x"/><rect'))
    written(home, "notes.txt", "no picture")
    Image.new("RGB", (60, 30), "red").save(home / "tiny.png")
    with pytest.raises((ConfigError, GlyphError), match=said):
        made(workshop, home)
    assert not (home / "out").exists()


@pytest.mark.parametrize(("width", "warned"), [(170, True), (400, False)])
def test_a_coarse_logo_is_warned_of(
    workshop: Workshop, home: Path, width: int, warned: bool
) -> None:
    Image.new("RGB", (width, width // 2), GREEN).save(home / "logo.png")
    written(home, "flyers.toml", '[campaign]\nlogo = "logo.png"\n')
    piece, pdf = made(workshop, home)
    warnings = [one.check for one in piece.findings if one.severity == "warning"]
    assert warnings == ["image-resolution"] * warned
    assert has(pdf, GREEN, 0.0005)


# ---- faces, and what is beside the file ----------------------------------------------------


def test_titles_are_set_in_the_campaigns_face(workshop: Workshop, home: Path) -> None:
    written(home, "flyers.toml", '[campaign.faces]\ntitle = "Anton"\ntext = "Source Sans 3"\n')
    _, pdf = made(workshop, home)
    fonts = {name for page in _fonts(pdf) for name in page}
    assert any("Anton" in name for name in fonts)
    assert not any("Serif" in name or "Fira" in name for name in fonts)


def _fonts(pdf: bytes) -> list[set[str]]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            {str(one.BaseFont)}
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        ]


def test_fonts_and_layouts_are_found_beside_flyers_toml(workshop: Workshop, home: Path) -> None:
    statements = home / "content" / "posts"
    new_layout(LayoutRequest(name="own", base="headline", into=home / "layouts"))
    (home / "fonts").mkdir()
    shutil.copy(shipped("fonts") / "Anton_400Regular.ttf", home / "fonts" / "A.ttf")
    path = written(statements, "pool.md")
    reading = workshop.read(Job(statement=path, url=URL))
    assert (home / "fonts").resolve() in reading.fonts
    piece = workshop.make(Job(statement=path, url=URL, layout="own", out=home / "out"))
    assert piece.layout == "own"
