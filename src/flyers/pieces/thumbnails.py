"""Small pictures of a finished piece: the first of a file, cut to its trim."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING

from flyers.core.sheets import Box
from flyers.pieces.specification import Spec
from flyers.press.read import raster

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 88

SLACK = 0.001
"""Of a pixel, by which arithmetic may be off."""


def thumbnails(files: Sequence[Path], spec: Spec, *, dpi: float) -> list["Image"]:
    """Its front, and its back if it has one: the first pages of the file, or the first page of
    fronts and that of backs."""
    pages = range(len(spec.shows)) if len(files) == 1 else [0]
    sides = [
        picture
        for file in files[: len(spec.shows)]
        for picture in raster.rasters(file.read_bytes(), dpi=dpi, only=pages)
    ]
    return [
        picture.crop(_pixels(box, picture.height, *_scales(picture, spec, dpi)))
        for picture, box in zip(sides, spec.shows, strict=True)
    ]


def jpeg(picture: "Image") -> bytes:
    """The picture as the typesetter takes it over as it is; a PNG it would make anew, larger."""
    data = BytesIO()
    picture.convert("RGB").save(data, "JPEG", quality=QUALITY)
    return data.getvalue()


def _scales(picture: "Image", spec: Spec, dpi: float) -> tuple[float, float]:
    """Pixels to a point, across and down: a sheet fills a picture of whole pixels."""
    if spec.sheet is None:
        return dpi / raster.POINTS_PER_INCH, dpi / raster.POINTS_PER_INCH
    paper = spec.sheet.paper
    return picture.width / paper.width, picture.height / paper.height


def _pixels(box: Box, height: int, across: float, down: float) -> tuple[int, int, int, int]:
    """Left, top, right and bottom, from the upper left corner; a pixel that is not all of the
    piece shows its neighbour."""
    return (
        ceil(box.left * across - SLACK),
        height - floor(box.top * down + SLACK),
        floor(box.right * across + SLACK),
        height - ceil(box.bottom * down - SLACK),
    )
