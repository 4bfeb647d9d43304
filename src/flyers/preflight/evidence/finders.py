"""Finds QR codes that cannot be read, by the three eyes (finder patterns) in their corners.

An eye is seven modules across and shows dark, light, dark, light, dark as
1 : 1 : 3 : 1 : 1 on every line through its middle (ISO/IEC 18004, 5.3.2.2).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import dist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DARK = 128
"""Greys below are dark."""

ROWS = 5
"""Step between the rows that are searched: an eye is at least six rows high in its middle."""

LEAST = 2.0
"""Pixels of a module that can be told apart."""

MOST_EYES = 30
"""A page with more has some other pattern."""

_DARK_RUNS = re.compile(rb"\x00+")

_LIKE_AN_EYE = re.compile(rb"\x00\xff{1,60}\x00{5,180}\xff{1,60}\x00")
"""Lines of pixels without it, as most of a page of text, are skipped."""

Corners = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""


@dataclass(frozen=True, kw_only=True)
class _Eye:
    x: float
    y: float
    module: float

    @property
    def middle(self) -> tuple[float, float]:
        return self.x, self.y


def find_codes(picture: "Image") -> list[Corners]:
    """Return where three eyes stand as those of a QR code do in a picture in grey, readable or
    not."""
    eyes = _eyes(picture)
    if not 3 <= len(eyes) <= MOST_EYES:
        return []
    return [box for three in combinations(eyes, 3) if (box := _code(three))]


def _eyes(picture: "Image") -> list[_Eye]:
    width, height = picture.size
    pixels = picture.point([0] * DARK + [255] * (256 - DARK)).tobytes()
    found: list[_Eye] = []
    for y in range(0, height, ROWS):
        row = pixels[y * width : (y + 1) * width]
        for x, module in _through_eyes(row):
            eye = _upright(pixels, width, height, x, y, module)
            if eye and all(dist(eye.middle, one.middle) > 3 * module for one in found):
                found.append(eye)
    return found


def _through_eyes(line: bytes) -> Iterator[tuple[float, float]]:
    """Yield the middle and the module size of each eye that a line of pixels crosses."""
    if not _LIKE_AN_EYE.search(line):
        return
    runs = [run.span() for run in _DARK_RUNS.finditer(line)]
    for (before, core), after in zip(pairwise(runs), runs[2:], strict=False):
        module = (after[1] - before[0]) / 7
        if module < LEAST or abs(core[1] - core[0] - 3 * module) > module:
            continue
        thin = (
            before[1] - before[0],
            core[0] - before[1],
            after[0] - core[1],
            after[1] - after[0],
        )
        if all(abs(width - module) <= module / 2 for width in thin):
            yield (core[0] + core[1]) / 2, module


def _upright(
    pixels: bytes, width: int, height: int, x: float, y: int, module: float
) -> _Eye | None:
    """Return the eye, if the column through that place crosses one as well."""
    reach = round(5 * module)
    top, bottom = max(0, y - reach), min(height, y + reach)
    column = pixels[top * width + int(x) : bottom * width : width]
    for middle, size in _through_eyes(column):
        if abs(top + middle - y) <= 2 * module and abs(size - module) <= module / 2:
            return _Eye(x=x, y=top + middle, module=(size + module) / 2)
    return None


def _code(eyes: tuple[_Eye, ...]) -> Corners | None:
    """Return the square with these eyes in its corners, if they are of one size and at right
    angles."""
    module = sum(eye.module for eye in eyes) / 3
    if any(abs(eye.module - module) > module / 4 for eye in eyes):
        return None
    for corner in eyes:
        one, other = (eye for eye in eyes if eye is not corner)
        first, second = dist(corner.middle, one.middle), dist(corner.middle, other.middle)
        side = (first + second) / 2
        across = dist(one.middle, other.middle)
        # 21 to 177 modules, and the eyes' middles are seven less apart (5.3.1).
        if not 13 <= side / module <= 171 or abs(first - second) > side / 20:
            continue
        if abs(across - side * 2**0.5) <= side / 20:
            xs = [eye.x for eye in eyes] + [one.x + other.x - corner.x]
            ys = [eye.y for eye in eyes] + [one.y + other.y - corner.y]
            rim = 3.5 * module
            return (
                round(min(xs) - rim),
                round(min(ys) - rim),
                round(max(xs) + rim),
                round(max(ys) + rim),
            )
    return None
