"""Everything that a page paints, read from a few operators: colours, sizes, widths, places, images.

Each page is 200 x 100 points; besides the resources that are named it has two fonts, Helvetica as
/F and a composite one as /C.
"""

from io import BytesIO

import pytest
from PIL import Image

from awkward.building import document, form, page, stream, written
from flyers.core.sheets import Box
from flyers.press.read.content.paths import Path, filled
from flyers.press.read.content.tokens import instructions
from flyers.press.read.file_facts import facts
from flyers.press.read.painted import Content, Paint

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Some-Face /Encoding /Identity-H "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 1000 /W [1 [500 250]] >>] >>"
)
"""Two letters, of half an em and a quarter."""

WHOLE = Box(left=0, bottom=0, right=200, top=100)


def content(
    operators: str | bytes, resources: str = "", entries: str = "", **objects: str | bytes
) -> Content:
    """Return the content that a page paints with these operators. ``o5``, ``o6`` … are objects of
    the file."""
    data = operators if isinstance(operators, bytes) else operators.encode()
    one = page(
        1,
        entries,
        media="/MediaBox [0 0 200 100]",
        resources=f"/Resources << /Font << /F 3 0 R /C 9 0 R >> {resources} >>",
        contents=data,
    )
    more = {9: FONT} | {int(name[1:]): body for name, body in objects.items()}
    (found,) = facts(written(document(one, more=more))).pages
    return found.content


def paint(operators: str, resources: str = "", **objects: str | bytes) -> Paint:
    (one,) = content(operators, resources, "", **objects).paints
    return one


def box(left: float, bottom: float, right: float, top: float) -> Box:
    return Box(left=left, bottom=bottom, right=right, top=top)


# ---- operators ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"1 -.5 +2. rg", [(b"rg", [1, -0.5, 2])]),
        (b"(a(b)c\\)\\101\\\nd) Tj", [(b"Tj", [b"a(b)c)Ad"])]),
        (b"<48 6> Tj", [(b"Tj", [b"H\x60"])]),
        (b"[<0041>-20<0042>5] TJ", [(b"TJ", [[b"\x00A\x00B", -15]])]),
        (b"[(a) -20 (b)] TJ", [(b"TJ", [[b"a", -20, b"b"]])]),
        (b"[3 1] 0 d", [(b"d", [[3, 1], 0])]),
        (b"/Span <</MCID 4/A[1 2]>> BDC", [(b"BDC", ["/Span", {"/MCID": 4, "/A": [1, 2]}])]),
        (b"q%a comment (\nQ", [(b"q", []), (b"Q", [])]),
        (b"true false null x", [(b"x", [True, False, None])]),
        (
            b"BI /W 2 /H 1 /BPC 8 /CS /RGB ID \x00 EI \x01 EI Q",
            [(b"BI", [{"/W": 2, "/H": 1, "/BPC": 8, "/CS": "/RGB"}, b"\x00 EI \x01"]), (b"Q", [])],
        ),
        (b"[1 2 re f", [(b"re", []), (b"f", [])]),
    ],
)
def test_a_content_stream_is_its_operators(text: bytes, expected: list[object]) -> None:
    assert [(name, operands) for name, operands, _, _ in instructions(text)] == expected


# ---- colours -----------------------------------------------------------------------

TINT = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0.5 0] /N 1 >>"
SPACES = (
    f"/ColorSpace << /Spot [/Separation /Brand#20Red /DeviceCMYK {TINT}]"
    f" /All [/Separation /All /DeviceCMYK {TINT}]"
    f" /Key [/Separation /Black /DeviceCMYK {TINT}]"
    f" /Two [/DeviceN [/Cyan /Black] /DeviceCMYK {TINT}]"
    f" /Mix [/DeviceN [/Cyan /Gold] /DeviceCMYK {TINT}]"
    " /Icc [/ICCBased 5 0 R] /Cal [/CalRGB << /WhitePoint [1 1 1] >>]"
    " /Lab [/Lab << /WhitePoint [1 1 1] >>] /Few [/Indexed /DeviceRGB 1 <000000ff8000>] >>"
)


@pytest.mark.parametrize(
    ("operators", "space", "values"),
    [
        ("", "grey", (0,)),
        ("0.5 g", "grey", (0.5,)),
        ("1 0 0 rg", "rgb", (1, 0, 0)),
        ("0 .9 .8 0 k", "cmyk", (0, 0.9, 0.8, 0)),
        ("/DeviceCMYK cs", "cmyk", (0, 0, 0, 1)),
        ("/DeviceCMYK cs 1 0 0 0 sc", "cmyk", (1, 0, 0, 0)),
        ("/Spot cs .4 scn", "spot", (0.4,)),
        ("/Key cs .4 scn", "cmyk", (0, 0, 0, 0.4)),
        ("/All cs", "cmyk", (1, 1, 1, 1)),
        ("/Two cs .2 .3 scn", "cmyk", (0.2, 0, 0, 0.3)),
        ("/Mix cs .2 .3 scn", "spot", (0.2, 0.3)),
        ("/Icc cs .2 .3 .4 .5 scn", "cmyk", (0.2, 0.3, 0.4, 0.5)),
        ("/Cal cs 1 1 0 scn", "rgb", (1, 1, 0)),
        ("/Lab cs 50 10 -10 scn", "lab", (50, 10, -10)),
        ("/Few cs 1 sc", "rgb", (1, 0.502, 0)),
        ("0 9 -3 2 k", "cmyk", (0, 1, 0, 1)),
    ],
)
def test_a_colour_is_told_by_what_is_printed(
    operators: str, space: str, values: tuple[float, ...]
) -> None:
    profile = stream(b"", "/N 4")
    colour = paint(f"{operators} 10 10 20 20 re f", SPACES, o5=profile).colour
    assert colour.space == space
    assert colour.values == pytest.approx(values, abs=1e-3)


