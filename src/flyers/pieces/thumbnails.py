"""Small pictures of a finished piece: the first of a file, cut to its trim."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING

from flyers.core.boxes import Box
from flyers.pieces.specification import Spec
from flyers.press.read import raster

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 88

SLACK = 0.001
"""Share of a pixel by which arithmetic may be off."""


def thumbnails(files: Sequence[Path], spec: Spec, *, dpi: float) -> list["Image"]:
    """Return the pictures of a piece's front, and of its back if it has one.

    They are the first pages of its file, or the first of its fronts and the first of its backs.
    """
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
    """Return the picture as JPEG, which the typesetter embeds as it is; a PNG would get larger."""
    data = BytesIO()
    picture.convert("RGB").save(data, "JPEG", quality=QUALITY)
    return data.getvalue()


def _scales(picture: "Image", spec: Spec, dpi: float) -> tuple[float, float]:
    """Return the pixels to a point, across and down: a picture of a sheet has whole pixels."""
    if spec.sheet is None:
        return dpi / raster.POINTS_PER_INCH, dpi / raster.POINTS_PER_INCH
    paper = spec.sheet.paper
    return picture.width / paper.width, picture.height / paper.height


def _pixels(box: Box, height: int, across: float, down: float) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom from the upper left corner, without pixels that show a
    neighbour too."""
    return (
        ceil(box.left * across - SLACK),
        height - floor(box.top * down + SLACK),
        floor(box.right * across + SLACK),
        height - ceil(box.bottom * down - SLACK),
    )
