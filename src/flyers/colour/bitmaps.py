"""Pictures as they lie in the typeset file, turned into ink.

Each is decoded and encoded once at most: a picture with few colours stays exact, pixel by pixel,
and a photograph becomes a JPEG with full colour resolution.
"""

from collections.abc import Callable
from sys import byteorder
from typing import TYPE_CHECKING
from zlib import compress

from flyers.catalogue.inks import Bitmap, Inks, Rgb
from flyers.colour.coding import Size, as_jpeg, as_png, opened, sized
from flyers.colour.conversion import Conversion
from flyers.colour.pictures import FEW_COLOURS, PPI

if TYPE_CHECKING:
    from PIL.Image import Image

TOO_FINE = 450
"""Pixels to the inch above which they are lost on the way to the plate; such a picture is brought
down to PPI."""

FEW_GREYS = 16
"""A picture with more greys is a photograph, whose shadows have to keep their detail."""

InksOf = Callable[[Rgb], Inks]
"""Gives the inks of one colour."""


def inked_bitmap(conversion: Conversion, inks_of: InksOf, bitmap: Bitmap, size: Size) -> Bitmap:
    """Return the picture in CMYK, or in black alone where it is in greys."""
    if bitmap.channels == 1:
        return grey_bitmap(conversion, inks_of, bitmap, size)
    with opened(bitmap) as image:
        if bitmap.channels == 4:
            return _bounded(conversion, bitmap, image, size)
        few = image.getcolors(FEW_COLOURS) if bitmap.coding == "png" else None
        if few and (len(few) <= FEW_GREYS or any(_is_coloured(rgb) for _, rgb in few)):
            return _exact(image, inks_of)
        return _photograph(conversion, bitmap, sized(image, size, TOO_FINE, PPI))


def grey_bitmap(conversion: Conversion, inks_of: InksOf, bitmap: Bitmap, size: Size) -> Bitmap:
    """Return the picture in black ink alone, each grey as light as it was."""
    with opened(bitmap) as image:
        if bitmap.coding == "png" and image.getcolors(FEW_GREYS):
            return _exact(image, inks_of)
        return _grey(conversion, bitmap, sized(image, size, TOO_FINE, PPI).convert("L"))


def _is_coloured(rgb: object) -> bool:
    return isinstance(rgb, tuple) and len(set(rgb)) > 1


def _photograph(conversion: Conversion, bitmap: Bitmap, image: "Image") -> Bitmap:
    from PIL import ImageChops

    red, green, blue = image.split()
    if not any(ImageChops.difference(red, other).getbbox() for other in (green, blue)):
        return _grey(conversion, bitmap, red)
    return as_jpeg(image.filter(conversion.table))


def _grey(conversion: Conversion, bitmap: Bitmap, grey: "Image") -> Bitmap:
    toned = grey.point(list(conversion.tones))
    return as_jpeg(toned) if bitmap.coding == "jpeg" else as_png(toned)


def _bounded(conversion: Conversion, bitmap: Bitmap, image: "Image", size: Size) -> Bitmap:
    """Return a CMYK picture with its own inks, up to the bound on all inks."""
    fitting = sized(image, size, TOO_FINE, PPI)
    bounded = conversion.bounded(fitting)
    unchanged = bounded is fitting and fitting.size == (bitmap.width, bitmap.height)
    return bitmap if unchanged else as_jpeg(bounded)


def _exact(image: "Image", inks_of: InksOf) -> Bitmap:
    """Return a drawing, chart or scan with exact inks for each of its few colours; one in black and
    white becomes one bit of grey."""
    from PIL import Image

    if not any(image.convert("L").histogram()[1:255]):
        return _packed(image.convert("1", dither=Image.Dither.NONE), bits=1)
    # Each pixel as one number. Pillow's own palettes take near colours for the same.
    pixels = memoryview(image.convert("RGBX").tobytes()).cast("I")
    place = {pixel: at for at, pixel in enumerate(sorted(set(pixels)))}
    places = Image.frombytes("P", image.size, bytes(map(place.__getitem__, pixels)))
    colours = [pixel.to_bytes(4, byteorder) for pixel in place]
    bits = next(b for b in (1, 2, 4, 8) if len(colours) <= 2**b)
    palette = tuple(inks_of((red, green, blue)) for red, green, blue, _ in colours)
    return _packed(places, bits=bits, palette=palette)


def _packed(image: "Image", *, bits: int, palette: tuple[Inks, ...] = ()) -> Bitmap:
    """Return palette places or bits as a deflated picture.

    Neighbouring places in a palette are not alike, so rows are not filtered as in a PNG.
    """
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
