"""Marks around the leaves of a sheet: where to cut and to fold, and what a press looks at.

All of them follow from the leaves and lines. None touches a leaf or its bleed;
where there is no room outside, cuts and folds are ticked at the edge of the sheet itself.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flyers.impose.options import Options
from flyers.sheets import Box, Edges, Ink, Line, Mark, Patch, Target

TICK = 9.0
"""Length of a tick in points: 1/8 in, enough to lay a ruler to, and short of any text."""

OFFSET = 3.0
"""Between the bleed and a mark, so that a cut which is a hair off shows no mark."""

TARGET = 9.0
"""Across a registration target."""

PATCH = 9.0
"""Side of a colour bar's field."""

SLUG = 8.0
"""Height of the slug's line."""

SOLIDS = ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))
TINTS = tuple(tuple(ink * 0.5 for ink in solid) for solid in SOLIDS)
OVERPRINTS = ((1, 1, 0, 0), (0, 1, 1, 0), (1, 0, 1, 0))
"""Every ink solid, at half its strength, and two on one another: red, green, blue."""


def room_for(options: Options) -> float:
    """What bleed and marks take around the block, in points. Ticks for cuts and folds may stand
    on the sheet's edge instead, and take nothing."""
    kinds = set(options.marks)
    wide = 0.0
    if "crop" in kinds:
        wide = OFFSET + TICK
    if kinds & {"registration", "bar"}:
        wide = OFFSET + max(TICK, TARGET, PATCH)
    if "slug" in kinds:
        wide = max(wide, OFFSET + TICK) + SLUG
    return options.bleed + wide


def line_ticks(
    lines: Sequence[Line], block: Box, sheet: Box, reach: float, ink: Ink
) -> Iterator[Mark]:
    """A tick at both ends of each cut and fold that ends at the edge of the block.

    Outside the block, ``reach`` points away from it, where the paper goes on for
    that long, else inward from the edge of ``sheet``, what can be printed on.
    """
    seen = set()
    for line in lines:
        for tick in _ends(line, block, sheet, reach):
            if (line.kind, tick) not in seen:
                seen.add((line.kind, tick))
                x1, y1, x2, y2 = tick
                yield Mark(kind=line.kind, x1=x1, y1=y1, x2=x2, y2=y2, ink=ink)


def _ends(
    line: Line, block: Box, sheet: Box, reach: float
) -> Iterator[tuple[float, float, float, float]]:
    if line.x1 == line.x2:
        within = _Span(block.bottom, block.top), _Span(sheet.bottom, sheet.top)
        for low, high in _ticks(_Span(line.y1, line.y2), *within, reach):
            yield line.x1, low, line.x1, high
    else:
        within = _Span(block.left, block.right), _Span(sheet.left, sheet.right)
        for low, high in _ticks(_Span(line.x1, line.x2), *within, reach):
            yield low, line.y1, high, line.y1


class _Span(NamedTuple):
    low: float
    high: float


def _ticks(line: _Span, block: _Span, sheet: _Span, reach: float) -> Iterator[_Span]:
    """Where along its own axis the ticks of a line lie."""
    if abs(min(line) - block.low) < 0.01:
        outside = block.low - reach - TICK
        inward = outside < sheet.low - 0.01
        yield _Span(sheet.low, sheet.low + TICK) if inward else _Span(block.low - reach, outside)
    if abs(max(line) - block.high) < 0.01:
        outside = block.high + reach + TICK
        inward = outside > sheet.high + 0.01
        yield _Span(sheet.high, sheet.high - TICK) if inward else _Span(block.high + reach, outside)


def crops(
    boxes: Sequence[Box], clips: Sequence[Box], printable: Box, reach: float
) -> Iterator[Mark]:
    """Two ticks at every corner of every leaf, outside its bleed, where no neighbour lies."""
    seen = set()
    for box in boxes:
        for x, out_x in ((box.left, -1), (box.right, 1)):
            for y, out_y in ((box.bottom, -1), (box.top, 1)):
                for tick in (
                    (x + out_x * reach, y, x + out_x * (reach + TICK), y),
                    (x, y + out_y * reach, x, y + out_y * (reach + TICK)),
                ):
                    key = tuple(round(number, 2) for number in tick)
                    if key not in seen and _is_clear(tick, clips, printable):
                        seen.add(key)
                        x1, y1, x2, y2 = tick
                        yield Mark(kind="cut", x1=x1, y1=y1, x2=x2, y2=y2, ink="registration")


def _is_clear(
    tick: tuple[float, float, float, float], clips: Sequence[Box], printable: Box
) -> bool:
    x1, y1, x2, y2 = tick
    around = Box(left=min(x1, x2), bottom=min(y1, y2), right=max(x1, x2), top=max(y1, y2))
    return printable.contains(around) and not any(_overlap(around, clip) for clip in clips)


def _overlap(one: Box, other: Box) -> bool:
    """Whether they share anything, be it an edge: a line there is half on what lies beside it."""
    return (
        one.left <= other.right + 0.01
        and other.left <= one.right + 0.01
        and one.bottom <= other.top + 0.01
        and other.bottom <= one.top + 0.01
    )


def targets(block: Box, reach: float) -> Iterator[Target]:
    """A registration target in the middle of each side of the block."""
    away = reach + TARGET / 2
    middle_x, middle_y = (block.left + block.right) / 2, (block.bottom + block.top) / 2
    yield Target(x=middle_x, y=block.bottom - away)
    yield Target(x=middle_x, y=block.top + away)
    yield Target(x=block.left - away, y=middle_y)
    yield Target(x=block.right + away, y=middle_y)


def bar(block: Box, reach: float) -> Iterator[Patch]:
    """The colour bar: a row of fields above the block, right of its middle target."""
    left = (block.left + block.right) / 2 + TARGET + 2 * TICK
    bottom = block.top + reach
    for number, inks in enumerate((*SOLIDS, *OVERPRINTS, *TINTS)):
        x = left + number * PATCH
        if x + PATCH > block.right:
            return
        c, m, y, k = inks
        yield Patch(
            box=Box(left=x, bottom=bottom, right=x + PATCH, top=bottom + PATCH), inks=(c, m, y, k)
        )


def allowances(boxes: Sequence[Box], bleed: float) -> list[Edges]:
    """How far each leaf may bleed at its four sides: up to half the way to its neighbour.

    Where neighbours touch that is nothing; with a gutter of twice the bleed it is all of it.
    """
    return [
        Edges(
            left=_free(box, boxes, bleed, "left"),
            right=_free(box, boxes, bleed, "right"),
            bottom=_free(box, boxes, bleed, "bottom"),
            top=_free(box, boxes, bleed, "top"),
        )
        for box in boxes
    ]


def _free(box: Box, boxes: Sequence[Box], bleed: float, side: str) -> float:
    free = bleed
    for other in boxes:
        if side in ("left", "right"):
            beside = other.bottom < box.top - 0.01 and other.top > box.bottom + 0.01
            away = box.left - other.right if side == "left" else other.left - box.right
        else:
            beside = other.left < box.right - 0.01 and other.right > box.left + 0.01
            away = box.bottom - other.top if side == "bottom" else other.bottom - box.top
        if beside and away > -0.01:
            free = min(free, max(away, 0) / 2)
    return free
