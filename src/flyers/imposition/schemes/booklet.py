"""Saddle stitch: sheets laid in one another, folded once and stapled through the fold."""

from collections.abc import Iterator, Sequence
from math import ceil

from flyers.core.sheets import Page
from flyers.imposition.cells import Cell, cell_of
from flyers.imposition.layup import Grid, Layup, LeafSide, LeafSides, gridded
from flyers.imposition.options import Options


def layups(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Place two leaves on a sheet. Each signature is folded by itself, then they are gathered.

    Inner sheets stick out of a folded booklet by the paper's thickness for every sheet
    around them, and the knife takes that off their fore-edge; so their pages move to the
    spine by as much (``creep``).
    """
    cell = cell_of(pages, options, within=(2, 1))
    grid = Grid.even(2, 1, cell.width, cell.height)
    fold = grid.upright_line("fold", 0)
    numbers = with_blanks(len(pages), 4, back_cover=options.back_cover)
    return [
        Layup(leaves=gridded(grid, _sides(cell, signature, sheet, options)), lines=(fold,))
        for signature in signatures(numbers, 4 * options.signature)
        for sheet in range(len(signature) // 4)
    ]


def _sides(cell: Cell, signature: Sequence[int | None], sheet: int, options: Options) -> LeafSides:
    """Return the two leaves of a sheet; sheet 0 is the outermost."""
    count = len(signature)
    early = signature[2 * sheet], signature[2 * sheet + 1]
    late = signature[count - 1 - 2 * sheet], signature[count - 2 - 2 * sheet]
    inner = sheet if options.creep >= 0 else sheet - (count // 4 - 1)
    creep = inner * abs(options.creep)

    def sides(row: int, column: int) -> tuple[LeafSide, LeafSide]:
        # The spine is on the right of the left leaf, and on the left of what is behind it.
        to_spine = creep if column == 0 else -creep
        is_late = (column == 0) != options.right_to_left
        front, back = late if is_late else early
        return cell.side(front, shift=to_spine), cell.side(back, shift=-to_spine)

    return sides


def with_blanks(count: int, multiple: int, *, back_cover: bool) -> list[int | None]:
    """Return the pages' numbers, filled up with blanks; ``back_cover`` keeps the last page last."""
    numbers: list[int | None] = list(range(count))
    blanks: list[int | None] = [None] * (ceil(count / multiple) * multiple - count)
    if back_cover and count > 1:
        return [*numbers[:-1], *blanks, numbers[-1]]
    return [*numbers, *blanks]


def signatures(numbers: Sequence[int | None], size: int) -> Iterator[Sequence[int | None]]:
    """Yield signatures of ``size`` pages, or one of all pages for 0."""
    size = size or len(numbers)
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
