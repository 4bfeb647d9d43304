"""Colours and pictures turned into ink."""

from dataclasses import replace
from functools import cache, partial
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from flyers.catalogue.conditions import condition_of
from flyers.catalogue.inks import Bitmap, Inks, Rgb, Separation, Swatch
from flyers.catalogue.printers import PRINTERS
from flyers.colour.coding import opened
from flyers.colour.conversion import Conversion, within
from flyers.colour.drawings import drawing_in_grey
from flyers.colour.pictures import for_press, in_grey, sound
from flyers.colour.separating import separation
from flyers.core.errors import ConfigError
from pictures import PICTURES, SIZE, chart, landscape, pixel

SHOP = PRINTERS["shop"]
ACCENT = Swatch(css="#b3261e", inks=(0, 0.9, 0.85, 0.15))
LEVEL = st.integers(0, 255)


@cache
def shop(tac: float = 300) -> Separation:
    printer = replace(SHOP, tac=tac)
    return separation(printer, condition_of(printer), [ACCENT, Swatch(css="red")])


# ---- flat colours ---------------------------------------------------------------------------


def test_a_palette_has_the_inks_that_it_gives() -> None:
    assert shop().flat((179, 38, 30)) == (0, 0.9, 0.85, 0.15)


def test_a_palette_that_says_two_things_of_one_colour_is_refused() -> None:
    other = Swatch(css="#B3261E", inks=(0, 1, 1, 0))
    with pytest.raises(ConfigError, match="Two colours of the palette are #B3261E"):
        separation(SHOP, condition_of(SHOP), [ACCENT, other])


@pytest.mark.parametrize("ink", [0x00, 0x11, 0x22])
def test_what_is_as_dark_as_black_ink_is_all_of_it(ink: int) -> None:
    assert shop().flat((ink, ink, ink)) == (0, 0, 0, 1)


def test_white_is_paper() -> None:
    assert shop().flat((255, 255, 255)) == (0, 0, 0, 0)


def test_greys_are_black_ink_alone_the_darker_the_more() -> None:
    inks = [shop().flat((level, level, level)) for level in range(256)]
    assert {ink[:3] for ink in inks} == {(0, 0, 0)}
    blacks = [ink[3] for ink in inks]
    assert blacks == sorted(blacks, reverse=True)
    # #808080 is L* 54; FOGRA39 has that lightness at 63 % of black, where dots grow on paper.
    assert blacks[0x80] == pytest.approx(0.63, abs=0.015)


@pytest.mark.parametrize(
    ("rgb", "inks"),
    [
        ((255, 0, 0), (0, 0.97, 0.98, 0)),
        ((0, 0, 255), (0.93, 0.85, 0, 0)),
        ((255, 255, 0), (0.04, 0, 0.95, 0)),
    ],
)
def test_other_colours_go_through_the_profile(rgb: Rgb, inks: Inks) -> None:
    assert shop().flat(rgb) == pytest.approx(inks, abs=0.05)


def test_a_profile_whose_tables_are_damaged_is_refused() -> None:
    profile = condition_of(SHOP).profile
    table = profile.index(b"mft2")
    damaged = Conversion(profile[:table] + bytes(4) + profile[table + 4 :], 3)
    with pytest.raises(ConfigError, match="get another copy from your print shop"):
        damaged.grey((128, 128, 128))


@given(st.tuples(LEVEL, LEVEL, LEVEL), st.sampled_from([0, 240, 300]))
def test_no_colour_has_more_ink_than_the_bound(rgb: Rgb, tac: float) -> None:
    inks = shop(tac).flat(rgb)
    assert all(0 <= ink <= 1 for ink in inks)
    assert sum(inks) <= (tac or 400) / 100 + 1e-9


SHARE = st.floats(0, 1)


@given(st.tuples(SHARE, SHARE, SHARE, SHARE), st.floats(1, 4))
def test_too_much_ink_keeps_its_black_and_its_hue(inks: Inks, most: float) -> None:
    cyan, magenta, yellow, black = within(inks, most)
    assert cyan + magenta + yellow + black <= most + 1e-9
    assert black == inks[3]
    assert cyan * inks[1] == pytest.approx(magenta * inks[0])
    assert yellow <= inks[2]


