"""The printer home-bw: black ink alone, and little of it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from flyers import Job, make
from flyers.colour.pictures import in_grey
from flyers.preview import rasters
from making import URL

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "statements"


def made(tmp_path: Path, layout: str, fmt: str, printer: str) -> list[Image.Image]:
    """The sides of an example that has a coloured picture."""
    statement = EXAMPLES / "orchard-park-plan.md"
    job = Job(
        statement=statement,
        layout=layout,
        format=fmt,
        printer=printer,
        url=URL,
        out=tmp_path,
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
def test_nothing_is_in_colour(tmp_path: Path, layout: str, fmt: str) -> None:
    assert not any(is_coloured(side) for side in made(tmp_path, layout, fmt, "home-bw"))


@pytest.mark.parametrize("layout", ["statement", "headline", "event"])
def test_areas_of_colour_become_frames(tmp_path: Path, layout: str) -> None:
    black, colour = (
        ink(made(tmp_path / name, layout, "tri-fold", name)[0]) for name in ("home-bw", "home")
    )
    assert black < 0.7 * colour


def test_a_drawing_in_colour_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">'
        '<rect width="300" height="200" fill="#c00"/></svg>'
    )
    text = "# The new bus stop\n\nIt stands where the map shows it.\n\n![Map](map.svg)\n"
    (tmp_path / "stop.md").write_text(text)
    job = Job(statement=tmp_path / "stop.md", printer="home-bw", url=URL, out=tmp_path / "out")
    findings = make(job).findings
    assert [f.severity for f in findings if f.check == "grey"] == ["warning"]


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "CMYK"])
def test_pictures_of_every_kind_turn_grey(mode: str) -> None:
    file = BytesIO()
    Image.new("RGB", (4, 3), "#b3261e").convert(mode).save(
        file, "TIFF" if mode == "CMYK" else "PNG"
    )
    with Image.open(BytesIO(in_grey(file.getvalue()))) as grey:
        assert grey.size == (4, 3)
        assert not is_coloured(grey)
