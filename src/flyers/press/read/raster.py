"""Rendered pages of a PDF, and where their letters are. The only import of pypdfium2."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from math import ceil, inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flyers.core.boxes import Box
from flyers.core.errors import FlyersError, PdfError
from flyers.core.files import write_whole

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS_PER_INCH = 72

SCREEN_DPI = 120
"""Enough to proofread body text on a screen."""

COMPRESSION = 3
"""Of zlib's nine levels: on pages of text, faster and smaller than 4, half the time of 6."""

LARGEST = 20_000_000
"""Pixels of one page: an A1 poster has 17 million at 150 dots to the inch."""

LONGEST_SIDE = 30_000
"""Pixels of the longer side of a page; longer than 65,535 are not searched for codes."""

Letter = tuple[str, Box]

GROUND, RULE, INK = "#f4f4f2", "#c8c8c4", "#222222"


def rasters(
    pdf: bytes, *, dpi: float, grey: bool = False, only: Sequence[int] | None = None
) -> list["Image"]:
    """Return one picture for each page on white paper; or for ``only`` some, counted from 0.

    A page too large for its share of memory is drawn coarser. Raises PdfError.
    """
    return list(drawn(pdf, dpi=dpi, grey=grey, only=only))


def drawn(
    pdf: bytes, *, dpi: float, grey: bool = False, only: Sequence[int] | None = None
) -> Iterator["Image"]:
    """Yield the same, one picture after the other."""
    with _engine_errors("A page"), _opened(pdf) as document:
        for number in range(len(document)) if only is None else only:
            page = _page(document, number)
            yield _drawn(page, min(dpi, _finest(page)), grey=grey)


@dataclass(frozen=True, kw_only=True)
class RenderedPage:
    """A page as it looks: in grey, its letters with the boxes of their ink in points, and in colour
    where that was asked for."""

    picture: "Image"
    letters: tuple[Letter, ...]
    in_colour: "Image | None" = None


def rendered_pages(
    pdf: bytes, *, dpi: float, colour_dpi: float = 0, pixels: float = inf
) -> list[RenderedPage]:
    """Return the pages as they look, in order, until they come to so many pixels.

    A page too large for its share of memory is drawn coarser. Raises PdfError for a file that
    cannot be drawn.
    """
    found: list[RenderedPage] = []
    with _engine_errors("The file"), _opened(pdf) as document:
        for number in range(len(document)):
            with _engine_errors(f"Page {number + 1}"):
                page = _page(document, number)
                fineness = min(dpi, _finest(page))
                picture = _drawn(page, fineness, grey=True)
                pixels -= picture.width * picture.height
                if found and pixels < 0:
                    break
                found.append(
                    RenderedPage(
                        picture=picture,
                        letters=tuple(_letters(page)),
                        in_colour=_drawn(page, min(colour_dpi, fineness)) if colour_dpi else None,
                    )
                )
                page.close()
    return found


@contextmanager
def _engine_errors(what: str) -> Iterator[None]:
    """Turn whatever the engine raises into PdfError; lack of memory is not its own."""
    try:
        yield
    except (FlyersError, MemoryError):
        raise
    except Exception as error:
        reason = " ".join(str(error).split()).rstrip(".") or type(error).__name__
        raise PdfError(
            f"{what} cannot be drawn ({reason:.100}); save it again in the program that made it."
        ) from error


def _page(document: Any, number: int) -> Any:
    """Return a page. A CropBox that lies beside the paper counts for nothing (14.11.2.1), but the
    engine makes the page 0 by 0 by it."""
    page = document[number]
    if min(page.get_size()) <= 0:
        page.set_cropbox(*page.get_mediabox())
        page.close()
        page = document[number]
    return page


def _finest(page: Any) -> float:
    """Return the most dots to the inch at which a page has its share of pixels."""
    width, height = page.get_size()
    by_area = (LARGEST / max(width * height, 1.0)) ** 0.5
    return float(min(by_area, LONGEST_SIDE / max(width, height, 1.0)) * POINTS_PER_INCH)


def _drawn(page: Any, dpi: float, *, grey: bool = False) -> "Image":
    """Return the page on white, copied from the engine's memory, which ends with the document."""
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, grayscale=grey, rev_byteorder=True)
    picture: Image = bitmap.to_pil().copy()
    return picture


def glyph_boxes(pdf: bytes, page: int) -> list[Letter]:
    """Return every visible letter on that page, counted from 0, with the box of its ink in points.

    Spaces are left out, and so are the hyphens and line ends that the engine only infers: they have
    no ink to be in the wrong place.
    """
    with _engine_errors(f"Page {page + 1}"), _opened(pdf) as document:
        return list(_letters(_page(document, page)))


