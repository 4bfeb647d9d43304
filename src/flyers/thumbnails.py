"""Small pictures of a finished piece: the first of a file, cut to its trim."""

from typing import TYPE_CHECKING

from flyers import preview
from flyers.sheets import Box
from flyers.spec import Spec

if TYPE_CHECKING:
    from PIL.Image import Image


def thumbnails(pdf: bytes, spec: Spec, *, dpi: float) -> list["Image"]:
    """Its front, and its back if it has one."""
    sides = preview.rasters(pdf, dpi=dpi)
    return [
        picture.crop(_pixels(box, picture.height, dpi / preview.POINTS_PER_INCH))
        for picture, box in zip(sides, spec.shows, strict=False)
    ]


def _pixels(box: Box, height: int, scale: float) -> tuple[int, int, int, int]:
    """Left, top, right and bottom, from the upper left corner."""
    return (
        round(box.left * scale),
        height - round(box.top * scale),
        round(box.right * scale),
        height - round(box.bottom * scale),
    )
