"""n-up: pages side by side in reading order, read on the uncut sheet."""

from collections.abc import Sequence
from itertools import count, takewhile

from flyers.core.sheets import Page
from flyers.imposition.cells import cell_of
from flyers.imposition.grids import grid_for, in_order
from flyers.imposition.layup import Layup, LeafSide, gridded
from flyers.imposition.options import Options


def layups(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Fill a side, then its back, then the next sheet; each side is in reading order as seen."""
    cell = cell_of(pages, options)
    grid = grid_for(cell.width, cell.height, options)
    order = {where: number for number, where in enumerate(in_order(grid, options))}
    last = len(grid.columns) - 1
    side = len(order)
    sheet = side * (2 if options.two_sided else 1)
    cuts = grid.cuts()

    def side_of(number: int) -> LeafSide:
        return cell.side(number if number < len(pages) else None)

    def layup(start: int) -> Layup:
        def sides(row: int, column: int) -> tuple[LeafSide, LeafSide | None]:
            front = side_of(start + order[row, column])
            if start + side >= len(pages) or not options.two_sided:
                return front, None
            return front, side_of(start + side + order[row, last - column])

        return Layup(leaves=gridded(grid, sides), lines=cuts)

    return [layup(start) for start in takewhile(lambda n: n < len(pages), count(0, sheet))]
