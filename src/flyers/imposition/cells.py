"""Pages made ready for leaves of one size."""

from collections.abc import Sequence
from dataclasses import dataclass

from flyers.catalogue.papers import size
from flyers.core.errors import ImpositionError
from flyers.core.sheets import Box, Page, Rotation
from flyers.imposition.assembly.area import areas, unfit
from flyers.imposition.layup import LeafPage, LeafSide
from flyers.imposition.options import Options

SIZE_SLACK = 0.5
"""Points by which pages of one size may differ: what other programs' rounding leaves."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The size that a leaf has, and how pages of other sizes come to lie on it.

    Where it ``scales`` them, they fit into its height and its width, or into ``scaled_to``
    if that is wider: what is over at the sides is cut off.
    """

    width: float
    height: float
    pages: Sequence[Page]
    scales: bool = False
    scaled_to: float = 0

    def side(self, page: int | None, *, upside_down: bool = False, shift: float = 0) -> LeafSide:
        """The page on a leaf, scaled down or up to it if need be, or nothing for a blank.

        ``shift`` moves it to the right by so many points, under the leaf's edges.
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
        # A page larger than its leaf would stand on the neighbour; one that fills it and is moved
        # leaves room for its own bleed.
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
    """The leaf for these pages: their own size if they agree, else as ``sizes`` says.

    ``within`` are the columns and rows of leaves in what is folded, and ``gutters``
    how many of them stand apart: among all of these a sheet is shared out where
    pages are scaled. Raises ImpositionError for pages of different sizes that
    may be neither scaled nor centred.
    """
    first = pages[0]
    if options.sizes == "fit" and not (within or options.up):
        # Scaled only where not even one of them fits.
        fits = any(area.holds(first.width, first.height) for area in areas(options))
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
    """The largest cells of which the sheet has room for so many across and down, with so many
    gutters, the way round that shows the first page largest."""
    first = pages[0]
    across, down = (options.gutter * count for count in gaps)
    best: Cell | None = None
    for area in areas(options):
        width = (area.box.width - across) / cells[0]
        height = (area.box.height - down) / cells[1]
        if width <= 0 or height <= 0:
            continue
        # Cells are no larger than their pages need, or the white between them would vary.
        scale = min(width / first.width, height / first.height)
        cell = Cell(
            width=first.width * scale, height=first.height * scale, pages=pages, scales=True
        )
        if best is None or cell.width > best.width:
            best = cell
    if best is None:
        raise unfit(across, down, options, "The gutters")
    return best
