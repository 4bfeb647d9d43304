"""Pictures for a screen: in sRGB, and with no more pixels than a screen or a desktop printer
shows."""

from flyers.catalogue.inks import Bitmap
from flyers.colour.coding import Size, as_jpeg, as_png, opened, sized
from flyers.colour.pictures import FEW_COLOURS

PPI = 200
"""Pixels to the inch that are seen of a page that fills a screen, and of a photograph from a
desktop printer."""

TOO_FINE = 250
"""Pixels to the inch above which a picture is brought down to PPI."""

QUALITY = 82
"""Of a photograph as a JPEG, with half the colour resolution: no eye tells, at that size."""

_WORTH = 0.9
"""A picture is coded anew if that brings it below this share of its bytes."""


def screen_bitmap(bitmap: Bitmap, size: Size) -> Bitmap:
    """Return the picture as small as it may be at the size in which it is shown; one in few colours
    stays exact."""
    with opened(bitmap) as image:
        few = bitmap.coding == "png" and image.getcolors(FEW_COLOURS) is not None
        fitting = sized(image, size, TOO_FINE, PPI)
        anew = as_png(fitting) if few else as_jpeg(fitting, quality=QUALITY, subsampling=2)
    return anew if len(anew.data) < _WORTH * len(bitmap.data) else bitmap
