"""What people wrote into a photograph stays with them."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from flyers.catalogue.printers import PRINTERS
from flyers.colour.jpeg_notes import without_notes
from flyers.colour.pictures import prepared_for


def photograph(mode: str = "RGB") -> bytes:
    """A JPEG with a comment, a caption, its place, a profile and an orientation."""
    target = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new(mode, (30, 20), 90 if mode == "L" else (90,) * len(mode)).save(
        target, "JPEG", exif=exif, comment=b"by N. N.", icc_profile=profile, dpi=(300, 300)
    )
    data = target.getvalue()
    notes = b"\xff\xe1\0\x1ehttp://ns.adobe.com/xap/1.0/" + b"\xff\xed\0\x0aCaption."
    return data[:2] + notes + data[2:]


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_photograph_looks_the_same_without_its_notes(mode: str) -> None:
    before, after = photograph(mode), without_notes(photograph(mode))
    for note in (b"by N. N.", b"xap", b"Caption"):
        assert note in before
        assert note not in after
    one, other = (Image.open(BytesIO(data)) for data in (before, after))
    assert one.tobytes() == other.tobytes()
    for name in ("dpi", "icc_profile", "adobe"):
        assert one.info.get(name) == other.info.get(name)
    assert other.getexif()[0x0112] == 6


@pytest.mark.parametrize("name", ["home", "home-bw", "shop", "web"])
def test_no_printer_gets_them(name: str) -> None:
    assert b"N. N." not in prepared_for(PRINTERS[name])(photograph())


@given(st.binary(max_size=40))
def test_what_is_no_whole_jpeg_stays_as_it_is_or_shorter(rest: bytes) -> None:
    assert without_notes(rest) == rest or rest.startswith(b"\xff\xd8")
    assert len(without_notes(b"\xff\xd8" + rest)) <= 2 + len(rest)
