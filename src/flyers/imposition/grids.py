"""Grids of leaves of one size: as many as fit, or columns and rows as asked for."""

from flyers.imposition.assembly.area import does_not_fit, print_areas, refuse_too_many
from flyers.imposition.layup import Grid
from flyers.imposition.options import Options


def grid_for(width: float, height: float, options: Options, what: str = "The pages") -> Grid:
    """Return ``up`` columns and rows of that size, or the most that the sheet holds.

    ``what`` names the leaves in a refusal. Raises ImpositionError if none fit, or too many.
    """
    columns, rows = options.up or _most(width, height, options, what)
    refuse_too_many(columns * rows)
    return Grid.even(columns, rows, width, height, options.gutter)


def _most(width: float, height: float, options: Options, what: str) -> tuple[int, int]:
    gutter = options.gutter
    best = (0, 0)
    for area in print_areas(options):
        columns, rows = (
            int((room + gutter + 0.05) / (side + gutter))
            for room, side in ((area.box.width, width), (area.box.height, height))
        )
        if columns * rows > best[0] * best[1]:
            best = columns, rows
    if not all(best):
        raise does_not_fit(width, height, options, what)
    return best


def in_order(grid: Grid, options: Options) -> list[tuple[int, int]]:
    """Return the cells' rows and columns in reading order."""
    columns = range(len(grid.columns))
    across = list(reversed(columns)) if options.right_to_left else list(columns)
    rows = range(len(grid.rows))
    if options.order == "down":
        return [(row, column) for column in across for row in rows]
    return [(row, column) for row in rows for column in across]
