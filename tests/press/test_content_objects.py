"""Everything that a page paints by its resources: transparency, forms, patterns, layers, images."""

from io import BytesIO

import pytest
from PIL import Image

from awkward.building import document, form, page, stream, written
from flyers.press.read.file_facts import facts
from painted_pages import box, content, paint

# ---- what is seen through, and what overprints -------------------------------------


@pytest.mark.parametrize(
    ("state", "look"),
    [
        ("/ca .5", (0.5, "Normal", False, False, 0)),
        ("/BM /Multiply", (1, "Multiply", False, False, 0)),
        ("/BM [/Compatible]", (1, "Normal", False, False, 0)),
        ("/SMask << /S /Luminosity >>", (1, "Normal", True, False, 0)),
        ("/SMask /None", (1, "Normal", False, False, 0)),
        ("/OP true /OPM 1", (1, "Normal", False, True, 1)),
        ("/OP true /op false", (1, "Normal", False, False, 0)),
    ],
)
def test_how_a_state_makes_things_look(state: str, look: tuple[object, ...]) -> None:
    one = paint("/S gs 0 0 9 9 re f", f"/ExtGState << /S << {state} >> >>")
    assert (one.alpha, one.blend, one.masked, one.overprint, one.mode) == look


# ---- forms, patterns, shadings, layers, tags ---------------------------------------


def test_a_form_is_painted_where_it_is_placed_and_within_its_box() -> None:
    one = paint(
        "q 2 0 0 2 100 0 cm /X Do Q",
        "/XObject << /X 5 0 R >>",
        o5=form("1 0 0 rg -5 -5 100 100 re f", 10, 10),
    )
    assert one.box == box(100, 0, 120, 20)


def test_the_colours_of_a_shading() -> None:
    shading = (
        "<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 1 0] /Function "
        "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 1 0] >> >>"
    )
    paints = content("0 0 10 10 re W n /S sh", f"/Shading << /S {shading} >>").paints
    assert [(one.use, one.colour.coverage, one.area) for one in paints] == [
        ("shading", 0, 50),
        ("shading", 300, 50),
    ]


def test_what_a_tiling_pattern_is_made_of() -> None:
    tile = stream(
        b"1 0 0 rg 0 0 3 3 re f",
        "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 "
        "/Resources << >>",
    )
    one = paint("/Pattern cs /P scn 0 0 90 90 re f", "/Pattern << /P 5 0 R >>", o5=tile)
    assert one.colour.space == "rgb"


def test_a_layer_that_is_off_is_not_painted() -> None:
    one = page(
        1,
        resources="/Resources << /Properties << /On 5 0 R /Off 6 0 R >> >>",
        contents=b"/OC /Off BDC 0 0 9 9 re f EMC /OC /On BDC 20 0 5 5 re f EMC",
    )
    pdf = written(
        document(
            one,
            catalog="/OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [6 0 R] >> >>",
            more={5: "<< /Type /OCG /Name (Text) >>", 6: "<< /Type /OCG /Name (Old text) >>"},
        )
    )
    found = facts(pdf)
    (painted,) = found.pages[0].content.paints
    assert painted.box.width == 5
    assert (found.layers, found.hidden_layers) == (("Text", "Old text"), ("Old text",))


def test_what_is_neither_tagged_nor_an_artifact_is_counted() -> None:
    text = "BT /F 9 Tf 10 10 Td (ab) Tj ET"
    tagged = content(f"/P << /MCID 0 >> BDC {text} EMC /Artifact BMC 0 0 5 5 re f EMC")
    assert (tagged.untagged, tagged.untagged_letters) == (0, 0)
    bare = content(f"{text} 0 0 5 5 re f")
    assert (bare.untagged, bare.untagged_letters) == (2, 2)


# ---- pictures ----------------------------------------------------------------------


