"""The printer home-bw: black ink alone, and little of it."""

from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from flyers import Job, make
from flyers.colour.pictures import in_grey
from flyers.press.read.raster import rasters
from making import URL

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "statements"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Image.Image]]:
    """The sides of an example that has a coloured picture, by layout, format and printer."""
    return cache(partial(sides_of, tmp_path_factory.mktemp("made")))


def sides_of(out: Path, layout: str, fmt: str, printer: str) -> list[Image.Image]:
    statement = EXAMPLES / "orchard-park-plan.md"
    job = Job(
        statement=statement,
        layout=layout,
        format=fmt,
        printer=printer,
        url=URL,
        out=out,
        when="2027-05-12T19:00",
        where="City Hall",
        previews=False,
    )
    return rasters(make(job).file.read_bytes(), dpi=60)


def is_coloured(picture: Image.Image) -> bool:
    red, green, blue = picture.convert("RGB").split()
    return any(ImageChops.difference(*pair).getbbox() for pair in ((red, green), (green, blue)))


def ink(picture: Image.Image) -> float:
    """The share of the paper that is covered."""
    counts = picture.convert("L").histogram()
    return sum((255 - shade) * count for shade, count in enumerate(counts)) / 255 / sum(counts)


@pytest.mark.parametrize("layout", ["statement", "headline", "event"])
@pytest.mark.parametrize("fmt", ["letter", "tri-fold", "half-sheet"])
def test_nothing_is_in_colour(made: Callable[..., Any], layout: str, fmt: str) -> None:
    assert not any(is_coloured(side) for side in made(layout, fmt, "home-bw"))


@pytest.mark.parametrize("layout", ["statement", "headline", "event"])
def test_areas_of_colour_become_frames(made: Callable[..., Any], layout: str) -> None:
    black, colour = (ink(made(layout, "tri-fold", name)[0]) for name in ("home-bw", "home"))
    assert black < 0.7 * colour


MAP = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"
 viewBox="0 0 300 200">
<style>.lake { fill: /* deep */ RoyalBlue !important } text { font-family: Red; fill: #0a0 }</style>
<defs>
  <linearGradient id="add"><stop stop-color="red"/><stop offset="1" style="stop-color:gold"/>
  </linearGradient>
  <g id="stop"><circle r="20"/></g>
</defs>
<rect width="300" height="200" fill="#c00"/>
<rect class="lake" width="80" height="80"/>
<rect y="100" width="80" height="80" style="fill:url(#add) green; stroke: hsl(20 100% 50%)"/>
<g color="tomato" fill="currentColor"><use x:href="#stop" x="200" y="60"/></g>
<rect x="240" width="30" height="30" fill="lab(50% 60 40)"/>
<rect x="240" y="40" width="30" height="30" fill="device-cmyk(0 1 1 0)"/>
<rect x="240" y="80" width="30" height="30" fill="rgb(0 90 200 / 50%)"/>
<text x="90" y="150" font-size="30">Map</text>
</svg>
"""


def test_drawings_are_in_grey_wherever_their_colours_stand(tmp_path: Path) -> None:
    """The logo as well as the picture, without a finding."""
    (tmp_path / "map.svg").write_text(MAP, "utf-8-sig")
    (tmp_path / "flyers.toml").write_text(
        '[campaign]\nname = "Riverside Riders"\nlogo = "map.svg"\n'
    )
    text = "# The new bus stop\n\nIt stands where the map shows it.\n\n![Map](map.svg)\n"
    (tmp_path / "stop.md").write_text(text)
    job = Job(statement=tmp_path / "stop.md", printer="home-bw", url=URL, out=tmp_path / "out")
    piece = make(job)
    assert not any(is_coloured(side) for side in rasters(piece.file.read_bytes(), dpi=60))
    assert [f.message for f in piece.findings if f.check == "grey"] == []


@pytest.mark.parametrize(
    ("colour", "grey"),
    [
        ("#c00", 61),  # 0.299 x 204
        ("blue", 29),
        ("white", 255),
        ("hsl(120 100% 50%)", 150),
        ("lab(50% 60 40)", 119),
        ("device-cmyk(0 0 0 0.6)", 102),
    ],
)
def test_a_drawing_is_as_light_as_it_was(colour: str, grey: int) -> None:
    svg = f'<svg viewBox="0 0 9 9"><path fill="{colour}" stroke="none"/></svg>'.encode()
    assert f'fill="rgb({grey} {grey} {grey} / 1)" stroke="none"'.encode() in in_grey(svg)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "CMYK"])
def test_pictures_of_every_kind_turn_grey(mode: str) -> None:
    file = BytesIO()
    Image.new("RGB", (4, 3), "#b3261e").convert(mode).save(
        file, "TIFF" if mode == "CMYK" else "PNG"
    )
    with Image.open(BytesIO(in_grey(file.getvalue()))) as grey:
        assert grey.size == (4, 3)
        assert not is_coloured(grey)
