"""Layups: the leaves of one sheet, placed by a scheme, without paper or printer.

A leaf is a piece of paper that ends up by itself or between folds: a half-sheet,
a panel, a page of a booklet with its back. A leaf has both its sides, so no scheme
mirrors anything; ``assembly.sheet`` alone turns sheets over.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeVar

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix
from flyers.core.sheets import Line, Mark, Patch, Rotation, Sign


@dataclass(frozen=True, kw_only=True)
class LeafPage:
    """A page on one side of a leaf, seen with that side up.

    ``x`` and ``y`` are the page's lower left corner as it lies, from that of the leaf, and
    ``rotation`` degrees counter-clockwise. Only the part of the leaf in ``window`` shows
    it; None is where the page lies.
    """

    page: int
    x: float = 0
    y: float = 0
    rotation: Rotation = 0
    scale: float = 1
    window: Box | None = None


LeafSide = tuple[LeafPage, ...]
"""One side of a leaf: usually one page, the panels of a folded piece, or none if blank."""


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """Paper with a front and a back, turned over like the leaf of a book.

    ``box`` has its trimmed size before the whole leaf is turned by ``rotation``, and its lower
    left corner after that. ``back`` is None if the sheet has no back.
    """

    box: Box
    front: LeafSide = ()
    back: LeafSide | None = None
    rotation: Rotation = 0

    @property
    def lies(self) -> Box:
        """The trim after the turn."""
        if self.rotation in (0, 180):
            return self.box
        box = self.box
        return replace(box, right=box.left + box.height, top=box.bottom + box.width)


@dataclass(frozen=True, kw_only=True)
class Layup:
    """The leaves of one sheet and its cuts and folds in order, seen from the front.

    The origin is the lower left corner of the block of all leaves. ``copies`` is how
    often the sheet is printed. ``marks`` and ``signs`` are the scheme's own, on the front.
    """

    leaves: tuple[Leaf, ...]
    lines: tuple[Line, ...] = ()
    copies: int = 1
    marks: tuple[Mark, ...] = ()
    signs: tuple[Sign, ...] = ()

    @property
    def shape(self) -> "Shape":
        return Shape(
            boxes=tuple(leaf.lies for leaf in self.leaves),
            lines=self.lines,
            marks=self.marks,
            signs=self.signs,
            has_back=any(leaf.back is not None for leaf in self.leaves),
        )


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A layup without its pages: the same for hundreds of sheets of a long book, so it is
    assembled once."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    signs: tuple[Sign, ...]
    has_back: bool

    @property
    def block(self) -> Box:
        """The box around all leaves."""
        return Box(
            left=min(box.left for box in self.boxes),
            bottom=min(box.bottom for box in self.boxes),
            right=max(box.right for box in self.boxes),
            top=max(box.top for box in self.boxes),
        )


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Columns and rows of leaves. Rows count from the top; ``gaps_x`` and ``gaps_y`` follow each
    column and row but the last."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    gaps_x: tuple[float, ...] = ()
    gaps_y: tuple[float, ...] = ()

    @classmethod
    def even(cls, columns: int, rows: int, width: float, height: float, gap: float = 0) -> "Grid":
        """Return a grid of cells of one size, ``gap`` apart."""
        return cls(
            columns=(width,) * columns,
            rows=(height,) * rows,
            gaps_x=(gap,) * (columns - 1),
            gaps_y=(gap,) * (rows - 1),
        )

    @property
    def width(self) -> float:
        return sum(self.columns) + sum(self.gaps_x)

    @property
    def height(self) -> float:
        return sum(self.rows) + sum(self.gaps_y)

    def box(self, row: int, column: int) -> Box:
        """Return a cell's box, from the lower left corner of the grid."""
        left = sum(self.columns[:column]) + sum(self.gaps_x[:column])
        top = self.height - sum(self.rows[:row]) - sum(self.gaps_y[:row])
        return Box(
            left=left,
            bottom=top - self.rows[row],
            right=left + self.columns[column],
            top=top,
        )

    @cached_property
    def cells(self) -> tuple[tuple[int, int, Box], ...]:
        """Row, column and box of every cell, across and then down."""
        return tuple(
            (row, column, self.box(row, column))
            for row in range(len(self.rows))
            for column in range(len(self.columns))
        )

    def cuts(self) -> tuple[Line, ...]:
        """Return the cuts between all cells, those across first.

        Where cells touch, one cut serves both; where there is a gap, each has its own.
        """
        across = [
            self._line("cut", y, lying=True)
            for row, gap in enumerate(self.gaps_y)
            for y in _edges(self.box(row, 0).bottom, gap)
        ]
        upright = [
            self._line("cut", x, lying=False)
            for column, gap in enumerate(self.gaps_x)
            for x in _edges(self.box(0, column).right, -gap)
        ]
        return (*across, *upright)

    def upright_line(self, kind: Literal["cut", "fold"], after: int) -> Line:
        """Return a line from head to foot, at a column's right edge or halfway to the next."""
        gap = self.gaps_x[after] if self.gaps_x else 0
        return self._line(kind, self.box(0, after).right + gap / 2, lying=False)

    def lying_line(self, kind: Literal["cut", "fold"], below: int) -> Line:
        """Return a line from left to right, at a row's lower edge or halfway to the next."""
        gap = self.gaps_y[below] if self.gaps_y else 0
        return self._line(kind, self.box(below, 0).bottom - gap / 2, lying=True)

    def _line(self, kind: Literal["cut", "fold"], at: float, *, lying: bool) -> Line:
        if lying:
            return Line(kind=kind, x1=0, y1=at, x2=self.width, y2=at)
        return Line(kind=kind, x1=at, y1=0, x2=at, y2=self.height)


def _edges(at: float, gap: float) -> tuple[float, ...]:
    return (at, at - gap) if gap else (at,)


Stroke = TypeVar("Stroke", Line, Mark)


def moved_line(line: Stroke, move: Matrix) -> Stroke:
    """Return the same line elsewhere, or as seen from behind."""
    (x1, y1), (x2, y2) = move.point(line.x1, line.y1), move.point(line.x2, line.y2)
    return replace(line, x1=x1, y1=y1, x2=x2, y2=y2)


def moved_sign(sign: Sign, move: Matrix) -> Sign:
    """Return the same sign elsewhere; text stays upright."""
    if isinstance(sign, Patch):
        return replace(sign, box=move.box(sign.box))
    x, y = move.point(sign.x, sign.y)
    return replace(sign, x=x, y=y)


LeafSides = Callable[[int, int], tuple[LeafSide, LeafSide | None]]
"""Returns the front and the back of the leaf in a row and column."""


def gridded(grid: Grid, sides: LeafSides) -> tuple[Leaf, ...]:
    """Return a leaf for every cell of a grid."""
    leaves = []
    for row, column, box in grid.cells:
        front, back = sides(row, column)
        leaves.append(Leaf(box=box, front=front, back=back))
    return tuple(leaves)
