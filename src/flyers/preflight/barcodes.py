"""Reads QR codes from a picture. The only import of zxingcpp."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import zxingcpp
    from PIL.Image import Image


@dataclass(frozen=True, kw_only=True)
class Barcode:
    """A QR code and its outer edges in pixels, y downward, without the quiet zone."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    modules: int
    sound: bool
    """Whether the code was read without the help of error correction."""


def read_barcodes(picture: "Image") -> list[Barcode]:
    """All QR codes in a grey picture, dark on light only: many phones read no others."""
    import zxingcpp

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    read = zxingcpp.read_barcodes(picture, formats=formats, try_invert=False)
    return [_barcode(code) for code in read]


def _barcode(code: "zxingcpp.Barcode") -> Barcode:
    position = code.position
    extra = cast("dict[str, str]", code.extra)
    corners = (
        position.top_left,
        position.top_right,
        position.bottom_right,
        position.bottom_left,
    )
    return Barcode(
        text=code.text,
        left=min(corner.x for corner in corners),
        top=min(corner.y for corner in corners),
        right=max(corner.x for corner in corners),
        bottom=max(corner.y for corner in corners),
        modules=17 + 4 * int(extra["Version"]),  # ISO/IEC 18004, 5.3.1
        sound=float(extra["UEC"]) >= 1,  # the share of error correction left unused
    )
