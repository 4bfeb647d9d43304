"""Cut-and-stack: cut the printed pile, lay the piles on one another, and the pages are in order."""

from collections.abc import Sequence
from math import ceil

from flyers.core.sheets import Page
from flyers.imposition.cells import cell_of
from flyers.imposition.grids import grid_for, in_order
from flyers.imposition.layup import Layup, LeafSide, gridded
from flyers.imposition.options import Options


def layups(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Give each cell of the grid a run of leaves, one on each sheet, so that its pile is in order.

    Blanks are at the end of the last piles, so none comes between pages.
    """
    cell = cell_of(pages, options)
    grid = grid_for(cell.width, cell.height, options)
    order = {where: number for number, where in enumerate(in_order(grid, options))}
    on_a_leaf = 2 if options.two_sided else 1
    leaves = ceil(len(pages) / on_a_leaf)
    sheets = ceil(leaves / len(order))
    cuts = grid.cuts()

    def side_of(number: int) -> LeafSide:
        return cell.side(number if number < len(pages) else None)

    def layup(sheet: int) -> Layup:
        def sides(row: int, column: int) -> tuple[LeafSide, LeafSide | None]:
            leaf = order[row, column] * sheets + sheet
            if leaf >= leaves:
                return (), () if options.two_sided else None
            first = leaf * on_a_leaf
            return side_of(first), side_of(first + 1) if options.two_sided else None

        return Layup(leaves=gridded(grid, sides), lines=cuts)

    return [layup(sheet) for sheet in range(sheets)]