def test_spots_have_names_and_process_inks_have_none() -> None:
    assert paint("/Spot cs 10 10 20 20 re f", SPACES).colour.spots == ("Brand Red",)
    assert paint("/Mix cs 10 10 20 20 re f", SPACES).colour.spots == ("Gold",)
    assert paint("/Two cs 10 10 20 20 re f", SPACES).colour.spots == ()


def test_strokes_have_a_colour_of_their_own() -> None:
    assert paint("1 0 0 rg 0 1 0 RG 10 10 m 90 10 l S").colour.values == (0, 1, 0)


def test_a_state_is_come_back_to() -> None:
    red, grey = content("q 1 0 0 rg 0 0 5 5 re f Q 20 0 5 5 re f").paints
    assert (red.colour.space, grey.colour.space) == ("rgb", "grey")


# ---- where, and how wide -----------------------------------------------------------


@pytest.mark.parametrize(
    ("operators", "line"),
    [
        ("2 w 10 10 m 90 10 l S", 2),
        ("2 w .1 0 0 .1 0 0 cm 100 100 m 900 100 l S", 0.2),
        ("0 w 10 10 m 90 10 l S", 0),
        ("10 10 80 .2 re f", 0.2),
        ("10 10 m 90 10 l 90 10.2 l 10 10.2 l f", 0.2),
        ("10 10 80 40 re 10.3 10.3 79.4 39.4 re f*", 0.3),
        # A border below alone, as a frame that has lost its other sides; the clip is all of it.
        ("10 10 80 3 re W n 10 10 80 40 re 10 10.5 80 39.5 re f*", 0.5),
        ("10 10 80 40 re f", None),
        ("10 10 80 .2 re 10 40 80 40 re f", None),
    ],
)
def test_the_width_of_a_line_whatever_draws_it(operators: str, line: float | None) -> None:
    found = paint(operators).line
    assert found == (None if line is None else pytest.approx(line, abs=0.02))


def test_an_area_that_the_clip_makes_a_line() -> None:
    one = paint("q 10 10 80 .1 re W n 0 0 200 100 re f Q")
    assert one.line == pytest.approx(0.1)
    assert one.box == box(10, 10, 90, 10.1)


def test_what_the_clip_hides_is_not_painted() -> None:
    assert content("q 0 0 5 5 re W n 50 50 5 5 re f Q").paints == ()
    assert content("300 300 5 5 re f").paints == ()


def test_areas_add_up_and_go_together_while_they_look_alike() -> None:
    one, other = content("0 0 10 10 re f 20 20 5 4 re f 1 g 30 30 5 5 re f").paints
    assert (one.area, one.box) == (120, box(0, 0, 25, 24))
    assert other.area == 25


@pytest.mark.parametrize("even_odd", [True, False])
def test_the_area_of_a_square_with_a_hole(even_odd: bool) -> None:
    path = Path()
    for low, high in ((0.0, 10.0), (2.0, 8.0)):
        path.rectangle([(low, low), (high, low), (high, high), (low, high)])
    assert filled(path, WHOLE, even_odd=even_odd)[0] == (64 if even_odd else 136)


def test_ticks_are_kept_one_by_one() -> None:
    found = content("1 w 50 0 m 50 8 l S 80 0 m 80 8 l S 0 50 m 90 50 l S 10 10 m 20 20 l S")
    assert found.ticks == (box(50, 0, 50, 8), box(80, 0, 80, 8))


# ---- text --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operators", "size"),
    [
        ("BT /F 9 Tf 10 10 Td (Hello) Tj ET", 9),
        ("BT /F 1 Tf 9 0 0 9 10 10 Tm (Hello) Tj ET", 9),
        (".5 0 0 .5 0 0 cm BT /F 18 Tf 10 10 Td (Hello) Tj ET", 9),
        ("BT /F 9 Tf 0 1 -1 0 50 10 Tm (Hello) Tj ET", 9),
    ],
)
def test_the_size_of_type_as_it_is_printed(operators: str, size: float) -> None:
    one = paint(operators)
    assert (one.use, one.size, one.letters) == ("text", size, 5)


def test_a_line_of_text_is_as_wide_as_its_letters() -> None:
    one = paint("BT /C 10 Tf 20 50 Td [<00010002>500<0001>] TJ ET")
    # 5 and 2.5 points, then 5 back, then 5 more.
    assert (one.box.left, one.font) == (20, "Some-Face")
    assert one.box.right == pytest.approx(27.5)


def test_a_letter_without_a_glyph_is_counted() -> None:
    found = content("BT /C 10 Tf 20 50 Td <00010000> Tj ET")
    assert found.letters_missing == 1


def test_text_that_is_not_to_be_seen_is_not_painted() -> None:
    assert content("BT 3 Tr /F 9 Tf 10 10 Td (Hello) Tj ET").paints == ()


def test_outlined_text_is_a_stroke() -> None:
    one = paint("BT 1 Tr .1 w /F 9 Tf 10 10 Td (Hello) Tj ET")
    assert (one.use, one.stroked) == ("text", True)
    assert one.line == pytest.approx(0.1)


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
