"""Pictures made ready before they are set: in a format that the engine keeps, in their true
colours.

The engine keeps a PNG or a JPEG in grey, RGB or CMYK as it is. Anything else it converts without
regard to profiles.
"""

from codecs import BOM_UTF8
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from flyers.catalogue.printers import Printer, printer_named
from flyers.colour.drawings import drawing_in_grey
from flyers.colour.jpeg_notes import without_notes

if TYPE_CHECKING:
    from PIL.Image import Image

PPI = 300
"""Pixels to the inch of a printed photograph: twice the screen of 150 lines of good offset."""

QUALITY = 95
"""Of a JPEG that is only made to be made into another one."""

LARGE = 1_500_000
"""Pixels of a photograph above which it is kept as a JPEG on the way, as deflating takes much
longer."""

FEW_COLOURS = 256

_SOUND = {
    "JPEG": ("L", "RGB", "CMYK"),
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA"),
}
"""Modes that the engine keeps as they are, by format."""

_ORIENTATION = 0x0112
"""Tag of Exif 2.3; 1 is upright."""


def prepared_for(printer: Printer) -> Callable[[bytes], bytes]:
    """Return the function that makes a picture ready for this printer before it is set, without
    comments."""
    made: Callable[[bytes], bytes]
    if printer.for_screen:
        made = for_screen
    elif printer.colour == "rgb":
        made = sound
    else:
        in_ink = in_grey if printer.colour == "grey" else for_press
        made = partial(in_ink, opaque=printer.standard == "x-1a")
    return lambda picture: made(without_notes(picture))


def is_drawing(picture: bytes) -> bool:
    """Return True for a drawing in lines (SVG), False for pixels."""
    return picture.removeprefix(BOM_UTF8).lstrip()[:1] == b"<"


def sound(picture: bytes) -> bytes:
    """Return the picture in a mode that a PDF has: not in 16 bits, in Lab, or as a TIFF in CMYK.

    A large photograph becomes a JPEG, as the engine would deflate any other format for seconds.
    """
    from PIL import Image

    if is_drawing(picture):
        return picture
    with Image.open(BytesIO(picture)) as image:
        # A format that is not listed is saved as a PNG, which the engine does as well.
        known = image.mode in _SOUND.get(image.format or "", _SOUND["PNG"])
        deflated = image.format != "JPEG" and _is_large(image) and not _is_clear(image)
        if known and not (deflated and image.getcolors(FEW_COLOURS) is None):
            return picture
        return _saved(_upright(image), image)


def in_grey(picture: bytes, *, opaque: bool = False) -> bytes:
    """Return the picture in shades of grey, as a PNG; a drawing (SVG) stays a drawing.

    ``opaque`` lays transparent parts on white paper. Greys are those of ITU-R BT.601, which Pillow
    uses: equally light to the eye.
    """
    from PIL import Image

    if is_drawing(picture):
        return drawing_in_grey(picture)
    with Image.open(BytesIO(picture)) as image:
        plain = _on_white(_meant(image)) if opaque else _meant(image)
        grey = plain.convert("RGBA").convert("LA") if _is_clear(plain) else plain.convert("L")
        target = BytesIO()
        grey.save(target, "PNG", dpi=image.info.get("dpi", (72, 72)))
    return target.getvalue()


def for_press(picture: bytes, *, opaque: bool) -> bytes:
    """Return the picture in sRGB, grey or plain CMYK, upright, and unchanged where it is that
    already.

    ``opaque`` lays transparent parts on white paper.
    """
    from PIL import Image

    if is_drawing(picture):
        return picture
    with Image.open(BytesIO(picture)) as image:
        if _is_ready(image, opaque):
            return picture
        ready = _on_white(_meant(image)) if opaque else _meant(image)
        return _saved(_without_palette(ready), image)


def for_screen(picture: bytes) -> bytes:
    """Return the picture in sRGB or grey, upright.

    A picture in CMYK looks as it is printed on coated paper, unless it has a profile of its own.
    """
    from PIL import Image

    if is_drawing(picture):
        return picture
    with Image.open(BytesIO(picture)) as image:
        if image.mode != "CMYK" and _is_ready(image, opaque=False):
            return picture
        ready = _proofed(_upright(image)) if image.mode == "CMYK" else _meant(image)
        return _saved(_without_palette(ready), image)


