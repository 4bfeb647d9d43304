"""A leaflet made by other people's programs, as well as each of them can make it.

Each maker draws the same letter page in its own way: a heading, text in a face
that travels with the file, a rule, a photograph, a QR code. Where a program can
name inks and boxes, it makes the leaflet for a print shop too.
"""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from faults.good import ADDRESS, BODY, TITLE
from faults.stuff import FACE, Space, modules, photograph

WIDTH, HEIGHT = 612.0, 792.0
MARGIN = 54.0
MODULE = 3.0
CODE = (400.0, 420.0)
"""Where the code begins, from the upper left."""


@dataclass(frozen=True, kw_only=True)
class Producer:
    """A program. ``shop`` makes the leaflet in inks with bleed, where it can."""

    home: Callable[[], bytes]
    shop: Callable[[], bytes] | None = None


def squares() -> Iterator[tuple[float, float]]:
    """The upper left corners of the dark modules of the code, from the upper left of the page."""
    for row, line in enumerate(modules(ADDRESS)):
        for column, dark in enumerate(line):
            if dark:
                yield CODE[0] + column * MODULE, CODE[1] + row * MODULE


def lines() -> Iterator[tuple[str, float, float, float]]:
    """Text, its place from the upper left, and its size."""
    yield TITLE, MARGIN, 110, 32
    for number, line in enumerate((*BODY, *BODY)):
        yield line, MARGIN, 160 + 16 * number, 12
    yield "Paid for by Orchard Neighbours, 12 Mill Lane", MARGIN, 730, 9


# ---- ReportLab ---------------------------------------------------------------------


@cache
def reportlab(*, inks: bool = False) -> bytes:
    """With a canvas, as invoices and tickets are made."""
    from reportlab.lib.colors import CMYKColor, Color
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    bleed = 9.0 if inks else 0.0
    black = CMYKColor(0, 0, 0, 1) if inks else Color(0, 0, 0)
    tint = CMYKColor(0.1, 0, 0.2, 0) if inks else Color(0.9, 1, 0.8)
    file = BytesIO()
    pdfmetrics.registerFont(TTFont("Shipped", FACE))
    size = (WIDTH + 2 * bleed, HEIGHT + 2 * bleed)
    canvas = Canvas(file, pagesize=size, invariant=1, lang="en")
    canvas.setTitle(TITLE)
    if inks:
        whole = (0, 0, *size)
        canvas.setBleedBox(whole)
        canvas.setTrimBox((bleed, bleed, bleed + WIDTH, bleed + HEIGHT))
        canvas.setFillColor(tint)
        canvas.rect(*whole, stroke=0, fill=1)
        canvas.translate(bleed, bleed)
        canvas.setFillColor(CMYKColor(0, 0, 0, 0))
        canvas.rect(CODE[0] - 15, HEIGHT - CODE[1] - 102, 117, 117, stroke=0, fill=1)
    else:
        canvas.setFillColor(tint)
        canvas.rect(MARGIN, HEIGHT - 400, WIDTH - 2 * MARGIN, 330, stroke=0, fill=1)
    canvas.setFillColor(black)
    canvas.setStrokeColor(black)
    canvas.setLineWidth(0.75)
    canvas.line(MARGIN, HEIGHT - 126, WIDTH - MARGIN, HEIGHT - 126)
    for text, x, y, points in lines():
        canvas.setFont("Shipped", points)
        canvas.drawString(x, HEIGHT - y, text)
    for x, y in squares():
        canvas.rect(x, HEIGHT - y - MODULE, MODULE, MODULE, stroke=0, fill=1)
    space: Space = "DeviceCMYK" if inks else "DeviceRGB"
    picture = ImageReader(BytesIO(photograph(1000, 700, space)))
    canvas.drawImage(picture, MARGIN, HEIGHT - 620, 240, 168)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


# ---- fpdf2 -------------------------------------------------------------------------


@cache
def fpdf() -> bytes:
    """With the successor of FPDF, as many a web application does."""
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format=(WIDTH, HEIGHT))
    pdf.set_title(TITLE)
    pdf.set_lang("en")
    pdf.set_auto_page_break(False)
    pdf.add_font("Shipped", fname=FACE)
    pdf.add_page()
    pdf.set_fill_color(230, 245, 210)
    pdf.rect(MARGIN, 70, WIDTH - 2 * MARGIN, 330, style="F")
    pdf.set_line_width(0.75)
    pdf.line(MARGIN, 126, WIDTH - MARGIN, 126)
    for text, x, y, points in lines():
        pdf.set_font("Shipped", size=points)
        pdf.text(x, y, text)
    pdf.set_fill_color(0)
    for x, y in squares():
        pdf.rect(x, y, MODULE, MODULE, style="F")
    pdf.image(BytesIO(photograph(1000, 700, "DeviceRGB")), MARGIN, 452, 240, 168)
    return bytes(pdf.output())


