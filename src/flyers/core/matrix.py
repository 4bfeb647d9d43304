"""Transformation matrices of PDF: moving, turning and scaling. Numbers only.

A point is a row vector that is multiplied from the right, so ``a.then(b)`` does
``a`` first (ISO 32000-1, 8.3.3 and 8.3.4).
"""

from functools import lru_cache
from typing import NamedTuple, Self

from flyers.core.boxes import Box
from flyers.core.sheets import Page, Placement


class Matrix(NamedTuple):
    """The six numbers of the operator ``cm``: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    @classmethod
    def move(cls, x: float, y: float) -> Self:
        return cls(e=x, f=y)

    @classmethod
    def scale(cls, factor: float) -> Self:
        return cls(a=factor, d=factor)

    @classmethod
    def turn(cls, degrees: int) -> Self:
        """Return a turn about the origin, counter-clockwise by a multiple of 90 degrees."""
        return cls(*_TURNS[degrees % 360])

    def then(self, other: "Matrix") -> "Matrix":
        return Matrix(
            a=self.a * other.a + self.b * other.c,
            b=self.a * other.b + self.b * other.d,
            c=self.c * other.a + self.d * other.c,
            d=self.c * other.b + self.d * other.d,
            e=self.e * other.a + self.f * other.c + other.e,
            f=self.e * other.b + self.f * other.d + other.f,
        )

    def back(self) -> "Matrix":
        """Return the inverse. Raises ZeroDivisionError if this one flattens all into a line."""
        area = self.a * self.d - self.b * self.c
        a, b, c, d = self.d / area, -self.b / area, -self.c / area, self.a / area
        return Matrix(a, b, c, d, -(self.e * a + self.f * c), -(self.e * b + self.f * d))

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, box: Box) -> Box:
        """Return the box after the transformation, which turns by a multiple of 90 degrees."""
        x1, y1 = self.point(box.left, box.bottom)
        x2, y2 = self.point(box.right, box.top)
        return Box(left=min(x1, x2), bottom=min(y1, y2), right=max(x1, x2), top=max(y1, y2))

    def around(self, box: Box) -> Box:
        """Return the upright box around the transformed one, turned by any angle."""
        corners = [self.point(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
        return Box.around(corners)

    def with_corner_at(self, box: Box, x: float, y: float) -> "Matrix":
        """Return this followed by a move that brings ``box``'s lower left corner to x, y."""
        moved = self.box(box)
        return self.then(Matrix.move(x - moved.left, y - moved.bottom))


# Whole numbers: the sine of a right angle would leave 6e-17 in the file.
_TURNS = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


def rotated_box(width: float, height: float, rotation: int) -> Box:
    """Return the box of a page of that size after a turn, its lower left corner at the origin."""
    if rotation % 180:
        width, height = height, width
    return Box(left=0, bottom=0, right=width, top=height)


@lru_cache(maxsize=1024)
def upright(trim: Box, *, rotate: int = 0, user_unit: float = 1) -> Matrix:
    """Return the way from a source page's user space to points, the page upright and the lower left
    corner of its trim at the origin.

    ``rotate`` is the page's /Rotate, which turns clockwise (ISO 32000-1, table
    30), and ``user_unit`` its /UserUnit, points to a unit (14.11.2 and table 30).
    """
    turned = Matrix.scale(user_unit).then(Matrix.turn(-rotate))
    return turned.with_corner_at(trim, 0, 0)


def placed(placement: Placement, page: Page) -> Matrix:
    """Return the way of a finished page, its lower left corner at the origin, to its place."""
    one = placement
    return _placed(page.width, page.height, one.x, one.y, one.rotation, one.scale)


# The pages of a book lie in the same few places on every sheet.
@lru_cache(maxsize=1024)
def _placed(width: float, height: float, x: float, y: float, rotation: int, scale: float) -> Matrix:
    trim = Box(left=0, bottom=0, right=width, top=height)
    return Matrix.scale(scale).then(Matrix.turn(rotation)).with_corner_at(trim, x, y)


def trim_of(page: Page) -> Box:
    """Return a finished page's trim, its lower left corner at the origin."""
    return Box(left=0, bottom=0, right=page.width, top=page.height)


def placed_box(placement: Placement, page: Page) -> Box:
    """Return the page's trim as it lies on the form."""
    return placed(placement, page).box(trim_of(page))
