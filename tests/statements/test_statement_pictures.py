"""Pictures: which are used, which are not, and what remains."""

import os
from math import inf
from pathlib import Path

import pytest
from PIL import Image

from examples import html
from flyers.core.errors import ImageError
from flyers.statements import read
from flyers.statements.statement import Statement

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{}</svg>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a post, a picture beside it, one in static, and one outside of both."""
    (tmp_path / "post").mkdir()
    (tmp_path / "static").mkdir()
    Image.new("RGB", (40, 30), "green").save(tmp_path / "post" / "park.png")
    Image.new("RGB", (20, 10), "blue").save(tmp_path / "static" / "lake.jpg")
    Image.new("RGB", (5, 5), "red").save(tmp_path / "secret.png")
    return tmp_path


def post(site: Path, body: str, *, strict: bool = False) -> Statement:
    """A statement in the site's post folder."""
    path = site / "post" / "a.md"
    path.write_text(f"---\ntitle: Park\n---\nText.\n\n{body}\n")
    return read(path, static=site / "static", strict=strict)


def test_a_picture_becomes_a_figure(site: Path) -> None:
    given = post(site, "![The park](park.png)")
    assert html(given) == (
        '<p>Text.</p>\n<figure><img src="picture:0" alt="The park" class="picture" /></figure>'
    )
    (picture,) = given.pictures
    assert picture.path == site / "post" / "park.png"
    assert (picture.width, picture.height, picture.alt) == (40, 30, "The park")
    assert given.notes == ()


def test_static_pictures(site: Path) -> None:
    given = post(site, "![](/lake.jpg) ![](lake.jpg?v=2) ![](/park.png)")
    assert [picture.path.name for picture in given.pictures] == ["lake.jpg", "park.png"]


def test_a_shortcode_with_its_caption(site: Path) -> None:
    given = post(site, '{{< figure src="park.png" alt="Trees" caption="The *old* park" >}}')
    assert "<figcaption>The old park</figcaption></figure>" in html(given)


def test_a_picture_in_a_line_stands_before_or_after_it(site: Path) -> None:
    before = post(site, "![](park.png) Some words.")
    assert [block.tag for block in before.blocks] == ["p", "figure", "p"]
    after = post(site, "Some words. ![](park.png)\n\n## And\n\nMore.")
    assert [block.tag for block in after.blocks] == ["p", "p", "figure", "h2", "p"]


def test_a_picture_in_a_link_and_an_item(site: Path) -> None:
    given = post(site, "- [![](park.png)](https://example.org) Words")
    assert html(given).endswith(
        '<ul><li>Words<figure><img src="picture:0" alt="park.png" class="picture" />'
        "</figure></li></ul>"
    )


OUTSIDE = [
    "../secret.png",
    "../../secret.png",
    "%2e%2e/secret.png",
    "/../secret.png",
    "file:///etc/passwd",
    "http://example.org/a.png",
    "//example.org/a.png",
    "data:image/png;base64,AAAA",
    "none.png",
    "link.png",
    "linked/secret.png",
    ".",
    "%00.png",
    "http://[",
]


@pytest.mark.parametrize("address", OUTSIDE)
def test_what_is_outside_is_left_out(site: Path, address: str) -> None:
    (site / "post" / "link.png").symlink_to(site / "secret.png")
    (site / "post" / "linked").symlink_to(site)
    picture = f'<figure><a href="/x"><img src="{address}" alt="x"></a>'
    given = post(site, f"{picture}<figcaption>Gone</figcaption></figure>")
    assert html(given) == "<p>Text.</p>"
    assert given.pictures == ()
    note, caption = given.notes
    assert note.severity == "warning"
    assert caption.message == "“Gone”: a caption, and its picture is left out"
    with pytest.raises(ImageError, match="cannot be used"):
        post(site, picture, strict=True)


def test_the_note_names_the_picture(site: Path) -> None:
    (note,) = post(site, "![x](http://example.org/a.png)").notes
    assert note.message.startswith("http://example.org/a.png: ")
    assert "nothing is fetched" in note.message


