"""A piece of a format in columns and rows: on the format's own sheet, or all over a press sheet."""

from dataclasses import replace
from typing import TYPE_CHECKING

from flyers.impose.layup import Grid, Layup, Leaf
from flyers.sheets import Line

if TYPE_CHECKING:
    from flyers.formats import Format


def in_steps(piece: Leaf, format: "Format", grid: Grid) -> Layup:
    """The piece in every cell. Cut first, then folded in every column."""
    folds = [box.left + fold for row, _, box in grid.cells if row == 0 for fold in format.folds]
    return Layup(
        leaves=tuple(replace(piece, box=box) for _, _, box in grid.cells),
        lines=(
            *grid.cuts(),
            *(Line(kind="fold", x1=x, y1=0, x2=x, y2=grid.height) for x in folds),
        ),
    )
