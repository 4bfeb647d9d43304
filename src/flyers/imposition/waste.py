"""The share of the paper that is cut away, and what would save some of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flyers.catalogue.papers import PAPERS, Paper
from flyers.core.boxes import Box
from flyers.core.errors import ImpositionError
from flyers.core.matrix import placed_box
from flyers.core.sheets import Imposition, Page, Sheet
from flyers.core.wording import counted
from flyers.imposition.assembly.area import print_areas
from flyers.imposition.grids import grid_for
from flyers.imposition.options import Options
from flyers.imposition.schemes.table import Scheme

MUCH = 0.4
"""The share of the paper from which on waste is reported."""

WORTH = 0.1
"""The share that an advice has to save."""

NEAR = 0.05
"""Shares that differ by less count as equal, and the smaller sheet is recommended."""

LARGER = 1.6
"""How many times larger a recommended sheet may be: it must go through the same press."""


def wasted(imposition: Imposition) -> float:
    """Return the share of the paper's area that no page covers, 0 to 1."""
    paper = covered = 0.0
    for sheet in imposition.sheets:
        paper += sheet.width * sheet.height * sheet.copies
        for placement in sheet.front.placements:
            box = placed_box(placement, imposition.pages[placement.page])
            shown = box.shared(placement.clip or box)
            covered += shown.width * shown.height * sheet.copies
    return max(0.0, 1 - covered / paper) if paper else 0.0


def waste_on(
    scheme: Scheme, pages: Sequence[Page], sheets: Sequence[Sheet], options: Options
) -> Iterator[str]:
    """Yield a sentence if much is wasted. If the first sheet is well filled, so are most others."""
    if _share(scheme, pages, sheets[:1]) <= MUCH:
        return
    share = _share(scheme, pages, sheets)
    if share > MUCH:
        less = next(_advice(scheme, share, sheets[0], options), "")
        yield f"{share:.0%} of the paper is cut away{less}."


def _share(scheme: Scheme, pages: Sequence[Page], sheets: Sequence[Sheet]) -> float:
    """Return the share that is cut away; a blank page of a folded thing is not waste."""
    if scheme.waste != "block":
        return wasted(Imposition(pages=tuple(pages), sheets=tuple(sheets)))
    sheet = sheets[0]
    covered = sum(leaf.width * leaf.height for leaf in sheet.front.leaves)
    return 1 - covered / (sheet.width * sheet.height)


def _advice(scheme: Scheme, share: float, sheet: Sheet, options: Options) -> Iterator[str]:
    """Yield what would waste less, the simplest first."""
    leaves = sheet.front.leaves
    in_grid = scheme.waste == "grid"
    if sheet.front.blanks and in_grid:
        yield f"; {counted(len(leaves), 'page')} would fill a side{scheme.hint_if_not_full}"
    if scheme.waste == "fixed":
        return
    if in_grid:
        cell, many = leaves[0], replace(options, up=None)
        if options.up and (less := _in_grid(cell, many)) < share - WORTH:
            yield f"; without --up it would be {less:.0%}"
    papers = [paper for paper in PAPERS.values() if _is_like(paper, options.sheet)]
    found = {}
    for paper in papers:
        other = replace(options, sheet=paper, up=None)
        found[paper.name] = (
            _in_grid(leaves[0], other) if in_grid else _as_it_is(sheet, share, other)
        )
    least = min(found.values(), default=1.0)
    if least < share - WORTH:
        good = [paper for paper in papers if found[paper.name] < least + NEAR]
        best = min(good, key=_size)
        yield f"; on the sheet {best.name} it would be {found[best.name]:.0%}"


def _is_like(paper: Paper, sheet: Paper) -> bool:
    """Return True for a paper that can replace the sheet: sold, printed on, not much larger."""
    is_sheet = paper.use.startswith(("desktop sheet", "press sheet"))
    return is_sheet and paper.unit == sheet.unit and _size(paper) <= LARGER * _size(sheet)


def _size(paper: Paper) -> float:
    return paper.width * paper.height


def _in_grid(cell: Box, options: Options) -> float:
    """Return the waste of a sheet with as many leaves of that size as it holds."""
    try:
        grid = grid_for(cell.width, cell.height, options)
    except ImpositionError:
        return 1.0
    many = len(grid.columns) * len(grid.rows) * options.of_a_sheet
    return 1 - many * cell.width * cell.height / _size(options.sheet)


def _as_it_is(sheet: Sheet, share: float, options: Options) -> float:
    """Return the waste of another sheet with the same block on it."""
    block = sheet.trim
    if not any(area.holds(block.width, block.height) for area in print_areas(options)):
        return 1.0
    return max(0.0, 1 - (1 - share) * sheet.width * sheet.height / _size(options.sheet))