def test_a_statement_from_standard_input_has_no_folder(site: Path) -> None:
    text = b"# Park\n\nText. ![](/lake.jpg) ![](park.png)"
    given = read(None, text=text, static=site / "static")
    assert [picture.path.name for picture in given.pictures] == ["lake.jpg"]
    assert [note.message.partition(":")[0] for note in given.notes] == ["park.png"]


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "webp", "tif"])
def test_formats(site: Path, suffix: str) -> None:
    Image.new("RGB", (64, 48), "green").save(site / "post" / f"a.{suffix}")
    (picture,) = post(site, f"![](a.{suffix})").pictures
    assert (picture.width, picture.height) == (64, 48)


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "webp", "tif"])
def test_broken_files(site: Path, suffix: str) -> None:
    whole = site / "post" / f"a.{suffix}"
    Image.effect_noise((64, 64), 50).convert("RGB").save(whole)
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    (note,) = post(site, f"![](a.{suffix})").notes
    (why,) = note.message.split(": ", 1)[1:]
    assert why.startswith(("the file is broken", "it cannot be read", "it is not one of"))


def test_other_formats_and_sizes(site: Path) -> None:
    Image.new("RGB", (8, 8)).save(site / "post" / "a.bmp")
    (site / "post" / "b.png").write_bytes(b"")
    Image.new("1", (9000, 9000)).save(site / "post" / "c.png")
    with (site / "post" / "d.png").open("wb") as huge:
        huge.truncate(41_000_000)
    given = post(site, "![](a.bmp) ![](b.png) ![](c.png) ![](d.png)")
    assert [note.message for note in given.notes] == [
        "a.bmp: it is not one of PNG, JPEG, GIF, WEBP, TIFF or SVG",
        "b.png: it is not one of PNG, JPEG, GIF, WEBP, TIFF or SVG",
        "c.png: it has more than 60 million pixels",
        "d.png: its file is larger than 40 MB",
    ]


@pytest.mark.parametrize("size", [(20000, 3), (3, 900), (61, 3)])
def test_a_line_is_left_out(site: Path, size: tuple[int, int]) -> None:
    Image.new("RGB", size, "green").save(site / "post" / "line.png")
    (note,) = post(site, "![](line.png)").notes
    assert note.message == f"line.png: it is no more than a line, {size[0]} by {size[1]} pixels"


def test_a_long_picture_that_is_no_line_stays(site: Path) -> None:
    Image.new("RGB", (60, 3), "green").save(site / "post" / "banner.png")
    assert len(post(site, "![](banner.png)").pictures) == 1


def test_pixels_say_how_wide_a_picture_may_be_and_a_drawing_has_none(site: Path) -> None:
    (site / "post" / "tree.svg").write_text(SVG.format(""))
    given = post(site, "![](park.png) ![](tree.svg)")
    assert [picture.widest for picture in given.pictures] == [40, inf]


def test_a_photo_that_lies_on_its_side(site: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (64, 48)).save(site / "post" / "a.jpg", exif=exif)
    (picture,) = post(site, "![](a.jpg)").pictures
    assert (picture.width, picture.height) == (48, 64)


def test_a_pipe_is_not_read(site: Path) -> None:
    os.mkfifo(site / "post" / "pipe.png")
    (note,) = post(site, "![](pipe.png)").notes
    assert note.sentence == (
        "line 6: pipe.png: there is no such file. "
        "The picture is left out; mend it, or take it out of the text."
    )


def test_svg(site: Path) -> None:
    (site / "post" / "a.svg").write_text(SVG.format('<use href="#a"/><rect fill="url(#b)"/>'))
    (picture,) = post(site, "![](a.svg)").pictures
    assert (picture.width, picture.height) == (20, 10)


UNSAFE = [
    "<script>1</script>",
    '<image href="a.png"/>',
    '<use href="b.svg#a"/>',
    '<rect fill="url(http://example.org)"/>',
    "<style>@import 'a.css'</style>",
    '<rect style="fill:u\\72l(a)"/>',
    '<rect onload="x()"/>',
    "<foreignObject/>",
    '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="https://example.org"/>',
]


@pytest.mark.parametrize("inner", UNSAFE)
def test_svg_that_shows_more_than_itself(site: Path, inner: str) -> None:
    (site / "post" / "a.svg").write_text(SVG.format(inner))
    (note,) = post(site, "![](a.svg)").notes
    assert "scripts, entities or other files" in note.message


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "entities"),
        ('<?xml-stylesheet href="a.css"?>' + SVG, "other files"),
        ("<svg", "broken"),
        ("<html/>", "not an SVG"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "viewBox"),
    ],
)
def test_svg_that_is_wrong(site: Path, text: str, why: str) -> None:
    (site / "post" / "a.svg").write_text(text)
    (note,) = post(site, "![](a.svg)").notes
    assert why in note.message


def test_pillow_is_left_as_it_was(site: Path) -> None:
    before = Image.MAX_IMAGE_PIXELS
    post(site, "![](park.png)")
    assert before == Image.MAX_IMAGE_PIXELS
