"""Operators that build a path and paint it (ISO 32000-1, 8.5)."""

from typing import TYPE_CHECKING

from flyers.core.sheets import Box, Edges
from flyers.press.read.content.paths import Path, filled
from flyers.press.read.content.tokens import Operands

if TYPE_CHECKING:
    from flyers.press.read.content.painter import Walk


MOST_TICKS = 1_000
"""Short strokes of a page that are kept, to find fold marks by."""


def move(walk: "Walk", operands: Operands) -> None:
    x, y = operands
    walk.path.move(walk.graphics.matrix.point(x, y))


def line(walk: "Walk", operands: Operands) -> None:
    x, y = operands
    walk.path.line(walk.graphics.matrix.point(x, y))


def curve(walk: "Walk", operands: Operands) -> None:
    """``c`` with three points, ``v`` and ``y`` with two: by their corners."""
    point = walk.graphics.matrix.point
    pairs = zip(operands[::2], operands[1::2], strict=True)
    walk.path.line(*[point(x, y) for x, y in pairs])


def rectangle(walk: "Walk", operands: Operands) -> None:
    x, y, width, height = operands
    point = walk.graphics.matrix.point
    walk.path.rectangle(
        [point(x, y), point(x + width, y), point(x + width, y + height), point(x, y + height)]
    )


def close(walk: "Walk", _: Operands) -> None:
    """The parts of a path are closed anyway when they are measured."""


def clip(walk: "Walk", _: Operands) -> None:
    walk.path.clips = True


def _painted(
    walk: "Walk", *, fill: bool = False, stroke: bool = False, even_odd: bool = False
) -> None:
    """Paint the path, then let it be the clip if it was to be, and begin a new one."""
    path, graphics = walk.path, walk.graphics
    walk.path = Path()
    around = path.box()
    if around is None:
        return
    if fill:
        shown = around.shared(graphics.clip)
        area, thin = filled(path, graphics.clip, even_odd=even_odd)
        if _is_seen(shown) or (thin is not None and graphics.clip.contains(around)):
            area = min(area, shown.width * shown.height)
            walk.fill("path", shown, area=area, line=thin)
    if stroke:
        broad = walk.stroke_width()
        shown = around.inset(Edges.all(-broad / 2)).shared(graphics.clip)
        if _is_seen(shown) or broad == 0:
            walk.stroke("path", shown, line=broad)
            if path.is_tick(around) and len(walk.canvas.ticks) < MOST_TICKS:
                walk.canvas.ticks.append(around)
    if path.clips:
        graphics.clip = around.shared(graphics.clip)


def _is_seen(box: Box) -> bool:
    return box.width > 0 and box.height > 0


OPERATORS = {
    b"m": move,
    b"l": line,
    b"c": curve,
    b"v": curve,
    b"y": curve,
    b"re": rectangle,
    b"h": close,
    b"W": clip,
    b"W*": clip,
    b"n": lambda walk, _: _painted(walk),
    b"f": lambda walk, _: _painted(walk, fill=True),
    b"F": lambda walk, _: _painted(walk, fill=True),
    b"f*": lambda walk, _: _painted(walk, fill=True, even_odd=True),
    b"S": lambda walk, _: _painted(walk, stroke=True),
    b"s": lambda walk, _: _painted(walk, stroke=True),
    b"B": lambda walk, _: _painted(walk, fill=True, stroke=True),
    b"b": lambda walk, _: _painted(walk, fill=True, stroke=True),
    b"B*": lambda walk, _: _painted(walk, fill=True, stroke=True, even_odd=True),
    b"b*": lambda walk, _: _painted(walk, fill=True, stroke=True, even_odd=True),
}
