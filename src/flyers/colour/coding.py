"""Pictures taken out of a PDF and put back, with no more pixels than can be seen.

ISO 32000-1: 7.4.4.4 (rows coded as in a PNG), 7.4.8 (JPEG), 8.9.5 (image dictionaries).
"""

from io import BytesIO
from struct import pack, unpack_from
from typing import TYPE_CHECKING
from zlib import crc32

from flyers.catalogue.inks import Bitmap

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 92
"""Of a JPEG for print."""

Size = tuple[float, float] | None
"""Printed width and height in points."""


def sized(image: "Image", size: Size, too_fine: float, ppi: float) -> "Image":
    """Return the picture at ``ppi`` if it has more than ``too_fine`` pixels to the inch at its
    printed size, else as it is."""
    from PIL.Image import Resampling

    if size is None or min(size) <= 0:
        return image
    finer = max(image.width / size[0], image.height / size[1]) * 72
    if finer <= too_fine:
        return image
    bound = (max(1, round(image.width * ppi / finer)), max(1, round(image.height * ppi / finer)))
    image.thumbnail(bound, Resampling.BICUBIC, reducing_gap=2)
    return image


def opened(bitmap: Bitmap) -> "Image":
    """Return the picture for Pillow."""
    from PIL import Image

    data = bitmap.data if bitmap.coding == "jpeg" else _png_around(bitmap)
    return Image.open(BytesIO(data))


def as_jpeg(image: "Image", *, quality: int = QUALITY, subsampling: int = 0) -> Bitmap:
    """Return the picture as a JPEG; ``subsampling`` 0 keeps full colour resolution, 2 a quarter of
    it."""
    target = BytesIO()
    image.save(target, "JPEG", quality=quality, subsampling=subsampling)
    return Bitmap(
        width=image.width,
        height=image.height,
        channels=len(image.getbands()),
        coding="jpeg",
        data=target.getvalue(),
        inverted=image.mode == "CMYK",  # as Pillow writes them, like everybody since Photoshop
    )


def as_png(image: "Image") -> Bitmap:
    """Return a picture in grey or RGB as rows filtered as in a PNG."""
    target = BytesIO()
    image.save(target, "PNG")
    return Bitmap(
        width=image.width,
        height=image.height,
        channels=len(image.getbands()),
        coding="png",
        data=_rows_of(target.getvalue()),
    )


_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOUR_TYPES = {1: 0, 3: 2}
"""Colour types of a PNG (ISO/IEC 15948, 11.2.2), by the number of channels."""


def _png_around(bitmap: Bitmap) -> bytes:
    """Return a PNG file, whose rows are coded just as those in a PDF (11.2.4)."""
    kind = _COLOUR_TYPES[bitmap.channels]
    header = pack(">IIBBBBB", bitmap.width, bitmap.height, bitmap.bits, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", bitmap.data), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))
        for name, data in chunks
    )


def _rows_of(png: bytes) -> bytes:
    """Return the rows of a PNG file, out of all its IDAT chunks."""
    at, rows = len(_SIGNATURE), []
    while at < len(png):
        (length,) = unpack_from(">I", png, at)
        if png[at + 4 : at + 8] == b"IDAT":
            rows.append(png[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(rows)