def _letters(page: Any) -> Iterator[Letter]:
    import ctypes

    import pypdfium2.raw as engine

    left, bottom, right, top = (ctypes.c_double() for _ in range(4))
    # Left, right, bottom, top: an order of its own, like no other in PDF.
    places = tuple(map(ctypes.byref, (left, right, bottom, top)))
    textpage = page.get_textpage()
    text = textpage.raw  # looked up once, not at every letter
    measure, is_inferred = engine.FPDFText_GetCharBox, engine.FPDFText_IsGenerated
    for index, letter in enumerate(_characters(textpage)):
        # Letters and figures are never inferred, so most need no call.
        if not letter.isalnum() and (letter.isspace() or is_inferred(text, index)):
            continue
        measure(text, index, *places)
        box = Box(left=left.value, bottom=bottom.value, right=right.value, top=top.value)
        if box.width > 0 and box.height > 0:
            yield letter, box


def _characters(textpage: Any) -> Sequence[str]:
    """Return one character for each place that the engine counts.

    All come at once, unless some take two units of UTF-16. The engine has two codes for a hyphen
    that it takes for the end of a line.
    """
    import pypdfium2.raw as engine

    count = textpage.count_chars()
    text: str = textpage.get_text_range()
    if len(text) == count:
        return text.replace("\ufffe", "\x02")
    return [chr(engine.FPDFText_GetUnicode(textpage, index)) for index in range(count)]


def resaved(pdf: bytes) -> bytes | None:
    """Return the document as the engine reads it, saved again without encryption.

    None if the engine cannot read it either, or only with a password.
    """
    import pypdfium2.raw as engine

    try:
        with _engine_errors("The file"), _opened(pdf) as document:
            if not len(document):
                return None
            target = BytesIO()
            # An open page would be saved with its errors.
            for page in document:
                page.close()
            document.save(target, flags=engine.FPDF_REMOVE_SECURITY)
            return target.getvalue()
    except PdfError:
        return None


def png(image: "Image", *, dpi: float = SCREEN_DPI) -> bytes:
    """Return the picture as a PNG file that knows its size on paper."""
    file = BytesIO()
    image.save(file, "PNG", compress_level=COMPRESSION, dpi=(dpi, dpi))
    return file.getvalue()


def small_png(image: "Image", *, dpi: float) -> bytes:
    """Return the picture in 256 colours, for mail: a fourth of its size."""
    from PIL.Image import Quantize

    file = BytesIO()
    few = image.convert("RGB").quantize(256, method=Quantize.FASTOCTREE)
    few.save(file, "PNG", compress_level=9, dpi=(dpi, dpi))
    return file.getvalue()


def save_png(image: "Image", path: Path, *, dpi: float = SCREEN_DPI) -> None:
    """Write the picture as a PNG file, whole or not at all. Raises OSError."""
    write_whole(path, png(image, dpi=dpi))


def contact_sheet(
    images: Sequence["Image"],
    labels: Sequence[str],
    *,
    font: Path,
    columns: int | None = None,
    cell: int = 480,
    gap: int = 32,
) -> "Image":
    """Return all pictures side by side, each with its label below, shrunk to fit a square cell.

    ``cell`` and ``gap`` are pixels. Without ``columns``, the grid is about as wide as it is high.
    """
    from PIL import Image, ImageDraw, ImageFont

    if not images or len(images) != len(labels):
        raise ValueError("a contact sheet wants at least one picture, and a label for each")
    across = columns or ceil(len(images) ** 0.5)
    thumbs = [_shrunk(image, cell) for image in images]
    rows = [thumbs[start : start + across] for start in range(0, len(thumbs), across)]
    heights = [max(thumb.height for thumb in row) for row in rows]
    face = ImageFont.truetype(font, size=gap * 9 // 16)
    line = gap  # the label's line, between a picture and the gap below it

    width = gap + min(across, len(images)) * (cell + gap)
    height = gap + sum(heights) + len(rows) * (line + gap)
    sheet = Image.new("RGB", (width, height), GROUND)
    pen = ImageDraw.Draw(sheet)
    top = gap
    for number, (row, row_height) in enumerate(zip(rows, heights, strict=True)):
        for column, thumb in enumerate(row):
            left = gap + column * (cell + gap) + (cell - thumb.width) // 2
            below = top + row_height - thumb.height
            sheet.paste(thumb, (left, below))
            frame = (left - 1, below - 1, left + thumb.width, below + thumb.height)
            pen.rectangle(frame, outline=RULE)
            middle = gap + column * (cell + gap) + cell // 2
            label = labels[number * across + column]
            pen.text((middle, top + row_height + line // 2), label, INK, face, anchor="mm")
        top += row_height + line + gap
    return sheet


def _shrunk(image: "Image", cell: int) -> "Image":
    from PIL.Image import Resampling

    scale = min(1, cell / image.width, cell / image.height)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.convert("RGB").resize(size, Resampling.LANCZOS, reducing_gap=2)


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    """Open the document, and close it at the end, not whenever it is collected."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()
