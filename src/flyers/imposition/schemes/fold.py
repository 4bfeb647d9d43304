"""Folded leaflets: one sheet whose panels are pages.

Pages come in the order in which a reader meets them: the cover, what opening it
shows, the inside from left to right, the back. The front of the sheet is the outside.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from flyers.catalogue.papers import number, size
from flyers.core.errors import ImpositionError, UnknownNameError
from flyers.core.sheets import Line, Page
from flyers.imposition.cells import Cell, cell_of, same_size
from flyers.imposition.layup import Grid, Layup, LeafSide, gridded
from flyers.imposition.options import Options


@dataclass(frozen=True, kw_only=True)
class Fold:
    """A way to fold. ``outside`` and ``inside`` draw both sides as seen with that side up: pages by
    their numbers, with ``^`` after one that is upside down.

    ``widths`` returns the panels of the outside, left to right, for a flat width and an
    allowance. ``order`` has the folds in their order: each after which panel, or ``y`` for
    the one across.
    """

    name: str
    use: str
    outside: str
    inside: str
    widths: Callable[[float, float], tuple[float, ...]]
    order: tuple[int | Literal["y"], ...]


def _even(count: int) -> Callable[[float, float], tuple[float, ...]]:
    return lambda width, allowance: (width / count,) * count


def _c(width: float, allowance: float) -> tuple[float, ...]:
    """Make the flap narrower by the allowance; the two others share the difference."""
    flap = (width - 2 * allowance) / 3
    return flap, flap + allowance, flap + allowance


def _roll(width: float, allowance: float) -> tuple[float, ...]:
    """Make each rolled-in panel narrower than the one around it."""
    inmost = (width - 5 * allowance) / 4
    return inmost, inmost + allowance, inmost + 2 * allowance, inmost + 2 * allowance


def _gate(width: float, allowance: float) -> tuple[float, ...]:
    """Let two flaps meet in the middle, each half an allowance short."""
    flap = width / 4 - allowance / 2
    return flap, width - 2 * flap, flap


def _double_gate(width: float, allowance: float) -> tuple[float, ...]:
    """Make outer panels N/4 - 1/32 in and inner ones N/4 + 1/32 in, at the usual 1/16 in."""
    flap = width / 4 - allowance / 2
    return flap, width / 2 - flap, width / 2 - flap, flap


FOLDS = {
    fold.name: fold
    for fold in (
        Fold(
            name="half",
            use="four pages, folded once",
            outside="4 1",
            inside="2 3",
            widths=_even(2),
            order=(1,),
        ),
        Fold(
            name="letter",
            use="six panels, one flap folded in (C-fold, tri-fold)",
            outside="2 6 1",
            inside="3 4 5",
            widths=_c,
            order=(1, 2),
        ),
        Fold(
            name="z",
            use="six panels, folded to and fro",
            outside="1 2 3",
            inside="4 5 6",
            widths=_even(3),
            order=(1, 2),
        ),
        Fold(
            name="gate",
            use="six panels, two flaps that meet in front",
            outside="2 6 1",
            inside="3 4 5",
            widths=_gate,
            order=(1, 2),
        ),
        Fold(
            name="double-gate",
            use="eight panels, a gate folded once more in its middle",
            outside="3 8 1 2",
            inside="4 5 6 7",
            widths=_double_gate,
            order=(1, 3, 2),
        ),
        Fold(
            name="roll",
            use="eight panels, rolled in from one end",
            outside="3 2 8 1",
            inside="4 5 6 7",
            widths=_roll,
            order=(1, 2, 3),
        ),
        Fold(
            name="french",
            use="four pages printed on one side, folded twice, with a poster of four more inside",
            outside="3^ 2^ / 4 1",
            inside="5 6 / 7 8",
            widths=_even(2),
            order=("y", 1),
        ),
    )
}

ALSO = {
    "c": "letter",
    "tri": "letter",
    "tri-fold": "letter",
    "trifold": "letter",
    "quarter": "french",
    "single-gate": "gate",
}


def fold_named(name: str) -> Fold:
    """Return the fold of that name. Raises UnknownNameError with the nearest one."""
    try:
        return FOLDS[ALSO.get(name, name)]
    except KeyError:
        raise UnknownNameError.near("fold", name, [*FOLDS, *ALSO]) from None


def layups(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Return a sheet for every leaflet that the pages fill.

    Panels are as wide as their pages, which must suit the fold; with ``fit``, as wide as the
    sheet allows. An inside without a page is not printed. On one-sided sheets, all pages
    are on the outside.
    """
    fold = fold_named(options.fold)
    outside, inside = _outside(fold, options), _drawn(fold.inside)
    rows, columns = len(outside), len(outside[0])
    on_a_sheet = rows * columns * (2 if options.two_sided else 1)
    grid, cells = _panels(fold, pages, options, rows, columns)
    lines = tuple(_lines(fold, grid))

    first_inside = min(panel.page for row in inside for panel in row)

    def layup(start: int) -> Layup:
        needed = options.one_form or start + first_inside <= len(pages)
        has_inside = options.two_sided and needed

        def side_of(panel: _Drawn, column: int) -> LeafSide:
            number = start + panel.page - 1
            page = number if number < len(pages) else None
            return cells[column].side(page, upside_down=panel.upside_down)

        def sides(row: int, column: int) -> tuple[LeafSide, LeafSide | None]:
            here = columns - 1 - column if options.right_to_left else column
            behind = inside[row][columns - 1 - here]
            return (
                side_of(outside[row][here], column),
                side_of(behind, column) if has_inside else None,
            )

        return Layup(leaves=gridded(grid, sides), lines=lines)

    return [layup(start) for start in range(0, len(pages), on_a_sheet)]


