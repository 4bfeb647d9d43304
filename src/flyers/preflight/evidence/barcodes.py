"""Reads QR codes from a picture. The only import of zxingcpp."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flyers.core.errors import PdfError

if TYPE_CHECKING:
    import zxingcpp
    from PIL.Image import Image


LEAST = 2
"""Pixels of a module at which light and dark ones can be told apart, each by itself."""


@dataclass(frozen=True, kw_only=True)
class Barcode:
    """A QR code by its outer edges in pixels, y downward, without the quiet zone."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    modules: int
    sound: bool
    """True if the code was read without error correction."""
    light: bool
    """True of a code that is light on dark, which many phones cannot read."""


def read_barcodes(picture: "Image", *, soft: bool = True) -> list[Barcode]:
    """Return all QR codes in a picture in grey.

    With ``soft``, a smaller picture is read as well: codes that were scanned, or are made of
    dots, can be read only there.
    """
    import zxingcpp

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    try:
        read = zxingcpp.read_barcodes(picture, formats=formats, try_invert=True, try_downscale=soft)
    except MemoryError:
        raise
    except Exception as error:
        raise PdfError(
            f"A page cannot be searched for codes ({error!s:.100}); "
            "save it again in the program that made it."
        ) from error
    return [_barcode(picture, code) for code in read]


def _barcode(picture: "Image", code: "zxingcpp.Barcode") -> Barcode:
    position = code.position
    extra = cast("dict[str, str]", code.extra)
    corners = (
        position.top_left,
        position.top_right,
        position.bottom_right,
        position.bottom_left,
    )
    left, right = min(corner.x for corner in corners), max(corner.x for corner in corners)
    modules = 17 + 4 * int(extra["Version"])  # ISO/IEC 18004, 5.3.1
    # Going in from a corner there is the rim of an eye, and then the ring in it (5.3.2.2).
    rim, ring = (_grey(picture, code, share / modules) for share in (1, 3))
    return Barcode(
        text=code.text,
        left=left,
        top=min(corner.y for corner in corners),
        right=right,
        bottom=max(corner.y for corner in corners),
        modules=modules,
        sound=float(extra["UEC"]) >= 1,  # the share of error correction left unused
        light=rim > ring and right - left >= LEAST * modules,
    )


def _grey(picture: "Image", code: "zxingcpp.Barcode", share: float) -> int:
    """Return the grey at a share of the way from a code's upper left corner to its middle."""
    start, end = code.position.top_left, code.position.bottom_right
    x = start.x + (end.x - start.x) / 2 * share
    y = start.y + (end.y - start.y) / 2 * share
    return cast(int, picture.getpixel((round(x), round(y))))