def test_a_printer_of_black_alone_has_greys_of_the_same_light() -> None:
    printer = replace(SHOP, colour="grey")
    bw = separation(printer, condition_of(printer), [ACCENT])
    cyan, magenta, yellow, black = bw.flat((179, 38, 30))
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert 0.75 < black < 0.95


# ---- pictures before they are set -----------------------------------------------------------


def image(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


KEPT = ["rgb.jpg", "rgb.png", "srgb.jpg", "grey.jpg", "grey.png", "cmyk.jpg", "palette.png"]


@pytest.mark.parametrize("name", [*KEPT, "chart.png", "one-bit.png", "clear.svg"])
def test_what_is_ready_stays_as_it_is(name: str) -> None:
    picture = PICTURES[name]()
    assert for_press(picture, opaque=True) is picture
    assert sound(picture) is picture


def test_a_picture_stands_upright_for_presses_and_in_grey() -> None:
    for made in (
        for_press(PICTURES["turned.jpg"](), opaque=False),
        in_grey(PICTURES["turned.jpg"]()),
    ):
        assert image(made).size == SIZE[::-1]
        assert not image(made).getexif()


def test_another_profile_is_left_behind_and_its_colours_are_kept() -> None:
    """In that profile red is what green is in sRGB, and the other way around."""
    changed = image(for_press(PICTURES["wide.jpg"](), opaque=False))
    assert "icc_profile" not in changed.info
    red, green, blue = landscape().split()
    meant = Image.merge("RGB", (green, red, blue))
    assert max(ImageStat.Stat(ImageChops.difference(changed, meant)).mean) < 4
    assert max(ImageStat.Stat(ImageChops.difference(changed, landscape())).mean) > 40


def test_what_can_be_seen_through_lies_on_white_where_nothing_may_be() -> None:
    clear = PICTURES["rgba.png"]()
    assert for_press(clear, opaque=False) is clear
    flat = image(for_press(clear, opaque=True))
    assert flat.mode == "RGB"
    # The middle of the radial mask is clear: the colour there became lighter.
    assert min(pixel(flat, 300, 200)) > 200
    assert image(in_grey(clear)).mode == "LA"
    assert image(in_grey(clear, opaque=True)).mode == "L"


@pytest.mark.parametrize("convert", [sound, in_grey, lambda data: for_press(data, opaque=True)])
def test_sixteen_bits_are_not_cut_off(convert: object) -> None:
    assert callable(convert)
    shallow = image(convert(PICTURES["deep.png"]()))
    assert shallow.mode == "L"
    difference = ImageChops.difference(shallow, landscape().convert("L"))
    assert not any(difference.histogram()[2:])


def test_a_tiff_in_cmyk_can_be_shown_by_any_printer() -> None:
    assert image(sound(PICTURES["cmyk.tif"]())).mode == "CMYK"


def test_a_large_photograph_is_not_deflated_for_seconds() -> None:
    """It comes as a JPEG without loss that can be seen; a drawing of that size stays as it is."""
    size = (1600, 1000)
    file = BytesIO()
    landscape(size).save(file, "PNG", compress_level=1)
    for convert in (sound, partial(for_press, opaque=False)):
        made = image(convert(file.getvalue()))
        assert made.format == "JPEG"
        assert max(ImageStat.Stat(ImageChops.difference(made, landscape(size))).mean) < 2
    drawn = BytesIO()
    chart().resize(size, Image.Resampling.NEAREST).save(drawn, "PNG")
    assert sound(drawn.getvalue()) == drawn.getvalue()


@pytest.mark.parametrize(("fill", "grey"), [("lab(0 0 0)", 0), ("oklch(0 0 0)", 0), ("white", 255)])
def test_a_drawing_in_grey_ends_in_black_and_white(fill: str, grey: int) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><rect fill="{fill}"/></svg>'
    assert f'fill="rgb({grey} {grey} {grey} / 1)"'.encode() in drawing_in_grey(svg.encode())


# ---- pictures in the file -------------------------------------------------------------------


def as_set(picture: Image.Image, kind: str) -> Bitmap:
    """Return the picture as the typesetter writes it."""
    file = BytesIO()
    picture.save(file, kind, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {}))
    data, at = file.getvalue(), 8
    rows = b""
    while kind == "PNG" and at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IDAT":
            rows += data[at + 8 : at + 8 + length]
        at += length + 12
    return Bitmap(
        width=picture.width,
        height=picture.height,
        channels=len(picture.getbands()),
        coding="jpeg" if kind == "JPEG" else "png",
        data=rows or data,
        inverted=picture.mode == "CMYK",
    )