@dataclass(frozen=True, kw_only=True)
class _Drawn:
    """A panel in a drawing; its page counts from 1."""

    page: int
    upside_down: bool


def _drawn(picture: str) -> list[list[_Drawn]]:
    """Return the rows of a drawing, each a list of panels."""
    return [
        [_Drawn(page=int(word.rstrip("^")), upside_down=word.endswith("^")) for word in row.split()]
        for row in picture.split("/")
    ]


def _outside(fold: Fold, options: Options) -> list[list[_Drawn]]:
    """Return the outside; on one-sided sheets its pages are numbered without gaps."""
    rows = _drawn(fold.outside)
    if options.two_sided:
        return rows
    order = sorted(panel.page for row in rows for panel in row)
    return [[replace(panel, page=order.index(panel.page) + 1) for panel in row] for row in rows]


def _panels(
    fold: Fold, pages: Sequence[Page], options: Options, rows: int, columns: int
) -> tuple[Grid, list[Cell]]:
    """Return the open sheet's panels, and a cell for each column."""
    if options.sizes == "refuse":
        width, height = _flat_size(fold, pages, options, rows, columns)
        unequal = fold.widths(width, options.allowance)
    else:
        cell = cell_of(pages, options, within=(columns, rows))
        width, height = cell.width * columns, cell.height * rows
        unequal = fold.widths(width, options.allowance)
    widths = tuple(reversed(unequal)) if options.right_to_left else unequal
    grid = Grid(
        columns=widths,
        rows=(height / rows,) * rows,
        gaps_x=(0,) * (columns - 1),
        gaps_y=(0,) * (rows - 1),
    )
    scales = options.sizes == "fit"
    # All panels have one scale; on a narrower panel a page loses a little at its sides.
    widest = max(widths)
    cells = [
        Cell(width=w, height=height / rows, pages=pages, scales=scales, scaled_to=widest)
        for w in widths
    ]
    return grid, cells


def _flat_size(
    fold: Fold, pages: Sequence[Page], options: Options, rows: int, columns: int
) -> tuple[float, float]:
    """Return the flat size for pages as wide as their panels, or all of one size.

    Raises ImpositionError for other widths.
    """
    first = pages[0]
    unit = options.sheet.unit
    if all(same_size(page, first.width, first.height) for page in pages):
        width = first.width * columns
        if len(set(fold.widths(width, options.allowance))) == 1:
            return width, first.height * rows
    order = [panel.page - 1 for panel in _outside(fold, options)[0]]
    if max(order) < len(pages):
        outside = [pages[number] for number in order]
        width = sum(page.width for page in outside)
        wanted = fold.widths(width, options.allowance)
        if all(same_size(p, w, first.height) for p, w in zip(outside, wanted, strict=True)):
            return width, first.height * rows
    long_side = max(options.sheet.width, options.sheet.height)
    wanted = fold.widths(long_side, options.allowance)
    panels = " + ".join(number(w, unit) for w in wanted)
    which = ", ".join(str(number + 1) for number in order)
    raise ImpositionError(
        f"The outer panels of a {fold.name} fold on {options.sheet.name} are {panels} {unit} wide "
        f"(pages {which}), but page {first.name} is {size(first.width, first.height, unit)}; make "
        "the pages so wide, or use --fit to scale them, or --center to leave margins uneven."
    )


def _lines(fold: Fold, grid: Grid) -> Iterator[Line]:
    for step in fold.order:
        yield grid.lying_line("fold", 0) if step == "y" else grid.upright_line("fold", step - 1)
