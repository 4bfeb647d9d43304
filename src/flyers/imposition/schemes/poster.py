"""Poster: one page enlarged over many sheets, which overlap where they are glued."""

from collections.abc import Iterator, Sequence

from flyers.catalogue.papers import number
from flyers.core.boxes import Box
from flyers.core.errors import ImpositionError
from flyers.core.sheets import Mark, Page, Words
from flyers.imposition.assembly.area import PrintArea, print_areas
from flyers.imposition.layup import Layup, Leaf, LeafPage
from flyers.imposition.options import Options

NOTHING = 1.0
"""Points of the page, at most, on a sheet that is left out."""

NAMED = 14.0
"""Points of overlap from which on a sheet's name has room."""

UP = (2, 2)
"""Sheets across and down if ``--up`` is not given."""


def layups(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Return ``up`` sheets across and down for each page, row by row from the top left.

    Neighbours both print the strip that they share. Dashed ticks show how far the next sheet
    is laid over it, and there the sheet's row and column are printed.
    """
    columns, rows = options.up or UP
    found = list(print_areas(options))
    if not found or min(min(a.box.width, a.box.height) for a in found) <= options.overlap:
        unit = options.sheet.unit
        raise ImpositionError(
            f"Sheets of a poster overlap by {number(options.overlap, unit)} {unit}, and the sheet "
            f"{options.sheet} leaves no more to print on; take a larger sheet or less --overlap."
        )

    def scale(area: PrintArea, page: Page) -> float:
        width, height = _whole(area, options, columns, rows)
        return min(width / page.width, height / page.height)

    first = pages[0]
    area = max(found, key=lambda one: scale(one, first))
    return [
        layup
        for page in range(len(pages))
        for layup in _sheets(page, scale(area, pages[page]), pages, area, options, columns, rows)
    ]


def _whole(area: PrintArea, options: Options, columns: int, rows: int) -> tuple[float, float]:
    """Return the poster's size when glued."""
    overlap = options.overlap
    return (
        columns * area.box.width - (columns - 1) * overlap,
        rows * area.box.height - (rows - 1) * overlap,
    )


def _sheets(
    page: int,
    scale: float,
    pages: Sequence[Page],
    area: PrintArea,
    options: Options,
    columns: int,
    rows: int,
) -> Iterator[Layup]:
    width, height = area.box.width, area.box.height
    whole_width, whole_height = _whole(area, options, columns, rows)
    left = (whole_width - pages[page].width * scale) / 2
    foot = (whole_height - pages[page].height * scale) / 2
    box = Box(left=0, bottom=0, right=width, top=height)
    for row in range(rows):
        for column in range(columns):
            x = left - column * (width - options.overlap)
            y = foot - (rows - 1 - row) * (height - options.overlap)
            lies = Box(
                left=x,
                bottom=y,
                right=x + pages[page].width * scale,
                top=y + pages[page].height * scale,
            )
            shown = lies.shared(box)
            if shown.width < NOTHING or shown.height < NOTHING:
                continue
            spot = LeafPage(page=page, x=x, y=y, scale=scale, window=shown)
            yield Layup(
                leaves=(Leaf(box=box, front=(spot,)),),
                marks=tuple(_glue(box, options.overlap, column < columns - 1, row < rows - 1)),
                signs=tuple(_name(box, row, column, options.overlap, columns, rows)),
            )


def _name(
    box: Box, row: int, column: int, overlap: float, columns: int, rows: int
) -> Iterator[Words]:
    """Yield row and column where the neighbour covers them; the last sheet needs none."""
    text = f"{row + 1}-{column + 1}"
    if overlap < NAMED:
        return
    if column < columns - 1:
        yield Words(text=text, x=box.right - overlap + 4, y=box.bottom + overlap + 6, size=6)
    elif row < rows - 1:
        yield Words(text=text, x=box.left + 24, y=box.bottom + 4, size=6)


def _glue(box: Box, overlap: float, right: bool, below: bool) -> Iterator[Mark]:
    """Yield ticks where the neighbour's edge comes to lie, at both ends of the strip it covers."""
    tick = min(overlap, 18.0)
    if right:
        x = box.right - overlap
        yield Mark(kind="glue", x1=x, y1=box.bottom, x2=x, y2=box.bottom + tick)
        yield Mark(kind="glue", x1=x, y1=box.top, x2=x, y2=box.top - tick)
    if below:
        y = box.bottom + overlap
        yield Mark(kind="glue", x1=box.left, y1=y, x2=box.left + tick, y2=y)
        yield Mark(kind="glue", x1=box.right, y1=y, x2=box.right - tick, y2=y)
