"""Step-and-repeat: one piece over the whole sheet, then cut apart."""

from collections.abc import Sequence
from math import ceil

from flyers.core.sheets import Page
from flyers.imposition.cells import cell_of
from flyers.imposition.grids import grid_for
from flyers.imposition.layup import Layup, LeafSide, LeafSides, gridded
from flyers.imposition.options import Options


def layups(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Return a sheet for every piece: one page, or two where the sheet has a back."""
    cell = cell_of(pages, options)
    grid = grid_for(cell.width, cell.height, options)
    on_a_piece = 2 if options.two_sided else 1
    each = len(grid.columns) * len(grid.rows) * options.of_a_sheet
    sheets = []
    for first in range(0, len(pages), on_a_piece):
        front = cell.side(first)
        behind = first + 1 < min(len(pages), first + on_a_piece)
        back = cell.side(first + 1) if behind else None
        wanted = wanted_of(first, options)
        sheets.append(
            Layup(
                leaves=gridded(grid, _always(front, back)),
                lines=grid.cuts(),
                copies=ceil(wanted / each),
            )
        )
    return sheets


def _always(front: LeafSide, back: LeafSide | None) -> LeafSides:
    return lambda row, column: (front, back)


def wanted_of(page: int, options: Options) -> int:
    """Return the quantity of the piece that begins with this page, 1 if none was given."""
    end = 0
    for count, quantity in zip(options.parts, options.quantities, strict=False):
        end += count
        if page < end:
            return quantity
    return 1
