"""Colours typeset in RGB reach the plates as ink, by another program's separation."""

import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from pikepdf import Pdf
from PIL import Image
from pypdf import PdfReader, PdfWriter

from flyers.catalogue.conditions import condition_of
from flyers.catalogue.inks import Separation, Swatch
from flyers.catalogue.printers import PRINTERS
from flyers.colour.separating import separation
from flyers.core.errors import PdfError
from flyers.core.shipped import shipped
from flyers.press.prepress.opacity import shows_through, without_groups
from flyers.press.prepress.operations import operations, written
from flyers.press.prepress.pdfx import Finish, ready
from flyers.press.prepress.separation import separated
from flyers.typesetting.engine import Typesetter
from pdfx import colours
from pictures import drawing, pixel

ACCENT = "#b3261e"
INKS = (0, 0.9, 0.85, 0.15)
PAGE = "@page{size:144pt 144pt;margin:0}body{margin:0;font:10pt 'Source Sans 3';color:#111}"


@cache
def typesetter() -> Typesetter:
    return Typesetter([shipped("fonts")])


@cache
def shop(*, overprint: bool = True) -> Separation:
    printer = replace(PRINTERS["shop"], overprint=overprint)
    return separation(printer, condition_of(printer), [Swatch(css=ACCENT, inks=INKS)])


def typeset(html: str, picture: Path | None = None) -> bytes:
    text = typesetter().text(html, {"picture:0": picture} if picture else None)
    return typesetter().write([typesetter().set(text, [typesetter().style(PAGE)])])


def in_ink(pdf: bytes, *, overprint: bool = True) -> bytes:
    """Return the file with everything as ink, its pages as they were."""
    source = separated(pdf, shop(overprint=overprint))
    writer = PdfWriter(clone_from=source.readers[0])
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def plates(pdf: bytes, folder: Path) -> dict[str, Image.Image]:
    """Return the amount of each ink, 0 to 255, at 72 dpi: a pixel is a point."""
    (folder / "made.pdf").write_bytes(pdf)
    options = ("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r72")
    subprocess.run(
        ["gs", *options, "-o", folder / "plate.tif", folder / "made.pdf"],
        check=True,
        capture_output=True,
    )
    found = {}
    for ink in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(folder / f"plate({ink}).tif") as plate:
            found[ink] = plate.convert("L").point(lambda level: 255 - level)
    return found


def at(plates: dict[str, Image.Image], x: int, y: int) -> tuple[float, ...]:
    """Return the inks on a spot, in per cent."""
    return tuple(round(pixel(plate, x, y)[0] / 2.55, 1) for plate in plates.values())


def area(colour: str) -> str:
    return f'<div style="height:72pt;background:{colour}"></div>'


# ---- colours --------------------------------------------------------------------------------


def test_palette_ink_and_paper_come_out_exactly(tmp_path: Path) -> None:
    made = plates(in_ink(typeset(area(ACCENT) + area("#111"))), tmp_path)
    assert at(made, 72, 36) == pytest.approx((0, 90, 85, 15), abs=0.3)
    assert at(made, 72, 108) == (0, 0, 0, 100)
    half = plates(in_ink(typeset(area("#fff") + area("#999"))), tmp_path)
    assert at(half, 72, 36) == (0, 0, 0, 0)
    assert at(half, 72, 108) == pytest.approx((0, 0, 0, 53), abs=1)


COLOURS = {
    "digits": area("#0a7d3f"),
    "a function": area("rgb(10% 49% 25%)"),
    "lightness": area("oklch(0.52 0.13 155)"),
    "Lab": area("lab(46 -42 25)"),
    "a frame": '<div style="border:3pt solid green;height:50pt">x</div>',
    "dots": '<div style="border:3pt dotted green;height:50pt">x</div>',
    "a corner": '<div style="background:green;border-radius:9pt;height:50pt">x</div>',
    "an outline": '<p style="outline:2pt solid green">x</p>',
    "a line": '<p style="text-decoration:underline green">x</p>',
    "a gradient": '<div style="background:linear-gradient(green,#cfc);height:72pt">x</div>',
    "a ring": '<div style="background:radial-gradient(green,#cfc);height:72pt">x</div>',
    "stripes": '<div style="background:repeating-linear-gradient(green 0 4pt,#fff 4pt 8pt);'
    'height:72pt">x</div>',
    "an opacity": f'<div style="opacity:.5">{area("green")}</div>',
    "a mark": "<mark>x</mark><hr>",
    "a pattern": '<svg width="96" height="96"><defs><pattern id="p" width="9" height="9" '
    'patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="green"/></pattern></defs>'
    '<rect width="96" height="96" fill="url(#p)" stroke="green"/></svg>',
    "a mask": '<svg width="96" height="96"><mask id="m"><rect width="96" height="96" fill="#888"/>'
    '</mask><g mask="url(#m)"><rect width="96" height="96" fill="green"/></g></svg>',
}


