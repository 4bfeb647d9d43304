"""Draws the folding of the zine of docs/imposition.md from the picture of its sheet.

For draw_docs.py. Paper stands on a table: x goes to the right, y away from whoever looks,
z upward, in widths of a page.
"""

from collections.abc import Iterator, Sequence
from math import cos, radians, sin

from PIL import Image, ImageDraw
from PIL.Image import Resampling, Transform

Point = tuple[float, float]
Panel = tuple[Point, Point, Image.Image | None]
"""A page that stands between two points on the table, left and right of whoever sees its print;
None is the blank side of the paper."""

WIDTH, HEIGHT = 220, 340
"""Pixels of a page that is seen from in front."""

GROUND, BLANK, EDGE, CUT = "#ebebe7", "#ffffff", "#55554f", "#c1121f"
AWAY = (0.42, 0.3)
"""Shift to the right, and up, of something that is a page's width farther away."""

TOP = (0, 1, 2, 3)
"""Places in the upper row of the sheet, whose pages stand on their heads, from the left."""


def steps(sheet: Image.Image) -> Iterator[tuple[str, Image.Image]]:
    """The steps and their names. ``sheet`` is the flat side with its folds and its cut drawn in."""
    flat = sheet.resize((4 * WIDTH, 2 * HEIGHT), Resampling.LANCZOS)
    upper = [_page(flat, column, 0).rotate(180) for column in TOP]
    lower = [_page(flat, column, 1) for column in range(4)]
    yield "1  fold it in eight, and open it", _on_the_table(flat)
    yield "2  fold it in half, cut from the fold to the middle", _on_the_table(_halved(flat))
    yield "3  open it, and fold it lengthwise", _on_the_table(_standing(_strip(upper, lower, 0)))
    yield "4  push the ends together", _on_the_table(_standing(_strip(upper, lower, 40)))
    yield "5  until four leaves stand out", _on_the_table(_standing(_strip(upper, lower, 82)))
    yield "6  fold them round: 1 is the cover", _on_the_table(_closed(lower[3]))


def _page(flat: Image.Image, column: int, row: int) -> Image.Image:
    left, top = column * WIDTH, row * HEIGHT
    return flat.crop((left, top, left + WIDTH, top + HEIGHT))


def _on_the_table(paper: Image.Image) -> Image.Image:
    """In the middle of a place that is as large for every step."""
    table = Image.new("RGB", (4 * WIDTH + 60, 2 * HEIGHT + 60), GROUND)
    table.paste(paper, ((table.width - paper.width) // 2, (table.height - paper.height) // 2))
    return table


def _halved(flat: Image.Image) -> Image.Image:
    """The right half, its left edge the fold, with the other half behind it."""
    picture = Image.new("RGB", (2 * WIDTH + 16, 2 * HEIGHT + 12), GROUND)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((14, 0, 2 * WIDTH + 14, 2 * HEIGHT), fill=BLANK, outline=EDGE, width=3)
    picture.paste(flat.crop((2 * WIDTH, 0, 4 * WIDTH, 2 * HEIGHT)), (0, 10))
    pen.rectangle((0, 10, 2 * WIDTH, 2 * HEIGHT + 10), outline=EDGE, width=3)
    pen.line((0, HEIGHT + 10, WIDTH, HEIGHT + 10), fill=CUT, width=12)
    return picture


def _strip(
    upper: Sequence[Image.Image], lower: Sequence[Image.Image], degrees: float
) -> list[Panel]:
    """The sheet folded lengthwise, its middle opened by so much: 6, 7, 8 and 1 in front, 5, 4, 3
    and 2 behind, joined at both ends."""
    across, out = cos(radians(degrees)), sin(radians(degrees))
    left, right, near, far = (-across, 0.0), (across, 0.0), (0.0, -out), (0.0, out)
    far_left, far_right = (-1 - across, 0.0), (1 + across, 0.0)
    front = [(far_left, left), (left, near), (near, right), (right, far_right)]
    behind = [(left, far_left), (far, left), (right, far), (far_right, right)]
    return [
        *((start, end, page) for (start, end), page in zip(behind, upper, strict=True)),
        *((start, end, page) for (start, end), page in zip(front, lower, strict=True)),
    ]


def _standing(panels: Sequence[Panel]) -> Image.Image:
    """Panels as they stand, what is farther away first."""
    corners = [
        _seen(point, up) for start, end, _ in panels for point in (start, end) for up in (0, 1)
    ]
    left, top = min(x for x, _ in corners) - 3, min(y for _, y in corners) - 3
    right, bottom = max(x for x, _ in corners) + 3, max(y for _, y in corners) + 3
    picture = Image.new("RGB", (round(right - left), round(bottom - top)), GROUND)
    for start, end, page in sorted(panels, key=lambda panel: -(panel[0][1] + panel[1][1])):
        (x1, y1), (x2, y2) = ((x - left, y - top) for x, y in (_seen(start, 1), _seen(end, 1)))
        _put(picture, (x1, y1), (x2, y2), page if x2 > x1 else None)
    return picture


def _seen(point: Point, up: float) -> Point:
    x, y = point
    return (x + AWAY[0] * y) * WIDTH, -up * HEIGHT - AWAY[1] * y * WIDTH


def _put(picture: Image.Image, left: Point, right: Point, page: Image.Image | None) -> None:
    """A page whose upper corners are seen there."""
    (x1, y1), (x2, y2) = left, right
    outline = [(x1, y1), (x2, y2), (x2, y2 + HEIGHT), (x1, y1 + HEIGHT)]
    shape = Image.new("L", picture.size)
    ImageDraw.Draw(shape).polygon(outline, fill=255)
    if page is None:
        picture.paste(BLANK, (0, 0), shape)
    else:
        # From the picture back to the page: straight up and down, squeezed and slanted across.
        narrow, slant = WIDTH / (x2 - x1), (y2 - y1) / (x2 - x1)
        back = (narrow, 0, -narrow * x1, -slant, 1, slant * x1 - y1)
        turned = page.transform(picture.size, Transform.AFFINE, back, Resampling.BICUBIC)
        picture.paste(turned, (0, 0), shape)
    ImageDraw.Draw(picture).line([*outline, outline[0]], fill=EDGE, width=3, joint="curve")


def _closed(cover: Image.Image) -> Image.Image:
    """The finished zine, its other leaves showing at the right."""
    picture = Image.new("RGB", (WIDTH + 26, HEIGHT + 20), GROUND)
    pen = ImageDraw.Draw(picture)
    for off in (24, 16, 8):
        box = (off, 16 - off * 0.6, WIDTH + off, HEIGHT + 16 - off * 0.6)
        pen.rectangle(box, fill=BLANK, outline=EDGE, width=3)
    picture.paste(cover, (0, 18))
    pen.rectangle((0, 18, WIDTH, HEIGHT + 18), outline=EDGE, width=3)
    return picture
