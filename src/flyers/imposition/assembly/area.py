"""The print area of a sheet: where on its paper a block of leaves may lie."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flyers.catalogue.papers import PAPERS, Paper, size
from flyers.core.boxes import Box, Edges
from flyers.core.errors import ImpositionError
from flyers.core.sheets import Flip
from flyers.imposition.assembly.marks import room_for
from flyers.imposition.assembly.turn import flip_of, turns_like_a_leaf
from flyers.imposition.options import Options

SLACK = 0.05
"""Points by which a block may exceed its room: rounding, never an error."""

MOST_PIECES = 2000
"""Most pieces on one sheet. More is a slip of the key, and the time for marks grows with the
square of the count."""


@dataclass(frozen=True, kw_only=True)
class PrintArea:
    """A sheet as it lies, its printable part, and the ``box`` of it that leaves may fill."""

    paper: Paper
    flip: Flip
    box: Box
    printable: Box

    def holds(self, width: float, height: float) -> bool:
        return width <= self.box.width + SLACK and height <= self.box.height + SLACK

    def at(self, block: Box, options: Options) -> tuple[float, float]:
        """Return the block's lower left corner: centred in the box, or for work-and-turn and
        work-and-tumble against the line about which the sheet is turned."""
        x = self.box.left + (self.box.width - block.width) / 2
        y = self.box.bottom + (self.box.height - block.height) / 2
        if options.duplex == "work-and-turn":
            x = self.box.right - block.width
        if options.duplex == "work-and-tumble":
            y = self.box.top - block.height
        return x, y


def print_areas(options: Options) -> Iterator[PrintArea]:
    """Yield the areas of the sheet as named and of the sheet turned, unless nothing fits there."""
    paper, margins = options.sheet, options.margins
    for sheet, edges in ((paper, margins), (paper.turned(), margins.turned())):
        flip = flip_of(options.duplex, sheet.width, sheet.height)
        if options.two_sided:
            edges = _on_both_sides(edges, sheet, flip)
        whole = Box(left=0, bottom=0, right=sheet.width, top=sheet.height)
        printable = whole.inset(edges)
        box = printable.inset(Edges.all(room_for(options)))
        if options.duplex == "work-and-turn":
            box = replace(box, right=sheet.width / 2 - options.gutter / 2)
        if options.duplex == "work-and-tumble":
            box = replace(box, top=sheet.height / 2 - options.gutter / 2)
        if box.width > 0 and box.height > 0:
            yield PrintArea(paper=sheet, flip=flip, box=box, printable=printable)


def _on_both_sides(edges: Edges, sheet: Paper, flip: Flip) -> Edges:
    """Return the margins that keep both sides clear: the back's lie behind the opposite edges."""
    if turns_like_a_leaf(sheet.width, sheet.height, flip):
        wide = max(edges.left, edges.right)
        return replace(edges, left=wide, right=wide)
    high = max(edges.top, edges.bottom)
    return replace(edges, top=high, bottom=high)


def area_for(block: Box, options: Options, what: str) -> PrintArea:
    """Return the area that holds the block, of the sheet as named if it can.

    ``what`` names the block in the refusal. Raises ImpositionError.
    """
    for area in print_areas(options):
        if area.holds(block.width, block.height):
            return area
    raise does_not_fit(block.width, block.height, options, what)


def does_not_fit(width: float, height: float, options: Options, what: str) -> ImpositionError:
    """Return the refusal, with both sizes and the smallest sheet that would do."""
    unit = options.sheet.unit
    free = max(
        print_areas(options), key=lambda area: area.box.width * area.box.height, default=None
    )
    has = f"room for {size(free.box.width, free.box.height, unit)}" if free else "no room"
    taken = {
        "margins": options.margins != Edges(),
        "bleed": options.bleed > 0,
        "marks": room_for(options) > options.bleed,
    }
    kept = [word for word, takes in taken.items() if takes]
    beside = f" beside its {' and '.join(kept)}" if kept else ""
    larger = nearest(width, height, options)
    hint = f"take the sheet {larger}" if larger else "take a larger sheet"
    bare = print_areas(replace(options, marks=()))
    also = ", or do without marks" if any(area.holds(width, height) for area in bare) else ""
    fit = "" if options.sizes == "fit" else ", or let --fit scale the pages"
    return ImpositionError(
        f"{what} need {size(width, height, unit)}, but the sheet {options.sheet} has {has}"
        f"{beside}; {hint}{also}{fit}."
    )


def refuse_too_many(count: int) -> None:
    """Raise ImpositionError for more pieces than a sheet may have."""
    if count > MOST_PIECES:
        raise ImpositionError(
            f"{count:,} pieces would lie on one sheet, but it can have {MOST_PIECES:,} at most; "
            "take a smaller sheet, or larger pages."
        )


def nearest(width: float, height: float, options: Options) -> str:
    """Return the name of the smallest known sheet that would hold the block, in the sheet's own
    unit if there is one; else an empty string."""

    def holds(paper: Paper) -> bool:
        return any(area.holds(width, height) for area in print_areas(replace(options, sheet=paper)))

    fitting: Sequence[Paper] = [paper for paper in PAPERS.values() if holds(paper)]
    own = [paper for paper in fitting if paper.unit == options.sheet.unit]
    return min(own or fitting, key=lambda p: p.width * p.height).name if fitting else ""
