"""Cells: how pages lie on leaves of one size, scaled or centred if need be."""

from collections.abc import Sequence
from dataclasses import dataclass

from flyers.catalogue.papers import size
from flyers.core.boxes import Box
from flyers.core.errors import ImpositionError
from flyers.core.sheets import Page, Rotation
from flyers.imposition.assembly.area import does_not_fit, print_areas
from flyers.imposition.layup import LeafPage, LeafSide
from flyers.imposition.options import Options

SIZE_SLACK = 0.5
"""Points by which pages of one size may differ, for other programs round."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The size of a leaf, onto which pages of other sizes are scaled or centred.

    Where it ``scales`` them, they fit its height and its width, or ``scaled_to`` if that
    is wider; then their sides are cut off.
    """

    width: float
    height: float
    pages: Sequence[Page]
    scales: bool = False
    scaled_to: float = 0

    def side(self, page: int | None, *, upside_down: bool = False, shift: float = 0) -> LeafSide:
        """Return one side of a leaf with the page on it, or with nothing for None.

        ``shift`` moves the page to the right by that many points; the leaf stays.
        """
        if page is None:
            return ()
        own = self.pages[page]
        wide = max(self.width, self.scaled_to)
        scale = min(wide / own.width, self.height / own.height) if self.scales else 1.0
        x = (self.width - own.width * scale) / 2
        y = (self.height - own.height * scale) / 2
        rotation: Rotation = 180 if upside_down else 0
        if x >= 0 and y >= 0 and not shift:
            return (LeafPage(page=page, x=x, y=y, rotation=rotation, scale=scale),)
        # A page larger than its leaf would print on the neighbour, so the leaf is its window.
        # One that fills its leaf and is moved by creep shows its bleed on the open side.
        moved = shift if x > 0 else 0
        window = Box(
            left=max(x + moved, 0),
            bottom=max(y, 0),
            right=min(self.width - x + moved, self.width),
            top=min(self.height - y, self.height),
        )
        return (
            LeafPage(page=page, x=x + shift, y=y, rotation=rotation, scale=scale, window=window),
        )


def same_size(page: Page, width: float, height: float) -> bool:
    return abs(page.width - width) <= SIZE_SLACK and abs(page.height - height) <= SIZE_SLACK


def cell_of(
    pages: Sequence[Page],
    options: Options,
    within: tuple[int, int] | None = None,
    gutters: tuple[int, int] = (0, 0),
) -> Cell:
    """Return the cell for these pages: of their own size if they agree, else by ``sizes``.

    ``within`` are the columns and rows of leaves in a folded thing, and ``gutters`` the gaps
    between them: where pages are scaled, these share the sheet. Raises ImpositionError
    for pages of different sizes that may be neither scaled nor centred.
    """
    first = pages[0]
    if options.sizes == "fit" and not (within or options.up):
        # Pages of their own size stay so; only a page larger than the sheet is scaled.
        fits = any(area.holds(first.width, first.height) for area in print_areas(options))
        within = None if fits else (1, 1)
    if options.sizes == "fit" and (within or options.up):
        (columns, rows), (across, down) = within or (1, 1), options.up or (1, 1)
        gaps = across * gutters[0] + across - 1, down * gutters[1] + down - 1
        return _shared_out(pages, options, (columns * across, rows * down), gaps)
    if all(same_size(page, first.width, first.height) for page in pages):
        return Cell(width=first.width, height=first.height, pages=pages)
    if options.sizes == "center":
        return Cell(
            width=max(page.width for page in pages),
            height=max(page.height for page in pages),
            pages=pages,
        )
    if options.sizes == "fit":
        return Cell(width=first.width, height=first.height, pages=pages, scales=True)
    unit = options.sheet.unit
    other = next(page for page in pages if not same_size(page, first.width, first.height))
    raise ImpositionError(
        f"Page {other.name} is {size(other.width, other.height, unit)}, but page {first.name} is "
        f"{size(first.width, first.height, unit)}; use --fit to scale the pages to one size, or "
        "--center to leave them as they are."
    )


def _shared_out(
    pages: Sequence[Page], options: Options, cells: tuple[int, int], gaps: tuple[int, int]
) -> Cell:
    """Return the largest of equal cells that fill the sheet, turned if that shows the first page
    larger; ``gaps`` counts the gutters across and down."""
    first = pages[0]
    across, down = (options.gutter * count for count in gaps)
    best: Cell | None = None
    for area in print_areas(options):
        width = (area.box.width - across) / cells[0]
        height = (area.box.height - down) / cells[1]
        if width <= 0 or height <= 0:
            continue
        # Cells have the proportions of the pages, so that the white between these is even.
        scale = min(width / first.width, height / first.height)
        cell = Cell(
            width=first.width * scale, height=first.height * scale, pages=pages, scales=True
        )
        if best is None or cell.width > best.width:
            best = cell
    if best is None:
        raise does_not_fit(across, down, options, "The gutters")
    return best
