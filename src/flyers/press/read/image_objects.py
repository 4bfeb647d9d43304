"""Image XObjects as values, and values put back in their place (ISO 32000-1, 8.9.5)."""

from typing import Any

from flyers.catalogue.inks import Bitmap
from flyers.press.read.damage import unprintable
from flyers.press.read.objects import CHANNELS, followed, parsed

_SPACES = {count: space for space, count in CHANNELS.items()}
_KEPT = ("/Type", "/Subtype", "/Interpolate", "/SMask")


def bitmap_of(image: Any) -> Bitmap:
    """Return the picture as the typesetter wrote it. Raises PdfError for one of an unknown kind."""
    space = str(followed(image.get("/ColorSpace"))).lstrip("/")
    coding = {"/DCTDecode": "jpeg", "/FlateDecode": "png"}.get(str(followed(image.get("/Filter"))))
    parameters = followed(image.get("/DecodeParms")) or {}
    rows = int(parameters.get("/Predictor", 1)) >= 10 and space != "DeviceCMYK"
    if space not in CHANNELS or not (coding == "jpeg" or (coding == "png" and rows)):
        raise unprintable("a picture of an unknown kind")
    return Bitmap(
        width=int(image["/Width"]),
        height=int(image["/Height"]),
        channels=CHANNELS[space],
        coding="jpeg" if coding == "jpeg" else "png",
        data=image._data,
        bits=int(image["/BitsPerComponent"]),
        inverted="/Decode" in image,
    )


def replace_bitmap(image: Any, bitmap: Bitmap) -> None:
    """Put another picture into the object."""
    space = b"/" + _SPACES[bitmap.channels].encode()
    if bitmap.palette:
        table = b"".join(bytes(round(ink * 255) for ink in inks) for inks in bitmap.palette)
        space = b"[/Indexed /DeviceCMYK %d <%s>]" % (len(bitmap.palette) - 1, table.hex().encode())
    coding = b"/Filter /DCTDecode" if bitmap.coding == "jpeg" else b"/Filter /FlateDecode"
    if bitmap.coding == "png":
        shape = b"/Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d"
        shape %= (bitmap.channels, bitmap.bits, bitmap.width)
        coding += b" /DecodeParms << %s >>" % shape
    if bitmap.coding == "flate":
        # Between few exact colours there is nothing to interpolate.
        image.pop("/Interpolate", None)
    decode = b"/Decode [%s]" % b" ".join([b"1 0"] * bitmap.channels) if bitmap.inverted else b""
    for key in [key for key in image if key not in _KEPT]:
        del image[key]
    image.update(
        parsed(
            b"<< /Width %d /Height %d /BitsPerComponent %d /ColorSpace %s %s %s >>"
            % (bitmap.width, bitmap.height, bitmap.bits, space, coding, decode)
        )
    )
    image._data = bitmap.data
    image.decoded_self = None
