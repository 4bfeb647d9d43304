"""Operators that paint a path (ISO 32000-1, 8.5.3)."""

from collections.abc import Mapping
from functools import partial

from flyers.core.boxes import Box, Edges
from flyers.press.read.content.painter import Painter, Painting
from flyers.press.read.content.paths import filled
from flyers.press.read.content.tokens import Operands

MOST_TICKS = 1_000
"""Short strokes of a page that are kept, to find fold marks by."""


def paint(
    painter: Painter,
    _: Operands,
    *,
    fill: bool = False,
    stroke: bool = False,
    even_odd: bool = False,
) -> None:
    """Fill and stroke the path, make it the clip if it was to be one, and begin a new path."""
    path, graphics = painter.end_path(), painter.graphics
    around = path.box()
    if around is None:
        return
    if fill:
        shown = around.shared(graphics.clip)
        area, thin = filled(path, graphics.clip, even_odd=even_odd)
        if _is_seen(shown) or (thin is not None and graphics.clip.contains(around)):
            area = min(area, shown.width * shown.height)
            painter.fill("path", shown, area=area, line=thin)
    if stroke:
        broad = painter.stroke_width()
        shown = around.inset(Edges.all(-broad / 2)).shared(graphics.clip)
        if _is_seen(shown) or broad == 0:
            painter.stroke("path", shown, line=broad)
            if path.is_tick(around) and len(painter.canvas.ticks) < MOST_TICKS:
                painter.canvas.ticks.append(around)
    painter.clip_to(path)


def _is_seen(box: Box) -> bool:
    return box.width > 0 and box.height > 0


_FILLED = partial(paint, fill=True)
_FILLED_EVEN_ODD = partial(paint, fill=True, even_odd=True)
_STROKED = partial(paint, stroke=True)
_BOTH = partial(paint, fill=True, stroke=True)
_BOTH_EVEN_ODD = partial(paint, fill=True, stroke=True, even_odd=True)

OPERATORS: Mapping[bytes, Painting] = {
    b"n": paint,
    b"f": _FILLED,
    b"F": _FILLED,
    b"f*": _FILLED_EVEN_ODD,
    b"S": _STROKED,
    b"s": _STROKED,
    b"B": _BOTH,
    b"b": _BOTH,
    b"B*": _BOTH_EVEN_ODD,
    b"b*": _BOTH_EVEN_ODD,
}