# ---- MuPDF -------------------------------------------------------------------------


@cache
def mupdf(*, inks: bool = False) -> bytes:
    """With PyMuPDF, by which files of all kinds are put together."""
    import pymupdf

    bleed = 9.0 if inks else 0.0
    black: tuple[float, ...] = (0, 0, 0, 1) if inks else (0, 0, 0)
    tint: tuple[float, ...] = (0.1, 0, 0.2, 0) if inks else (0.9, 1, 0.8)
    white: tuple[float, ...] = (0, 0, 0, 0) if inks else (1, 1, 1)
    document = pymupdf.open()
    page = document.new_page(width=WIDTH + 2 * bleed, height=HEIGHT + 2 * bleed)

    def area(x: float, y: float, width: float, height: float, colour: tuple[float, ...]) -> None:
        box = (x + bleed, y + bleed, x + bleed + width, y + bleed + height)
        page.draw_rect(pymupdf.Rect(box), color=None, fill=colour, width=0)

    if inks:
        area(-bleed, -bleed, WIDTH + 2 * bleed, HEIGHT + 2 * bleed, tint)
        area(CODE[0] - 15, CODE[1] - 15, 117, 117, white)
        page.set_bleedbox(page.rect)
        page.set_trimbox(pymupdf.Rect(bleed, bleed, bleed + WIDTH, bleed + HEIGHT))
    else:
        area(MARGIN, 70, WIDTH - 2 * MARGIN, 330, tint)
    start, end = (MARGIN + bleed, 126 + bleed), (WIDTH - MARGIN + bleed, 126 + bleed)
    page.draw_line(start, end, color=black, width=0.75)
    for text, x, y, points in lines():
        page.insert_text(
            (x + bleed, y + bleed),
            text,
            fontsize=points,
            fontname="Shipped",
            fontfile=str(FACE),
            color=black,
        )
    for x, y in squares():
        area(x, y, MODULE, MODULE, black)
    place = pymupdf.Rect(MARGIN + bleed, 452 + bleed, 294 + bleed, 620 + bleed)
    picture = photograph(1000, 700, "DeviceCMYK" if inks else "DeviceRGB")
    page.insert_image(place, stream=picture)
    document.set_metadata({"title": TITLE})
    document.set_language("en")
    document.subset_fonts()
    return bytes(document.tobytes(garbage=3, deflate=True))


# ---- Pillow ------------------------------------------------------------------------


@cache
def pillow() -> bytes:
    """With Pillow: a picture of a page and nothing else, as a scanner makes it."""
    from PIL import Image, ImageDraw, ImageFont

    scale = 300 / 72
    page = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    pen = ImageDraw.Draw(page)
    for text, x, y, points in lines():
        face = ImageFont.truetype(FACE, round(points * scale))
        pen.text((x * scale, y * scale), text, 0, face, anchor="ls")
    for x, y in squares():
        pen.rectangle([n * scale for n in (x, y, x + MODULE, y + MODULE)], 0)
    file = BytesIO()
    page.save(file, "PDF", resolution=300, title=TITLE)
    return file.getvalue()


# ---- what printing into a PDF makes of another one ---------------------------------


@cache
def cairo() -> bytes:
    """With Cairo, as every viewer on a Linux desktop prints into a file."""
    return _through("pdftocairo", "-pdf", "-", "-", given=fpdf())


@cache
def ghostscript(*, inks: bool = False) -> bytes:
    """With Ghostscript, as PDF printers and distillers do."""
    quiet = ("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite")
    return _through("gs", *quiet, "-sOutputFile=-", "-", given=reportlab(inks=inks))


def _through(*command: str, given: bytes) -> bytes:
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


PRODUCERS: dict[str, Producer] = {
    "ReportLab": Producer(home=reportlab, shop=lambda: reportlab(inks=True)),
    "fpdf2": Producer(home=fpdf),
    "MuPDF": Producer(home=mupdf, shop=lambda: mupdf(inks=True)),
    "Pillow": Producer(home=pillow),
    "Cairo": Producer(home=cairo),
    "Ghostscript": Producer(home=ghostscript, shop=lambda: ghostscript(inks=True)),
}
