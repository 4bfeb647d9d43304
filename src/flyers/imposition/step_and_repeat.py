"""Step and repeat: a piece of a format, or a whole folded layup, in columns and rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix
from flyers.core.sheets import Line
from flyers.imposition.assembly.area import SLACK, refuse_too_many
from flyers.imposition.layup import Grid, Layup, Leaf, moved_line, moved_sign

if TYPE_CHECKING:
    from flyers.catalogue.formats import Format


def in_steps(piece: Leaf, format: "Format", grid: Grid) -> Layup:
    """Return a layup with the piece in every cell; cuts come before folds."""
    folds = [box.left + fold for row, _, box in grid.cells if row == 0 for fold in format.folds]
    return Layup(
        leaves=tuple(replace(piece, box=box) for _, _, box in grid.cells),
        lines=(
            *grid.cuts(),
            *(Line(kind="fold", x1=x, y1=0, x2=x, y2=grid.height) for x in folds),
        ),
    )


def repeated(layup: Layup, up: tuple[int, int], gap: float) -> Layup:
    """Return the layup ``up`` times across and down, to be cut apart before it is folded."""
    block = layup.shape.block
    columns, rows = up
    refuse_too_many(columns * rows * len(layup.leaves))
    grid = Grid.even(columns, rows, block.width, block.height, gap)
    moves = [
        Matrix.move(box.left - block.left, box.bottom - block.bottom) for _, _, box in grid.cells
    ]
    return replace(
        layup,
        leaves=tuple(
            replace(leaf, box=move.box(leaf.box)) for move in moves for leaf in layup.leaves
        ),
        lines=(
            *grid.cuts(),
            *(one for line in layup.lines for one in _everywhere(line, block, grid, moves)),
        ),
        marks=tuple(moved_line(mark, move) for move in moves for mark in layup.marks),
        signs=tuple(moved_sign(sign, move) for move in moves for sign in layup.signs),
    )


def _everywhere(line: Line, block: Box, grid: Grid, moves: Sequence[Matrix]) -> Iterator[Line]:
    """Yield a line for every cell; one that crosses its whole cell runs on across the sheet."""
    lines = [moved_line(line, move) for move in moves]
    if abs(line.y2 - line.y1) > block.height - SLACK:
        lines = [replace(one, y1=0, y2=grid.height) for one in lines]
    elif abs(line.x2 - line.x1) > block.width - SLACK:
        lines = [replace(one, x1=0, x2=grid.width) for one in lines]
    yield from dict.fromkeys(lines)