def test_a_photograph_becomes_a_jpeg_in_cmyk_within_the_bound() -> None:
    bitmap = shop(260).bitmap(as_set(landscape(), "PNG"), None)
    assert (bitmap.coding, bitmap.channels, bitmap.inverted) == ("jpeg", 4, True)
    with opened(bitmap) as printed:
        pixels = printed.tobytes()
    totals = [sum(pixels[at : at + 4]) / 255 for at in range(0, len(pixels), 4)]
    assert sum(total > 2.6 for total in totals) <= len(totals) / 10000
    assert max(totals) > 2.4


def test_few_colours_stay_exact_and_black_ones_black() -> None:
    bitmap = shop().bitmap(as_set(chart(), "PNG"), None)
    assert (bitmap.coding, bitmap.bits, len(bitmap.palette)) == ("flate", 2, 4)
    assert {(0, 0, 0, 1), (0, 0, 0, 0), (0, 0.9, 0.85, 0.15)} < set(bitmap.palette)


def test_near_colours_are_not_taken_for_the_same() -> None:
    picture = Image.new("RGB", (16, 16))
    for level in range(256):
        picture.putpixel((level % 16, level // 16), (100 + level // 100, 50, level))
    bitmap = shop().bitmap(as_set(picture, "PNG"), None)
    assert len(bitmap.palette) == 256


def test_black_and_white_stay_in_one_bit() -> None:
    bitmap = shop().bitmap(as_set(chart().convert("1").convert("RGB"), "PNG"), None)
    assert (bitmap.bits, bitmap.channels, bitmap.palette) == (1, 1, ())


@pytest.mark.parametrize(
    ("mode", "kind"), [("L", "PNG"), ("L", "JPEG"), ("RGB", "PNG"), ("RGB", "JPEG")]
)
def test_a_photograph_in_greys_is_in_black_ink_with_all_its_shadows(mode: str, kind: str) -> None:
    grey = Image.linear_gradient("L").convert(mode)
    bitmap = shop().bitmap(as_set(grey, kind), None)
    assert (bitmap.channels, bitmap.bits, bitmap.palette) == (1, 8, ())
    with opened(bitmap) as printed:
        levels = [pixel(printed, 128, y)[0] for y in (0, 20, 40, 128, 255)]
    assert levels == sorted(levels)
    assert levels[0] <= 2 < levels[1] < levels[2]
    assert levels[-1] >= 253


def test_the_engine_of_profiles_and_our_table_agree() -> None:
    conversion = Conversion.of(condition_of(SHOP).profile, 0)
    direct = conversion._converted(landscape())
    difference = ImageChops.difference(landscape().filter(conversion.table), direct)
    assert max(ImageStat.Stat(difference).mean) < 1.5


def test_a_picture_is_never_made_larger_and_no_finer_than_paper_shows() -> None:
    photo = as_set(landscape(), "JPEG")
    assert shop().bitmap(photo, (576, 384)).width == SIZE[0]
    inch_wide = shop().bitmap(photo, (72, 48))
    assert (inch_wide.width, inch_wide.height) == (300, 200)
    assert shop().bitmap(photo, (144, 96)).width == SIZE[0]  # 300 to the inch as it is


def test_what_came_in_cmyk_keeps_its_inks_up_to_the_bound() -> None:
    light = as_set(Image.new("CMYK", (8, 8), (200, 100, 0, 50)), "JPEG")
    assert shop().bitmap(light, None) is light
    heavy = as_set(Image.new("CMYK", (8, 8), (250, 240, 230, 200)), "JPEG")
    with opened(shop(240).bitmap(heavy, None)) as printed:
        cyan, magenta, yellow, black = pixel(printed, 4, 4)
    assert cyan + magenta + yellow + black <= 240 * 2.55
    assert black == pytest.approx(200, abs=2)
    assert cyan > magenta > yellow > 100
