"""A path, and the measures of what it paints (ISO 32000-1, 8.5).

Points are on the page already. A curve counts by its control points: its box is never smaller than
the true one, its area never much larger.
"""

from math import hypot, sqrt

from flyers.core.boxes import Box

Point = tuple[float, float]

ELONGATED = 40.0
"""Ratio of the square of the outline to the area from which an area is a line: a square has 16, a
rectangle of 1 by 8 has 40."""

MOST_POINTS = 200_000
"""Points of a path that are kept; a map has some thousands."""

NESTED = 8
"""Parts of a path that are searched for holes in one another."""

TICK = 60.0
"""Points. No mark for cutting or folding is longer."""

HAIR = 1e-3
"""Points; edges nearer than this are the same."""


class Path:
    """The parts of a path, each a list of points."""

    def __init__(self) -> None:
        self.parts: list[list[Point]] = []
        self.clips = False
        self._left = MOST_POINTS

    def move(self, point: Point) -> None:
        self.parts.append([point])

    def line(self, *points: Point) -> None:
        if not self.parts:
            self.parts.append([])
        if self._left > 0:
            self._left -= len(points)
            self.parts[-1].extend(points)

    def rectangle(self, corners: list[Point]) -> None:
        self.parts.append(corners)

    def is_tick(self, around: Box) -> bool:
        """Return True for one short stroke, level or upright."""
        short, long = sorted((around.width, around.height))
        return len(self.parts) == 1 and len(self.parts[0]) == 2 and short < HAIR < long <= TICK

    def box(self) -> Box | None:
        """Return the box around all of it; None of an empty path."""
        points = [point for part in self.parts for point in part]
        return Box.around(points) if points else None


def filled(path: Path, clip: Box, *, even_odd: bool) -> tuple[float, float | None]:
    """Return the area in square points, and the width where it is as thin as a line, else None."""
    measured = [(Box.around(part), *_measure(part)) for part in path.parts if len(part) > 1]
    if not measured:
        return 0, None
    if len(measured) == 1:
        (box, area, outline) = measured[0]
        if _is_upright(path.parts[-1], box):
            shown = box.shared(clip)
            area, outline = shown.width * shown.height, 2 * (shown.width + shown.height)
        return area, _line(area, outline)
    if even_odd and len(measured) <= NESTED:
        holes = [
            -1 if sum(other.contains(box, HAIR) for other, *_ in measured) % 2 == 0 else 1
            for box, *_ in measured
        ]
        area = abs(sum(sign * one[1] for sign, one in zip(holes, measured, strict=True)))
        if len(measured) == 2 and -1 in holes:
            return area, _frame(measured[0][0], measured[1][0])
    else:
        area = sum(one[1] for one in measured)
    lines = [line for _, one, outline in measured if (line := _line(one, outline)) is not None]
    return area, min(lines) if len(lines) == len(measured) else None


def _measure(part: list[Point]) -> tuple[float, float]:
    """Return the area (by the shoelace formula) and the length of the outline."""
    area = outline = 0.0
    x1, y1 = part[-1]
    for x2, y2 in part:
        area += x1 * y2 - x2 * y1
        outline += hypot(x2 - x1, y2 - y1)
        x1, y1 = x2, y2
    return abs(area) / 2, outline


def _is_upright(part: list[Point], box: Box) -> bool:
    """Return True for an upright rectangle: every point lies in a corner of its box."""
    return len(part) in (4, 5) and all(
        min(abs(x - box.left), abs(x - box.right)) < HAIR
        and min(abs(y - box.bottom), abs(y - box.top)) < HAIR
        for x, y in part
    )


def _line(area: float, outline: float) -> float | None:
    """Return the width of an elongated area; None of any other."""
    if outline <= HAIR:
        return None
    if outline * outline < ELONGATED * area:
        return None
    # As of a rectangle, in which w + l is half the outline and w times l the area.
    half = outline / 2
    return (half - sqrt(max(0.0, half * half - 4 * area))) / 2


def _frame(one: Box, other: Box) -> float | None:
    """Return the thinnest side of a frame between two boxes, such as a border around a text.

    A side that is not drawn has no width.
    """
    sides = (
        abs(one.left - other.left),
        abs(one.bottom - other.bottom),
        abs(one.right - other.right),
        abs(one.top - other.top),
    )
    drawn = [side for side in sides if side > HAIR]
    if not drawn:
        return None
    outer = max(one.width + one.height, other.width + other.height)
    return min(drawn) if min(drawn) < outer / 10 else None
