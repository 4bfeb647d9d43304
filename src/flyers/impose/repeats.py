"""Leaves of one size, as many as fit or as were asked for: the grid of four schemes."""

from flyers.impose.area import areas, unfit
from flyers.impose.faces import Cell
from flyers.impose.layup import Grid
from flyers.impose.options import Options


def grid_for(cell: Cell, options: Options) -> Grid:
    """``up`` columns and rows of the cell, or the most that the sheet holds either way round.

    Raises ImpositionError if not even one fits.
    """
    columns, rows = options.up or _most(cell, options)
    return Grid.even(columns, rows, cell.width, cell.height, options.gutter)


def _most(cell: Cell, options: Options) -> tuple[int, int]:
    gutter = options.gutter
    best = (0, 0)
    for area in areas(options):
        columns, rows = (
            int((room + gutter + 0.05) / (side + gutter))
            for room, side in ((area.box.width, cell.width), (area.box.height, cell.height))
        )
        if columns * rows > best[0] * best[1]:
            best = columns, rows
    if not all(best):
        raise unfit(cell.width, cell.height, options, "The pages")
    return best


def in_order(grid: Grid, options: Options) -> list[tuple[int, int]]:
    """Rows and columns of the cells as they are read."""
    columns = range(len(grid.columns))
    across = list(reversed(columns)) if options.right_to_left else list(columns)
    rows = range(len(grid.rows))
    if options.order == "down":
        return [(row, column) for column in across for row in rows]
    return [(row, column) for row in rows for column in across]
