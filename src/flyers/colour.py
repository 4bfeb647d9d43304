"""Pictures in the colours that a printer has. The only import of Pillow that changes any."""

from io import BytesIO


def in_grey(picture: bytes) -> bytes:
    """The picture in shades of grey, as a PNG; one that is drawn in lines (SVG) stays as it is.

    Greys are those of ITU-R BT.601, which Pillow uses: what an eye takes for equally light.
    """
    from PIL import Image

    if picture.lstrip()[:1] == b"<":
        return picture
    with Image.open(BytesIO(picture)) as image:
        clear = "transparency" in image.info or image.mode in ("LA", "PA", "RGBA")
        grey = image.convert("RGBA").convert("LA") if clear else image.convert("L")
        target = BytesIO()
        grey.save(target, "PNG", dpi=image.info.get("dpi", (72, 72)))
    return target.getvalue()