@pytest.mark.parametrize("what", COLOURS)
def test_no_rgb_is_left_anywhere(what: str) -> None:
    with Pdf.open(BytesIO(in_ink(typeset(COLOURS[what])))) as pdf:
        assert list(colours(pdf, b"", "x-4")) == []


def test_there_was_some_before() -> None:
    with Pdf.open(BytesIO(typeset(COLOURS["digits"]))) as pdf:
        assert "RGB" in colours(pdf, b"", "x-4")


@pytest.mark.parametrize("what", ["digits", "a function", "lightness", "Lab"])
def test_a_green_is_the_same_green_however_it_is_written(what: str, tmp_path: Path) -> None:
    inks = at(plates(in_ink(typeset(COLOURS[what])), tmp_path), 72, 36)
    wanted = [100 * ink for ink in shop().flat((0x0A, 0x7D, 0x3F))]
    assert inks == pytest.approx(wanted, abs=4)


def test_a_gradient_goes_by_the_colours_between(tmp_path: Path) -> None:
    """From red to blue by purple; halfway between the inks themselves is a lighter one."""
    html = '<div style="height:144pt;background:linear-gradient(90deg,#f00,#00f)"></div>'
    made = plates(in_ink(typeset(html)), tmp_path)
    for x, rgb in ((1, (253, 0, 2)), (72, (128, 0, 128)), (142, (2, 0, 253))):
        wanted = [100 * ink for ink in shop().flat(rgb)]
        assert at(made, x, 72) == pytest.approx(wanted, abs=5)


def test_what_fades_out_ends_in_paper(tmp_path: Path) -> None:
    """By a soft mask, whose greys are no colours."""
    html = f'<div style="height:144pt;background:linear-gradient(90deg,{ACCENT},#b3261e00)"></div>'
    made = plates(in_ink(typeset(html)), tmp_path)
    assert at(made, 0, 72) == pytest.approx((0, 90, 85, 15), abs=2)
    assert at(made, 72, 72) == pytest.approx((0, 45, 42.5, 7.5), abs=2)
    assert max(at(made, 143, 72)) < 2


# ---- black over colours ---------------------------------------------------------------------


def over_accent(thing: str) -> str:
    return f'<div style="height:144pt;background:{ACCENT};padding-top:60pt">{thing}</div>'


def bar(height: float, colour: str) -> str:
    return f'<div style="height:{height}pt;background:{colour}"></div>'


BARS: dict[str, tuple[str, bool, tuple[float, ...]]] = {
    "a thin black one is printed over": (bar(6, "#111"), True, (0, 90, 85, 100)),
    "a thick black one is not": (bar(30, "#111"), True, (0, 0, 0, 100)),
    "a white one never": (bar(6, "#fff"), True, (0, 0, 0, 0)),
    "a grey one never": (bar(6, "#999"), True, (0, 0, 0, 53)),
    "none is where the printer has no overprint": (bar(6, "#111"), False, (0, 0, 0, 100)),
    "a rule": (
        '<div style="border-top:6pt solid #111;height:40pt"></div>',
        True,
        (0, 90, 85, 100),
    ),
    "a code": (
        '<svg width="40pt" height="40pt" viewBox="0 0 8 8" style="margin-left:70pt">'
        f'<path d="{"".join(f"M0 {y}h8v1h-8z" for y in range(8))}"/></svg>',
        True,
        (0, 90, 85, 100),
    ),
}


@pytest.mark.parametrize("what", BARS)
def test_small_black_things_lie_over_what_is_below(what: str, tmp_path: Path) -> None:
    html, overprint, inks = BARS[what]
    made = plates(in_ink(typeset(over_accent(html)), overprint=overprint), tmp_path)
    assert at(made, 80, 63) == pytest.approx(inks, abs=1)