def _proofed(image: "Image") -> "Image":
    """Return inks as sRGB, by the picture's own profile or else that of coated paper."""
    from PIL import ImageCms

    from flyers.catalogue.conditions import condition_of

    profiles = (image.info.get("icc_profile") or b"", condition_of(printer_named("shop")).profile)
    for profile in profiles:
        try:
            inks = ImageCms.getOpenProfile(BytesIO(profile))
        except (OSError, ImageCms.PyCMSError):
            continue
        seen = _through(image, inks, ImageCms.createProfile("sRGB"), "RGB")
        if seen:
            return seen
    return image.convert("RGB")


def _is_ready(image: "Image", opaque: bool) -> bool:
    if image.mode not in _SOUND.get(image.format or "", ()):
        return False
    if image.getexif().get(_ORIENTATION, 1) != 1 or _has_other_profile(image):
        return False
    if _is_clear(image):
        return not opaque
    return image.format == "JPEG" or not _is_large(image)


def _upright(image: "Image") -> "Image":
    """Return the picture in 8 bits, and upright even where only Exif says which way up it is."""
    from PIL import ImageOps

    return _plain(ImageOps.exif_transpose(image))


def _meant(image: "Image") -> "Image":
    """Return the picture in sRGB, converted from its own profile."""
    return _in_srgb(_upright(image))


def _on_white(image: "Image") -> "Image":
    """Return the picture on white paper, unchanged where it is opaque."""
    from PIL import Image

    if not _is_clear(image):
        return image
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")


def _without_palette(image: "Image") -> "Image":
    """Return the picture in whole channels: no palette, no single bits."""
    if _is_clear(image):
        return image.convert("RGBA")
    if image.mode in ("1", "P"):
        return image.convert("RGB" if image.mode == "P" else "L")
    return image


def _is_large(image: "Image") -> bool:
    return image.width * image.height > LARGE and image.mode in ("RGB", "L")


def _is_clear(image: "Image") -> bool:
    """Return True for a picture with transparency."""
    return "transparency" in image.info or image.mode in ("LA", "PA", "RGBA", "La", "RGBa")


def _plain(image: "Image") -> "Image":
    """Return the picture in 8 bits, and in a mode that can be converted."""
    from PIL import ImageCms

    if image.mode.startswith("I;16"):
        # Pillow would cut off what is above 255, which is nearly everything.
        return image.point(lambda level: level * (1 / 257)).convert("L")
    if image.mode in ("I", "F"):
        return image.convert("L")
    if image.mode == "LAB":
        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        return _through(image, lab, srgb, "RGB") or image.convert("L")
    if image.mode in ("YCbCr", "HSV", "RGBX"):
        return image.convert("RGB")
    return image


def _has_other_profile(image: "Image") -> bool:
    """Return True if its colours are in another space than sRGB.

    CMYK counts as without: whoever separated it chose the inks.
    """
    profile = image.info.get("icc_profile") or b""
    return len(profile) > 128 and image.mode != "CMYK" and not _is_srgb(profile)


def _is_srgb(profile: bytes) -> bool:
    return b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile


def _in_srgb(image: "Image") -> "Image":
    """Return the same colours in sRGB, from the picture's profile; a broken profile is ignored."""
    from PIL import ImageCms

    if not _has_other_profile(image):
        return image
    try:
        profile = ImageCms.getOpenProfile(BytesIO(image.info["icc_profile"]))
    except (OSError, ImageCms.PyCMSError):
        return image
    srgb = ImageCms.createProfile("sRGB")
    if image.mode in ("L", "LA"):
        grey = _through(image.convert("L"), profile, srgb, "RGB")
        if grey and image.mode == "LA":
            grey.putalpha(image.getchannel("A"))
        return grey or image
    clear = _is_clear(image)
    colours = _through(image.convert("RGB"), profile, srgb, "RGB")
    if colours and clear:
        colours.putalpha(image.convert("RGBA").getchannel("A"))
    return colours or image


def _through(image: "Image", profile: object, srgb: object, mode: str) -> "Image | None":
    from PIL import ImageCms

    try:
        return ImageCms.profileToProfile(
            image,
            profile,  # type: ignore[arg-type]
            srgb,  # type: ignore[arg-type]
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode=mode,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError:
        return None


def _saved(ready: "Image", image: "Image") -> bytes:
    """Return a PNG, or a JPEG where it was one before or deflating would take long."""
    target = BytesIO()
    dpi = image.info.get("dpi", (72, 72))
    photo = _is_large(ready) and ready.getcolors(FEW_COLOURS) is None
    if ready.mode == "CMYK" or image.format == "JPEG" or photo:
        ready.save(target, "JPEG", quality=QUALITY, subsampling=0, dpi=dpi)
    else:
        ready.save(target, "PNG", compress_level=1, dpi=dpi)
    return target.getvalue()
