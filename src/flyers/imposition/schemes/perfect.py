"""Perfect binding: folded signatures of 4, 8, 16 or 32 pages, gathered and glued at the spine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from flyers.core.boxes import Box
from flyers.core.errors import ImpositionError
from flyers.core.sheets import Axis, Line, Page, Patch
from flyers.imposition.cells import Cell, cell_of
from flyers.imposition.layup import Grid, Layup, LeafSide, LeafSides, gridded
from flyers.imposition.options import Options
from flyers.imposition.schemes.booklet import signatures, with_blanks

FOLDS: dict[int, tuple[Axis, ...]] = {
    4: ("x",),
    8: ("y", "x"),
    16: ("x", "y", "x"),
    32: ("y", "x", "y", "x"),
}
"""Folds by the pages of a signature, in order; each halves the width (x) or height (y). The last
is the spine."""

STEP = 14.0
"""Points from one signature's collation mark to the next one's."""


@dataclass(frozen=True, kw_only=True)
class Ply:
    """A leaf of a signature by its pages, counted from 0: the one facing ``up`` and the one facing
    ``down``, and whether the leaf is upside down on the sheet."""

    up: int
    down: int
    upside_down: bool = False

    def turned_like_a_leaf(self) -> "Ply":
        return replace(self, up=self.down, down=self.up)

    def turned_head_over_foot(self) -> "Ply":
        return replace(self, up=self.down, down=self.up, upside_down=not self.upside_down)


Plies = Mapping[tuple[int, int], Ply]
"""The open sheet, by row and column."""

_Stacks = dict[tuple[int, int], list[Ply]]
"""Piles by row and column, each from the top ply down."""


def layups(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Return a sheet for each signature. The ``gutter`` is trimmed off at head, foot and fore-edge,
    where folds join the leaves."""
    size = options.signature or 16
    if size not in FOLDS:
        raise ImpositionError(
            f"A signature of {size} pages cannot be folded; choose 4, 8, 16 or 32 pages."
        )
    plies = unfolded(size)
    rows, columns = (1 + max(place[axis] for place in plies) for axis in (0, 1))
    spines = [
        _is_spine(plies[0, column], plies[0, column + 1], size) for column in range(columns - 1)
    ]
    gutters = spines.count(False), rows - 1
    cell = cell_of(pages, options, within=(columns, rows), gutters=gutters)
    grid = Grid(
        columns=(cell.width,) * columns,
        rows=(cell.height,) * rows,
        gaps_x=tuple(0 if spine else options.gutter for spine in spines),
        gaps_y=(options.gutter,) * (rows - 1),
    )
    numbers = with_blanks(len(pages), size, back_cover=options.back_cover)
    return [
        Layup(
            leaves=gridded(grid, _sides(cell, plies, signature, columns, options)),
            lines=tuple(_folds(grid, FOLDS[size])),
            signs=_collation(grid, plies, number, options),
        )
        for number, signature in enumerate(signatures(numbers, size))
    ]


def unfolded(size: int) -> Plies:
    """Return where the pages of a folded signature lie on its sheet, found by unfolding it.

    It begins with the folded pile: the spine on the left, page 1 on top. Each fold is
    opened in turn, the last one first: the upper half of every pile is swung over, which
    turns its leaves and their order. The side with page 1 is the front.
    """
    stacks: _Stacks = {(0, 0): [Ply(up=2 * leaf, down=2 * leaf + 1) for leaf in range(size // 2)]}
    for fold in reversed(FOLDS[size]):
        stacks = _opened(stacks, fold)
    flat = {place: pile[0] for place, pile in stacks.items()}
    if any(ply.down == 0 for ply in flat.values()):
        columns = 1 + max(column for _, column in flat)
        flat = {
            (row, columns - 1 - column): ply.turned_like_a_leaf()
            for (row, column), ply in flat.items()
        }
    return flat


def _opened(stacks: _Stacks, fold: Axis) -> _Stacks:
    """Swing the upper half of every pile over: up for a fold across, to the left at the spine, and
    to the right at the upright fold before it."""
    rows, columns = (1 + max(place[axis] for place in stacks) for axis in (0, 1))
    opened: _Stacks = {}
    for (row, column), pile in stacks.items():
        upper, lower = pile[: len(pile) // 2], pile[len(pile) // 2 :]
        if fold == "x":
            over = [p.turned_like_a_leaf() for p in reversed(upper)]
            at_spine = columns == 1
            opened[row, columns - 1 - column if at_spine else 2 * columns - 1 - column] = over
            opened[row, columns + column if at_spine else column] = lower
        else:
            opened[rows - 1 - row, column] = [p.turned_head_over_foot() for p in reversed(upper)]
            opened[rows + row, column] = lower
    return opened


def _is_spine(left: Ply, right: Ply, size: int) -> bool:
    """Return True if two neighbours on the sheet are joined at the spine: the numbers of their
    pages then add up to those of the signature's first and last page."""
    return left.up + right.up == size - 1


def _sides(
    cell: Cell, plies: Plies, signature: Sequence[int | None], columns: int, options: Options
) -> LeafSides:
    def sides(row: int, column: int) -> tuple[LeafSide, LeafSide]:
        # A book bound on the right is the same sheet mirrored.
        ply = plies[row, columns - 1 - column if options.right_to_left else column]
        return (
            cell.side(signature[ply.up], upside_down=ply.upside_down),
            cell.side(signature[ply.down], upside_down=ply.upside_down),
        )

    return sides


def _folds(grid: Grid, folds: Sequence[Axis]) -> list[Line]:
    """Return the fold lines on the open sheet. Each fold goes through all plies of those before it,
    so it is one line, then two, then four."""
    lines = []
    columns, rows = len(grid.columns), len(grid.rows)
    for fold in folds:
        if fold == "x":
            columns //= 2
            at = range(columns, len(grid.columns), 2 * columns)
            lines += [grid.upright_line("fold", place - 1) for place in at]
        else:
            rows //= 2
            at = range(rows, len(grid.rows), 2 * rows)
            lines += [grid.lying_line("fold", place - 1) for place in at]
    return lines


def _collation(grid: Grid, plies: Plies, number: int, options: Options) -> tuple[Patch, ...]:
    """Return a black collation mark on the spine, a step lower for each signature: gathered in
    order, the marks make a stair."""
    if "collation" not in options.marks:
        return ()
    (row, column) = next(place for place, ply in plies.items() if ply.up == 0)
    columns = len(grid.columns)
    if options.right_to_left:
        column = columns - 1 - column
    cell = grid.box(row, column)
    spine = cell.right if options.right_to_left else cell.left
    steps = max(1, int((cell.height - 2 * STEP) / STEP))
    down = (number % steps + 1) * STEP
    top = cell.bottom + down if plies[row, 0].upside_down else cell.top - down
    return (
        Patch(
            box=Box(left=spine - 2, bottom=top - STEP, right=spine + 2, top=top), inks=(0, 0, 0, 1)
        ),
    )
