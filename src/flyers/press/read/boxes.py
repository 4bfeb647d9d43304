"""Boxes of a page that was read, and the matrix that stands it upright."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix, upright
from flyers.press.read.objects import box, followed

if TYPE_CHECKING:
    from pypdf import PageObject

PageBox = Literal["trim", "crop", "bleed", "media"]

_BOXES: Mapping[PageBox, tuple[str, ...]] = {
    "trim": ("/TrimBox", "/CropBox"),
    "bleed": ("/BleedBox", "/CropBox"),
    "crop": ("/CropBox",),
    "media": (),
}
"""The entries in which each box is looked up, in order; the MediaBox is the last resort of all
(table 30)."""


def box_of(page: "PageObject", name: PageBox) -> Box:
    """Return the page's box of that name, no larger than its paper (14.11.2.1), in its user space.

    A box that is missing is the CropBox, and that the MediaBox.
    """
    media = box(followed(page["/MediaBox"]))
    key = next((key for key in _BOXES[name] if key in page), None)
    if key is None:
        return media
    within = box(followed(page[key])).shared(media)
    return within if within.width > 0 and within.height > 0 else media


def rotation_of(page: "PageObject") -> int:
    """Return the page's /Rotate, degrees clockwise: 0, 90, 180 or 270 (table 30). Of an angle
    between two of them the whole right angles count, as viewers have it."""
    return int(float(followed(page.get("/Rotate", 0))) / 90) % 4 * 90


def finished(page: "PageObject", name: PageBox) -> tuple[Box, Matrix]:
    """Return the box of the finished size, and the matrix from its user space to points, upright,
    the box's lower left corner at the origin."""
    trim = box_of(page, name)
    return trim, upright(trim, rotate=rotation_of(page), user_unit=page.user_unit)
