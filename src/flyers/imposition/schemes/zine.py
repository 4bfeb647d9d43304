"""The eight-page zine: one side of one sheet, cut once in its middle and folded.

::

    5^ 4^ 3^ 2^      The cut runs between 4, 3 and 7, 8. Folded lengthwise and pushed
    6  7  8  1       together, the four pages around it stand out as two leaves.
"""

from collections.abc import Sequence

from flyers.core.sheets import Line, Mark, Page
from flyers.imposition.cells import cell_of
from flyers.imposition.layup import Grid, Layup, LeafSide, gridded
from flyers.imposition.options import Options

PAGES = ((4, 3, 2, 1), (5, 6, 7, 0))
"""Pages by row from the top; the upper row is upside down."""


def layups(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Return a sheet for every eight pages, the last filled up with blanks."""
    cell = cell_of(pages, options, within=(4, 2))
    grid = Grid.even(4, 2, cell.width, cell.height)

    def layup(start: int) -> Layup:
        def sides(row: int, column: int) -> tuple[LeafSide, None]:
            number = start + PAGES[row][3 - column if options.right_to_left else column]
            page = number if number < len(pages) else None
            return cell.side(page, upside_down=row == 0), None

        middle = grid.box(0, 0).bottom
        cut = Line(
            kind="cut", x1=grid.box(0, 1).left, y1=middle, x2=grid.box(0, 2).right, y2=middle
        )
        folds = [grid.upright_line("fold", column) for column in (1, 0, 2)]
        guide = Mark(kind="cut", x1=cut.x1, y1=cut.y1, x2=cut.x2, y2=cut.y2)
        return Layup(
            leaves=gridded(grid, sides),
            lines=(*folds, grid.lying_line("fold", 0), cut),
            marks=(guide,) if "cut" in options.marks else (),
        )

    return [layup(start) for start in range(0, len(pages), 8)]
