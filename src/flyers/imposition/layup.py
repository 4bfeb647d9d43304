"""What a scheme says of one sheet: which leaves lie where. Nothing here knows of paper or printer.

A leaf is a piece of paper that ends up by itself or between folds: a half-sheet,
a panel, a page of a booklet with its back. What is behind a leaf belongs to it,
so no scheme ever mirrors anything; ``assembly.sheet`` alone turns sheets over.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeVar

from flyers.core.matrix import Matrix
from flyers.core.sheets import Box, Line, Mark, Patch, Rotation, Sign


@dataclass(frozen=True, kw_only=True)
class LeafPage:
    """A page on one side of a leaf, seen with that side up.

    ``x`` and ``y`` are the page's lower left corner as it lies, from that of
    the leaf. ``window`` is the part of the leaf that may show it; None is where the
    page lies. ``rotation`` is degrees counter-clockwise.
    """

    page: int
    x: float = 0
    y: float = 0
    rotation: Rotation = 0
    scale: float = 1
    window: Box | None = None


LeafSide = tuple[LeafPage, ...]
"""One side of a leaf: a page as a rule, the panels of a folded piece, or nothing."""


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """Paper with a front and a back, turned over like the leaf of a book.

    ``box`` is its trim before the whole leaf is turned by ``rotation``, its
    lower left corner where the turned leaf's is to be. A leaf without a back has None.
    """

    box: Box
    front: LeafSide = ()
    back: LeafSide | None = None
    rotation: Rotation = 0

    @property
    def lies(self) -> Box:
        """The trim as it lies, after the turn."""
        if self.rotation in (0, 180):
            return self.box
        box = self.box
        return replace(box, right=box.left + box.height, top=box.bottom + box.width)


@dataclass(frozen=True, kw_only=True)
class Layup:
    """The leaves of one sheet and its cuts and folds in order, seen from the front.

    Coordinates begin at the lower left corner of the block that all leaves make
    together. ``copies`` is how often the sheet is printed. ``marks`` and ``signs``
    are those on the front that only the scheme can know of.
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
    """A layup without its pages: the same for hundreds of sheets of a long book."""

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
    """Columns and rows of leaves. ``gaps_x`` stand after each column but the last; rows count
    from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    gaps_x: tuple[float, ...] = ()
    gaps_y: tuple[float, ...] = ()

    @classmethod
    def even(cls, columns: int, rows: int, width: float, height: float, gap: float = 0) -> "Grid":
        """Cells of one size, ``gap`` apart."""
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
        """The cell, from the lower left corner of the whole."""
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
        """Between all cells: the long strokes across first, then the short ones of every column.

        Where cells meet one cut serves both; where they stand apart each has its own.
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
        """From head to foot, at the right edge of a column, or halfway to the next one."""
        gap = self.gaps_x[after] if self.gaps_x else 0
        return self._line(kind, self.box(0, after).right + gap / 2, lying=False)

    def lying_line(self, kind: Literal["cut", "fold"], below: int) -> Line:
        """From left to right, at the lower edge of a row, or halfway to the next one."""
        gap = self.gaps_y[below] if self.gaps_y else 0
        return self._line(kind, self.box(below, 0).bottom - gap / 2, lying=True)

    def _line(self, kind: Literal["cut", "fold"], at: float, *, lying: bool) -> Line:
        if lying:
            return Line(kind=kind, x1=0, y1=at, x2=self.width, y2=at)
        return Line(kind=kind, x1=at, y1=0, x2=at, y2=self.height)


def _edges(at: float, gap: float) -> tuple[float, ...]:
    return (at, at - gap) if gap else (at,)


Stroke = TypeVar("Stroke", Line, Mark)


def moved(line: Stroke, move: Matrix) -> Stroke:
    """The same line elsewhere, or as it is seen from behind."""
    (x1, y1), (x2, y2) = move.point(line.x1, line.y1), move.point(line.x2, line.y2)
    return replace(line, x1=x1, y1=y1, x2=x2, y2=y2)


def shown(sign: Sign, move: Matrix) -> Sign:
    """The same sign elsewhere. Text stays upright."""
    if isinstance(sign, Patch):
        return replace(sign, box=move.box(sign.box))
    x, y = move.point(sign.x, sign.y)
    return replace(sign, x=x, y=y)


LeafSides = Callable[[int, int], tuple[LeafSide, LeafSide | None]]
"""What is on the front of the leaf in a row and column, and behind it."""


def gridded(grid: Grid, sides: LeafSides) -> tuple[Leaf, ...]:
    """A leaf for every cell of a grid."""
    leaves = []
    for row, column, box in grid.cells:
        front, back = sides(row, column)
        leaves.append(Leaf(box=box, front=front, back=back))
    return tuple(leaves)
