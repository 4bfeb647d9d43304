"""Marks around the leaves of a sheet: crop, cut and fold ticks, registration targets, colour bar.

All of them follow from the leaves and lines. None touches a leaf or its bleed;
where there is no room outside, cuts and folds are ticked at the edge of the sheet itself.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flyers.catalogue.marks import TARGET
from flyers.core.boxes import Box, Edges
from flyers.core.sheets import Ink, Line, Mark, Patch, Target
from flyers.imposition.options import Options

TICK = 9.0
"""Length of a tick in points: 1/8 in, enough to lay a ruler to, and short of any text."""

OFFSET = 3.0
"""Points between the bleed and a mark, so that a cut slightly off shows no mark."""

PATCH = 9.0
"""Side of a colour bar's field."""

GAP = 1.0
"""Points between the ticks and the colour bar, which stands in a row beyond them."""

SLUG = 8.0
"""Height of the slug's line."""

SOLIDS = ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))
TINTS = tuple(tuple(ink * 0.5 for ink in solid) for solid in SOLIDS)
OVERPRINTS = ((1, 1, 0, 0), (0, 1, 1, 0), (1, 0, 1, 0))
"""Patches of the colour bar: each ink solid, its 50 % tint, and pairs overprinted to red, green
and blue."""


def room_for(options: Options) -> float:
    """Return the points that bleed and marks take around the block. Ticks for cuts and folds take
    none: they may stand on the sheet's edge instead."""
    kinds = set(options.marks)
    wide = 0.0
    if "crop" in kinds:
        wide = OFFSET + TICK
    if "registration" in kinds:
        wide = OFFSET + max(TICK, TARGET)
    if "slug" in kinds:
        wide = OFFSET + TICK + SLUG
    if "bar" in kinds:
        wide = OFFSET + TICK + GAP + PATCH
    return options.bleed + wide


def line_ticks(
    lines: Sequence[Line], block: Box, sheet: Box, reach: float, ink: Ink
) -> Iterator[Mark]:
    """Yield a tick at both ends of each cut and fold that ends at the edge of the block.

    It stands outside the block, ``reach`` points away, where there is paper for it; else
    inward from the edge of ``sheet``, the printable part.
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
    """Yield the ticks of a line as spans along its own axis."""
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
    """Yield two ticks at every corner of every leaf, outside its bleed, where no neighbour lies."""
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
    around = _box_of(*tick)
    return printable.contains(around) and not any(_overlap(around, clip) for clip in clips)


def _box_of(x1: float, y1: float, x2: float, y2: float) -> Box:
    return Box(left=min(x1, x2), bottom=min(y1, y2), right=max(x1, x2), top=max(y1, y2))


def _overlap(one: Box, other: Box) -> bool:
    """Return True if they share anything, an edge included: a tick along it would show."""
    return (
        one.left <= other.right + 0.01
        and other.left <= one.right + 0.01
        and one.bottom <= other.top + 0.01
        and other.bottom <= one.top + 0.01
    )


def targets(block: Box, reach: float, marks: Sequence[Mark]) -> Iterator[Target]:
    """Yield a registration target on each side of the block, as near the middle as marks allow."""
    away = reach + TARGET / 2
    middle_x, middle_y = (block.left + block.right) / 2, (block.bottom + block.top) / 2
    for y in (block.bottom - away, block.top + away):
        yield _clear_of(marks, [Target(x=x, y=y) for x in _outward(middle_x, block.width / 2)])
    for x in (block.left - away, block.right + away):
        yield _clear_of(marks, [Target(x=x, y=y) for y in _outward(middle_y, block.height / 2)])


def _outward(middle: float, far: float) -> Iterator[float]:
    """Yield places from the middle to both ends of a side."""
    yield middle
    for step in range(1, int(far / TARGET)):
        yield middle + step * TARGET
        yield middle - step * TARGET


def _clear_of(marks: Sequence[Mark], targets: Sequence[Target]) -> Target:
    """Return the first target that meets no mark, or the first of all."""
    ticks = [_box_of(mark.x1, mark.y1, mark.x2, mark.y2) for mark in marks]
    half = TARGET / 2 + GAP

    def is_clear(target: Target) -> bool:
        x, y = target.x, target.y
        own = Box(left=x - half, bottom=y - half, right=x + half, top=y + half)
        return not any(_overlap(own, tick) for tick in ticks)

    return next(filter(is_clear, targets), targets[0])


def bar(block: Box, reach: float) -> Iterator[Patch]:
    """Yield the colour bar: a row of patches above the block and its ticks, in the middle."""
    fields = (*SOLIDS, *OVERPRINTS, *TINTS)
    left = (block.left + block.right - len(fields) * PATCH) / 2
    bottom = block.top + reach + TICK + GAP
    for number, inks in enumerate(fields):
        x = left + number * PATCH
        c, m, y, k = inks
        yield Patch(
            box=Box(left=x, bottom=bottom, right=x + PATCH, top=bottom + PATCH), inks=(c, m, y, k)
        )


def allowances(boxes: Sequence[Box], bleed: float) -> list[Edges]:
    """Return how far each leaf may bleed at its four sides: at most halfway to its neighbour.

    Where neighbours touch that is nothing; with a gutter of twice the bleed it is the whole.
    """
    return [_allowance(box, boxes, bleed) if bleed else Edges() for box in boxes]


def _allowance(box: Box, boxes: Sequence[Box], bleed: float) -> Edges:
    free = {side: _free(box, boxes, bleed, side) for side in ("left", "right", "bottom", "top")}
    for other in boxes:
        to_right, above = other.left > box.right - 0.01, other.bottom > box.top - 0.01
        x = other.left - box.right if to_right else box.left - other.right
        y = other.bottom - box.top if above else box.bottom - other.top
        # A piece diagonally past a corner is beside neither side, but bleeds could meet there.
        away = {"right" if to_right else "left": x, "top" if above else "bottom": y}
        if min(x, y) > -0.01 and all(free[side] > room for side, room in away.items()):
            side = min(away, key=lambda one: free[one] - away[one])
            free[side] = max(away[side], 0)
    return Edges(**free)


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
