"""Pictures as they lie in the typeset file, made into ink.

Each is decoded and encoded once at most: a picture with few colours stays exact,
pixel by pixel, and a photograph is a JPEG without loss of its finer colours.
"""

from collections.abc import Callable
from io import BytesIO
from struct import pack, unpack_from
from sys import byteorder
from typing import TYPE_CHECKING
from zlib import compress, crc32

from flyers.colour.conversion import Conversion
from flyers.colour.pictures import FEW_COLOURS, PPI
from flyers.inks import Bitmap, Inks, Rgb

if TYPE_CHECKING:
    from PIL.Image import Image

TOO_FINE = 450
"""Above this, pixels are lost on the way to the plate; such a picture is brought down to PPI."""

QUALITY = 92

FEW_GREYS = 16
"""A picture with more of them is a photograph, whose shadows have to keep their detail."""

Flat = Callable[[Rgb], Inks]
Size = tuple[float, float] | None
"""Printed width and height in points."""


def inked_bitmap(conversion: Conversion, flat: Flat, bitmap: Bitmap, size: Size) -> Bitmap:
    """The picture in CMYK, or in black alone where it is in greys."""
    if bitmap.channels == 1:
        return grey_bitmap(conversion, flat, bitmap, size)
    with _opened(bitmap) as image:
        if bitmap.channels == 4:
            return _bounded(conversion, bitmap, image, size)
        few = image.getcolors(FEW_COLOURS) if bitmap.coding == "png" else None
        if few and (len(few) <= FEW_GREYS or any(_is_coloured(rgb) for _, rgb in few)):
            return _exact(image, flat)
        return _photograph(conversion, bitmap, _sized(image, size))


def grey_bitmap(conversion: Conversion, flat: Flat, bitmap: Bitmap, size: Size) -> Bitmap:
    """The picture in black ink alone, each grey as light as it was."""
    with _opened(bitmap) as image:
        if bitmap.coding == "png" and image.getcolors(FEW_GREYS):
            return _exact(image, flat)
        return _grey(conversion, bitmap, _sized(image, size).convert("L"))


def _is_coloured(rgb: object) -> bool:
    return isinstance(rgb, tuple) and len(set(rgb)) > 1


def _photograph(conversion: Conversion, bitmap: Bitmap, image: "Image") -> Bitmap:
    from PIL import ImageChops

    red, green, blue = image.split()
    if not any(ImageChops.difference(red, other).getbbox() for other in (green, blue)):
        return _grey(conversion, bitmap, red)
    return _as_jpeg(image.filter(conversion.table))


def _grey(conversion: Conversion, bitmap: Bitmap, grey: "Image") -> Bitmap:
    toned = grey.point(list(conversion.tones))
    return _as_jpeg(toned) if bitmap.coding == "jpeg" else _as_png(toned)


def _bounded(conversion: Conversion, bitmap: Bitmap, image: "Image", size: Size) -> Bitmap:
    """What came in CMYK keeps its inks, up to their bound."""
    sized = _sized(image, size)
    bounded = conversion.bounded(sized)
    unchanged = bounded is sized and sized.size == (bitmap.width, bitmap.height)
    return bitmap if unchanged else _as_jpeg(bounded)


def _exact(image: "Image", flat: Flat) -> Bitmap:
    """A drawing, chart or scan with so few colours that each can have its own inks; one in black
    and white stays in one bit of grey."""
    from PIL import Image

    if not any(image.convert("L").histogram()[1:255]):
        return _packed(image.convert("1", dither=Image.Dither.NONE), bits=1)
    # Each pixel as one number. Pillow's own palettes take near colours for the same.
    pixels = memoryview(image.convert("RGBX").tobytes()).cast("I")
    place = {pixel: at for at, pixel in enumerate(sorted(set(pixels)))}
    places = Image.frombytes("P", image.size, bytes(map(place.__getitem__, pixels)))
    colours = [pixel.to_bytes(4, byteorder) for pixel in place]
    bits = next(b for b in (1, 2, 4, 8) if len(colours) <= 2**b)
    palette = tuple(flat((red, green, blue)) for red, green, blue, _ in colours)
    return _packed(places, bits=bits, palette=palette)


def _sized(image: "Image", size: Size) -> "Image":
    """With no more pixels than the paper can show."""
    from PIL.Image import Resampling

    if size is None or min(size) <= 0:
        return image
    finer = max(image.width / size[0], image.height / size[1]) * 72
    if finer <= TOO_FINE:
        return image
    bound = (max(1, round(image.width * PPI / finer)), max(1, round(image.height * PPI / finer)))
    image.thumbnail(bound, Resampling.BICUBIC, reducing_gap=2)
    return image


# ---- in the file ------------------------------------------------------------------------


def _opened(bitmap: Bitmap) -> "Image":
    from PIL import Image

    data = bitmap.data if bitmap.coding == "jpeg" else _png_around(bitmap)
    return Image.open(BytesIO(data))


def _as_jpeg(image: "Image") -> Bitmap:
    target = BytesIO()
    image.save(target, "JPEG", quality=QUALITY, subsampling=0)
    return Bitmap(
        width=image.width,
        height=image.height,
        channels=len(image.getbands()),
        coding="jpeg",
        data=target.getvalue(),
        inverted=image.mode == "CMYK",  # as Pillow writes them, like everybody since Photoshop
    )


def _as_png(image: "Image") -> Bitmap:
    """In greys, each row told by its neighbours."""
    target = BytesIO()
    image.save(target, "PNG")
    rows = _rows_of(target.getvalue())
    return Bitmap(width=image.width, height=image.height, channels=1, coding="png", data=rows)


def _packed(image: "Image", *, bits: int, palette: tuple[Inks, ...] = ()) -> Bitmap:
    """Several pixels to a byte. Places in a palette are no neighbours: rows stay as they are."""
    rows = image.tobytes("raw", "1" if not palette else "P" if bits == 8 else f"P;{bits}")
    return Bitmap(
        width=image.width,
        height=image.height,
        channels=1,
        coding="flate",
        data=compress(rows),
        bits=bits,
        palette=palette,
    )


_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOUR_TYPES = {1: 0, 3: 2}
"""Of a PNG (ISO/IEC 15948, 11.2.2), by the number of channels."""


def _png_around(bitmap: Bitmap) -> bytes:
    """A PNG file, whose rows are coded just as those in a PDF (11.2.4)."""
    kind = _COLOUR_TYPES[bitmap.channels]
    header = pack(">IIBBBBB", bitmap.width, bitmap.height, bitmap.bits, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", bitmap.data), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))
        for name, data in chunks
    )


def _rows_of(png: bytes) -> bytes:
    """The rows of a PNG file, out of all its chunks of them."""
    at, rows = len(_SIGNATURE), []
    while at < len(png):
        (length,) = unpack_from(">I", png, at)
        if png[at + 4 : at + 8] == b"IDAT":
            rows.append(png[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(rows)