def jpeg(mode: str, colour: tuple[int, ...], quality: int) -> bytes:
    file = BytesIO()
    picture = Image.effect_noise((40, 20), 60) if mode == "L" else Image.new(mode, (40, 20), colour)
    picture.save(file, "JPEG", quality=quality)
    return file.getvalue()


def picture(entries: str, data: bytes) -> bytes:
    return stream(data, f"/Type /XObject /Subtype /Image /Width 40 /Height 20 {entries}")


PLACED = "q 72 0 0 36 10 10 cm /X Do Q"
XOBJECT = "/XObject << /X 5 0 R >>"


@pytest.mark.parametrize("quality", [20, 50, 75, 95])
def test_the_quality_of_a_jpeg(quality: int) -> None:
    made = picture(
        "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", jpeg("L", (), quality)
    )
    (found,) = content(PLACED, XOBJECT, o5=made).images
    assert found.kind == "DCTDecode"
    assert found.quality == pytest.approx(quality, abs=2)


def test_the_resolution_is_that_of_the_lesser_way() -> None:
    made = picture("/ColorSpace /DeviceGray /BitsPerComponent 8", b"\x00" * 800)
    (found,) = content("q 72 0 0 72 10 10 cm /X Do Q", XOBJECT, o5=made).images
    assert (found.ppi, found.space, found.box) == (20, "grey", box(10, 10, 82, 82))


@pytest.mark.parametrize(
    ("decode", "heavy"), [("/Decode [1 0 1 0 1 0 1 0]", 1), ("", 0)], ids=["adobe's", "plain"]
)
def test_how_much_ink_a_jpeg_has(decode: str, heavy: int) -> None:
    # Pillow writes inks as Adobe does: 255 is none.
    ink = jpeg("CMYK", (255, 255, 204, 128), 95)
    entries = f"/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode {decode}"
    (found,) = content(PLACED, XOBJECT, o5=picture(entries, ink)).images
    assert found.coverage[30] == pytest.approx(heavy, abs=0.01)
    assert found.coverage[0] == 1


def test_how_much_ink_a_picture_without_a_jpeg_has() -> None:
    inks = bytes([255, 255, 255, 0]) * 200 + bytes(4 * 600)
    entries = "/ColorSpace /DeviceCMYK /BitsPerComponent 8"
    (found,) = content(PLACED, XOBJECT, o5=picture(entries, inks)).images
    assert found.coverage[30] == pytest.approx(0.25, abs=0.02)
    assert found.coverage[31] == 0


def test_how_much_ink_a_picture_with_a_palette_has() -> None:
    indexes = bytes([1] * 200 + [0] * 600)
    entries = "/ColorSpace [/Indexed /DeviceCMYK 1 <00000000ffffff00>] /BitsPerComponent 8"
    (found,) = content(PLACED, XOBJECT, o5=picture(entries, indexes)).images
    assert (found.space, found.coverage[30], found.coverage[31]) == ("cmyk", 0.25, 0)


def test_a_mask_is_painted_in_the_colour() -> None:
    entries = "/ImageMask true /BitsPerComponent 1"
    (found,) = content(f"1 0 0 rg {PLACED}", XOBJECT, o5=picture(entries, b"\x00" * 100)).images
    assert found.colour
    assert (found.space, found.colour.space, found.bits) == (None, "rgb", 1)


def test_a_picture_within_the_content() -> None:
    data = b"q 72 0 0 36 0 0 cm BI /W 2 /H 1 /BPC 8 /CS /RGB ID \x00\x01\x02\x03\x04\x05 EI Q"
    (found,) = content(data).images
    assert (found.width, found.height, found.space) == (2, 1, "rgb")


def test_a_page_in_units_of_its_own() -> None:
    found = content("10 10 20 20 re f 2 w 0 50 m 90 50 l S", entries="/UserUnit 2")
    area, line = found.paints
    assert area.box == box(20, 20, 60, 60)
    assert line.line == 4