@pytest.mark.parametrize(("size", "over"), [(30, True), (50, False)])
def test_small_black_type_lies_over_what_is_below(size: int, over: bool, tmp_path: Path) -> None:
    line = f"<p style=\"font:700 {size}pt 'Source Sans 3';line-height:24pt;margin:0\">HHHH</p>"
    made = plates(in_ink(typeset(over_accent(line))), tmp_path)
    pixels = zip(*(plate.tobytes() for plate in made.values()), strict=True)
    below = {round(magenta / 2.55) for _, magenta, _, black in pixels if black == 255}
    assert below == ({90} if over else {0})


# ---- transparency ---------------------------------------------------------------------------

CLEAR = ["an opacity", "a mask"]


@pytest.mark.parametrize("what", COLOURS)
def test_what_shows_through_is_known(what: str) -> None:
    assert shows_through(typeset(COLOURS[what])) == (what in CLEAR)


@pytest.mark.parametrize("what", CLEAR)
def test_x1a_refuses_what_shows_through(what: str) -> None:
    with pytest.raises(PdfError, match="has transparency"):
        without_groups(separated(typeset(COLOURS[what]), shop()))


def test_x1a_refuses_fonts_that_are_newer(tmp_path: Path) -> None:
    """The typesetter embeds CFF outlines as OpenType, which is of PDF 1.6."""
    square = T2CharStringPen(600, None)
    draw = ((100, 0), (500, 0), (500, 700), (100, 700))
    square.moveTo(draw[0])
    for point in draw[1:]:
        square.lineTo(point)
    square.closePath()
    font = FontBuilder(1000, isTTF=False)
    font.setupGlyphOrder([".notdef", "A"])
    font.setupCharacterMap({65: "A"})
    shapes = {name: square.getCharString() for name in (".notdef", "A")}
    font.setupCFF("Blocks", {"FullName": "Blocks"}, shapes, {})
    font.setupHorizontalMetrics({".notdef": (600, 100), "A": (600, 100)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Blocks", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(tmp_path / "blocks.otf")
    setter = Typesetter([shipped("fonts"), tmp_path])
    page = setter.style(PAGE + "p{font-family:Blocks}")
    pdf = setter.write([setter.set(setter.text("<p>A</p>"), [page])])
    printer = PRINTERS["shop-x1a"]
    finish = Finish(standard="x-1a", condition=condition_of(printer), separation=shop())
    with pytest.raises(PdfError, match="The font Blocks has CFF outlines"):
        ready(pdf, finish)
    ready(pdf, replace(finish, standard="x-4"))


def test_a_drawing_is_known_for_clear_or_not() -> None:
    for clear in (True, False):
        pdf = typesetter().drawing(drawing(clear=clear), longest=300)
        box = PdfReader(BytesIO(pdf)).pages[0].mediabox
        assert (float(box.width), float(box.height)) == pytest.approx((300, 200), abs=0.5)
        assert shows_through(pdf) == clear


# ---- operators ------------------------------------------------------------------------------


def test_operators_come_with_their_operands() -> None:
    text = (
        rb"q 1 0 0 -1 0 9 cm /P <</MCID 0 /A [1 (a)b) ]>> BDC % a note" + b"\n"
        rb"BT /F1 12 Tf [<0003>-9(a(b)\)c)] TJ ET EMC 1 .5 -.25 rg f* Q"
    )
    found = [(op.name, op.operands) for op in operations(text.replace(b"(a)b)", b"(a\\)b)"))]
    assert [name for name, _ in found] == (
        [b"q", b"cm", b"BDC", b"BT", b"Tf", b"TJ", b"ET", b"EMC", b"rg", b"f*", b"Q"]
    )
    assert found[5][1] == rb"[<0003>-9(a(b)\)c)]"
    assert found[8][1] == b"1 .5 -.25"


def test_what_is_written_is_read_as_the_same() -> None:
    text = b"q BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q 0 0 9 9 re W n"
    once = list(operations(text))
    assert [op.name for op in once] == [b"q", b"BI", b"Q", b"re", b"W", b"n"]
    assert list(operations(written(once))) == once


def test_a_long_array_takes_no_longer_than_it_is() -> None:
    array = b"[" + b"<0003>9 " * 100_000 + b"] TJ"
    (found,) = operations(array)
    assert found[:2] == (b"TJ", array[:-3])


@pytest.mark.parametrize("broken", [b"1 0 0", b"[<00> TJ", b"(open Tj", b"q ] Q", b"BI /W 1 ID x"])
def test_what_is_no_content_is_refused(broken: bytes) -> None:
    with pytest.raises(PdfError, match="cannot be made ready"):
        list(operations(broken))
