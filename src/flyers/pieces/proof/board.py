"""A picture to draw on: dashed lines, dimensions, words in the shipped fonts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from flyers.core.shipped import shipped

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

GROUND, INK, FAINT, HALO = "#f4f4f2", "#222222", "#66665f", (255, 255, 255, 170)
TINT = 72
"""Strength of a tint, of 255."""

TYPE, THICK, TICK = 18, 2, 6
"""Pixels: the usual type, a line's width, half the end of a dimension line."""

PixelBox = tuple[int, int, int, int]
"""Left, top, right and bottom, or the begin and the end of a line, in pixels."""


@dataclass(frozen=True, kw_only=True)
class LineStyle:
    """A kind of line: its colour, and its dashes as pixels on and off; none: a solid line."""

    colour: str
    dash: tuple[int, ...] = ()


class Board:
    """The picture; places are counted from its upper left corner."""

    def __init__(self, width: int, height: int) -> None:
        from PIL import Image, ImageDraw

        self.image = Image.new("RGB", (width, height), GROUND)
        self._pen = ImageDraw.Draw(self.image, "RGBA")

    def words(
        self,
        x: int,
        y: int,
        text: str,
        *,
        size: int = TYPE,
        bold: bool = False,
        anchor: str = "mm",
        colour: str = INK,
    ) -> None:
        """Write words at a point, which is their middle unless ``anchor`` is another."""
        self._pen.text((x, y), text, colour, _face(bold, size), anchor=anchor)

    def width_of(self, text: str, *, bold: bool = False) -> int:
        """Return the width of words in the usual type."""
        return round(_face(bold, TYPE).getlength(text))

    def tag(self, x: int, y: int, text: str) -> None:
        """Write words on a light field, their middle at that point."""
        half = self.width_of(text) // 2 + 6
        self._pen.rectangle((x - half, y - 12, x + half, y + 12), (255, 255, 255, 225))
        self.words(x, y, text)

    def tint(self, boxes: Sequence[PixelBox], holes: Sequence[PixelBox], colour: str) -> None:
        """Colour the boxes, but not the holes in them."""
        from PIL import Image, ImageDraw

        mask = Image.new("L", self.image.size)
        pen = ImageDraw.Draw(mask)
        for box in boxes:
            pen.rectangle(box, TINT)
        for box in holes:
            pen.rectangle(box, 0)
        self.image.paste(colour, mask=mask)

    def outline(self, box: PixelBox, style: LineStyle) -> None:
        """Draw the four sides of a box, or the one line that it is without width or height."""
        left, top, right, bottom = box
        for side in dict.fromkeys(
            [
                (left, top, right, top),
                (right, top, right, bottom),
                (left, bottom, right, bottom),
                (left, top, left, bottom),
            ]
        ):
            if side[:2] != side[2:]:
                self.line(side, style)

    def line(self, ends: PixelBox, style: LineStyle) -> None:
        """Draw a line to the right or downward, with a light edge on either side."""
        for colour, wider in ((HALO, 1), (style.colour, 0)):
            for start, stop in _dashes(ends, style.dash):
                self._stroke(ends, start, stop, colour, wider)

    def _stroke(self, ends: PixelBox, start: int, stop: int, colour: Any, wider: int) -> None:
        x1, y1, _, y2 = ends
        near, far = -(THICK // 2) - wider, THICK - THICK // 2 - 1 + wider
        if y1 == y2:
            self._pen.rectangle((x1 + start, y1 + near, x1 + stop, y1 + far), colour)
        else:
            self._pen.rectangle((x1 + near, y1 + start, x1 + far, y1 + stop), colour)

    def across(self, left: int, right: int, y: int, *labels: str) -> None:
        """Draw a dimension from left to right, with the first label that it has room for."""
        self._pen.line((left, y, right, y), FAINT)
        for x in (left, right):
            self._pen.line((x, y - TICK, x, y + TICK), FAINT)
        self._label((left + right) // 2, y, right - left, labels)

    def upright(self, x: int, top: int, bottom: int, *labels: str) -> None:
        """Draw a dimension from the top down, to be read from below."""
        from PIL import Image

        other = Board(bottom - top + 1, TICK + TYPE)
        middle = other.image.height // 2
        other.across(0, bottom - top, middle, *labels)
        turned = other.image.transpose(Image.Transpose.ROTATE_90)
        self.image.paste(turned, (x - turned.width // 2, top))

    def _label(self, x: int, y: int, room: int, labels: Sequence[str]) -> None:
        for label in labels:
            half = self.width_of(label) // 2 + 5
            if 2 * half < room - 2 * TICK:
                self._pen.rectangle((x - half, y - TICK, x + half, y + TICK), GROUND)
                self.words(x, y, label)
                return


def _dashes(ends: PixelBox, dash: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the begin and end of each dash of a line, from its start."""
    length = max(ends[2] - ends[0], ends[3] - ends[1])
    if not dash:
        return [(0, length)]
    strokes, at = [], 0
    while at < length:
        for on, off in zip(dash[::2], dash[1::2], strict=True):
            if at < length:
                strokes.append((at, min(at + on - 1, length)))
            at += on + off
    return strokes


@cache
def _face(bold: bool, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    weight = "Bold" if bold else "Regular"
    return ImageFont.truetype(shipped("fonts") / f"SourceSans3-{weight}.ttf", size)
