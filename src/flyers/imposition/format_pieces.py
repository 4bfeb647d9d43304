"""Pieces of a format on sheets: which page is which panel of a leaf, and how many on a sheet."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from flyers.catalogue.marks import MarkKind
from flyers.catalogue.papers import Paper
from flyers.core.boxes import Box, Edges
from flyers.core.errors import ImpositionError
from flyers.core.matrix import trim_of
from flyers.core.sheets import Form, Imposition, Page, Placement, Sheet
from flyers.imposition.assembly.area import PrintArea
from flyers.imposition.assembly.home_slug import with_slug
from flyers.imposition.assembly.marks import OFFSET, TICK, room_for
from flyers.imposition.assembly.press_slug import with_slugs
from flyers.imposition.assembly.sheet import sheets_of
from flyers.imposition.grids import grid_for
from flyers.imposition.layup import Grid, Leaf, LeafPage
from flyers.imposition.notes import notes_on
from flyers.imposition.options import Options
from flyers.imposition.schemes.table import REPEAT
from flyers.imposition.step_and_repeat import in_steps

if TYPE_CHECKING:
    from flyers.catalogue.formats import Format, Panel

SIZE_SLACK = 0.05
"""Points by which a page may miss its panel's size: the typesetter rounds."""


def sheet_for_one_piece(format: "Format", *, bleed: float, marks: tuple[MarkKind, ...]) -> Options:
    """Return the options of the smallest sheet for one piece with its bleed and marks: what a
    shop wants that imposes pieces by itself. Both sides are upright."""
    piece = Options(sheet=format.sheet, bleed=bleed, marks=marks)
    # Elsewhere ticks for cuts and folds may stand on the sheet's edge; here that would be
    # inside the bleed.
    room = max(room_for(piece), bleed + OFFSET + TICK if marks else 0)
    return Options(
        sheet=Paper(
            name=format.name,
            width=format.width + 2 * room,
            height=format.height + 2 * room,
            unit=format.sheet.unit,
        ),
        bleed=bleed,
        marks=marks,
        duplex="sheetwise",
        up=(1, 1),
    )


def page_by_page(pages: Sequence[Page], slug: int) -> Imposition:
    """Return the pages in reading order, each on a sheet of its own size, for reading on a screen.
    The page with the index ``slug`` is left out: it is for whoever prints."""
    return Imposition(
        pages=tuple(pages),
        sheets=tuple(
            Sheet(
                width=page.width,
                height=page.height,
                trim=trim_of(page),
                front=Form(placements=(Placement(page=number, x=0, y=0),), leaves=(trim_of(page),)),
            )
            for number, page in enumerate(pages)
            if number != slug
        ),
    )


def impose(
    pages: Sequence[Page],
    format: "Format",
    *,
    printer_margins: Edges,
    slug: int | None = None,
    onto: Options | None = None,
) -> Imposition:
    """Return the sheets on which these pages become pieces of that format.

    ``pages`` come in the order of the format's panels; where the format allows
    more sides, in that order over and over. ``slug`` is the index of a page of
    any size that belongs to no piece and stands at the foot of every front.
    Marks and slug keep clear of ``printer_margins``, in points.

    ``onto`` is a press sheet, filled with each piece instead of the format's own
    sheet; its own margins and marks hold, and the home printer's ``slug`` is left out.

    Raises ValueError where pages and panels do not agree in number or size, and
    ImpositionError where the press sheet does not hold a piece.
    """
    numbers = [number for number in range(len(pages)) if number != slug]
    leaves = list(leaves_of(format, pages, numbers))
    if onto:
        return _onto(onto, pages, format, leaves)
    paper = format.sheet
    whole = Box(left=0, bottom=0, right=paper.width, top=paper.height)
    area = PrintArea(
        paper=paper, flip=format.flip, box=whole, printable=whole.inset(printer_margins)
    )
    options = Options(sheet=paper, duplex=format.flip, marks=("cut", "fold"))
    grid = Grid.even(format.across, 1, format.width, format.height)
    layups = [in_steps(leaf, format, grid) for leaf in leaves]
    sheets = sheets_of(layups, pages, options, area=area)
    if slug is not None:
        sheets = tuple(with_slug(sheet, pages, slug, printer_margins) for sheet in sheets)
    return Imposition(pages=tuple(pages), sheets=sheets)


def _onto(
    options: Options, pages: Sequence[Page], format: "Format", leaves: Sequence[Leaf]
) -> Imposition:
    """Return press sheets, each filled with copies of one leaf."""
    if not options.two_sided and any(leaf.back for leaf in leaves):
        raise ImpositionError(
            f"A piece in the format {format.name} has a back, but the sheet {options.sheet} is "
            "printed on one side only; give it a duplex other than none."
        )
    what = f"Pieces in the format {format.name}"
    grid = grid_for(format.width, format.height, options, what)
    layups = [in_steps(leaf, format, grid) for leaf in leaves]
    sheets = with_slugs(sheets_of(layups, pages, options, what=what), options)
    notes = tuple(notes_on(REPEAT, pages, sheets, options))
    return Imposition(pages=tuple(pages), sheets=sheets, notes=notes)


def leaves_of(format: "Format", pages: Sequence[Page], numbers: Sequence[int]) -> Iterator[Leaf]:
    """Deal the numbered pages out to the panels of as many pieces as they fill.

    A piece is one leaf with all its panels; it has no back where the text ends on its
    front. Raises ValueError where pages and panels differ in number or size.
    """
    run = len(format.panels)
    _check_count(format, len(numbers))
    for start in range(0, len(numbers), run):
        dealt = list(zip(format.panels, numbers[start : start + run], strict=False))
        for panel, number in dealt:
            _check_size(panel, pages[number])
        front, back = (
            tuple(
                LeafPage(page=n, x=panel.x, y=panel.y) for panel, n in dealt if panel.side == side
            )
            for side in ("front", "back")
        )
        yield Leaf(
            box=Box(left=0, bottom=0, right=format.width, top=format.height),
            front=front,
            back=back or None,
        )


def _check_count(format: "Format", count: int) -> None:
    run = len(format.panels)
    if format.more_sides and count:
        return
    if count != run:
        raise ValueError(f"{format.name} has {run} panels, but {count} pages were given")


def _check_size(panel: "Panel", page: Page) -> None:
    if max(abs(panel.width - page.width), abs(panel.height - page.height)) > SIZE_SLACK:
        raise ValueError(
            f"page {page.name!r} is {page.width:g} x {page.height:g} pt, "
            f"but its panel {panel.name!r} is {panel.width:g} x {panel.height:g} pt"
        )
