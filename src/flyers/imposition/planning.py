"""Imposition: finished pages put on the forms of sheets. Numbers only, no PDF, no files.

A scheme is one file and one row of SCHEMES: a function from pages and options
to layups, which say which leaves lie where on a sheet and what is printed on
their two sides. All that follows from it is the same for every scheme and done
in ``assembly.sheet``: the paper, the backs, bleed and marks.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from flyers.catalogue.marks import Duplex, MarkKind
from flyers.core.errors import ImpositionError, UnknownNameError
from flyers.core.sheets import Box, Edges, Imposition, Page
from flyers.imposition.assembly.area import Area
from flyers.imposition.assembly.home_slug import with_slug
from flyers.imposition.assembly.press_slug import with_slugs
from flyers.imposition.assembly.sheet import laid
from flyers.imposition.format_pieces import alone, leaves_of, one_by_one
from flyers.imposition.grids import grid_for
from flyers.imposition.layup import Grid, Layup, Leaf
from flyers.imposition.notes import COUNTED, notes_on
from flyers.imposition.options import Options
from flyers.imposition.schemes import (
    booklet,
    cut_stack,
    fold,
    gang,
    n_up,
    perfect,
    poster,
    repeat,
    zine,
)
from flyers.imposition.step_and_repeat import in_steps, repeated

if TYPE_CHECKING:
    from flyers.catalogue.formats import Format

__all__ = ["SCHEMES", "Options", "Scheme", "alone", "impose", "one_by_one", "plan", "scheme_named"]


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """A row of the table below. ``duplex`` and ``marks`` hold where nothing is asked for;
    ``duplex`` of "edge" is the edge that turns the sheet like a leaf."""

    name: str
    purpose: str
    layups: Callable[[Sequence[Page], Options], list[Layup]]
    reads: tuple[str, ...]
    """The options of the command line that concern it, besides those that concern all."""
    two_sided: bool
    marks: tuple[MarkKind, ...]
    duplexes: tuple[Duplex, ...] = ()
    """Those that it can be printed in; empty: all."""
    needs_backs: bool = False
    """Whether it is nothing without its backs."""
    folded: bool = False
    """Whether what it lays out is folded by itself, so that a sheet may have it several times."""


SCHEMES: Mapping[str, Scheme] = {
    row.name: row
    for row in (
        Scheme(
            name="n-up",
            purpose="pages side by side, in reading order",
            layups=n_up.layups,
            reads=("up", "gutter", "order", "binding", "fit", "center"),
            two_sided=False,
            marks=(),
        ),
        Scheme(
            name="repeat",
            purpose="one piece over the whole sheet, to be cut apart",
            layups=repeat.layups,
            reads=("up", "gutter", "fit", "center"),
            two_sided=True,
            marks=("cut",),
        ),
        Scheme(
            name="cut-stack",
            purpose="in order once the pile is cut and the parts are laid on one another",
            layups=cut_stack.layups,
            reads=("up", "gutter", "order", "binding", "fit", "center"),
            two_sided=True,
            marks=("cut",),
        ),
        Scheme(
            name="booklet",
            purpose="folded once and stapled through the fold",
            layups=booklet.layups,
            reads=("up", "binding", "fit", "center", "back_cover", "creep", "sheets_per_signature"),
            folded=True,
            two_sided=True,
            marks=("fold",),
            needs_backs=True,
        ),
        Scheme(
            name="perfect",
            purpose="folded signatures, gathered and glued at the spine",
            layups=perfect.layups,
            reads=("up", "gutter", "binding", "fit", "center", "back_cover", "pages_per_signature"),
            folded=True,
            two_sided=True,
            marks=("fold", "collation"),
            needs_backs=True,
        ),
        Scheme(
            name="fold",
            purpose="the panels of a folded leaflet",
            layups=fold.layups,
            reads=("up", "binding", "fit", "center", "fold", "stock", "allowance"),
            folded=True,
            two_sided=True,
            marks=("fold",),
        ),
        Scheme(
            name="zine",
            purpose="eight pages on one side of one sheet, cut once and folded",
            layups=zine.layups,
            reads=("up", "binding", "fit", "center"),
            folded=True,
            two_sided=False,
            marks=("cut", "fold"),
            duplexes=("none",),
        ),
        Scheme(
            name="gang",
            purpose="different pieces in different numbers on the fewest sheets",
            layups=gang.layups,
            reads=("gutter", "grain"),
            two_sided=True,
            marks=("cut",),
        ),
        Scheme(
            name="poster",
            purpose="one page enlarged over many sheets",
            layups=poster.layups,
            reads=("up", "overlap"),
            two_sided=False,
            marks=(),
            duplexes=("none",),
        ),
    )
}


def scheme_named(name: str) -> Scheme:
    """The scheme of that name, or an UnknownNameError with the nearest one."""
    try:
        return SCHEMES[name]
    except KeyError:
        raise UnknownNameError.near("scheme", name, SCHEMES) from None


def plan(pages: Sequence[Page], scheme: Scheme, options: Options) -> Imposition:
    """These pages on sheets. Raises ImpositionError where they do not go on them."""
    if not pages:
        raise ImpositionError("There are no pages to impose; give a PDF that has some.")
    if scheme.duplexes and options.duplex not in scheme.duplexes:
        raise ImpositionError(
            f"A {scheme.name} is printed on one side only; leave out --duplex {options.duplex}."
        )
    copies = 1 if scheme.name in COUNTED else _copies_of_all(scheme, options)
    layups = scheme.layups(pages, options)
    if scheme.folded and options.up:
        layups = [repeated(layup, options.up, options.gutter) for layup in layups]
    if copies > 1:
        layups = [replace(layup, copies=layup.copies * copies) for layup in layups]
    sheets = with_slugs(laid(layups, pages, options), options)
    return Imposition(
        pages=tuple(pages),
        sheets=sheets,
        notes=tuple(
            notes_on(scheme.name, pages, sheets, options, options.steps if scheme.folded else 1)
        ),
    )


def _copies_of_all(scheme: Scheme, options: Options) -> int:
    """How many are wanted of the one thing that all inputs make together."""
    wanted = set(options.quantities) - {1}
    if len(wanted) > 1 or (wanted and len(options.quantities) > 1 and 1 in options.quantities):
        raise ImpositionError(
            f"All files together make one {scheme.name}, so they cannot be wanted in different "
            "numbers; give all of them the same."
        )
    each = options.of_a_sheet * (options.steps if scheme.folded else 1)
    return ceil(max(wanted, default=1) / each)


def impose(
    pages: Sequence[Page],
    format: "Format",
    *,
    printer_margins: Edges,
    slug: int | None = None,
    onto: Options | None = None,
) -> Imposition:
    """The sheets on which these pages become pieces of that format.

    ``pages`` come in the order of the format's panels; where the format allows
    more sides, in that order over and over. ``slug`` is the index of a page of
    any size that belongs to no piece and stands at the foot of every front.
    Marks and slug keep clear of ``printer_margins``, in points.

    ``onto`` is a press sheet to put as many of each piece on as it holds, instead
    of the format's own; its own options say all about margins and marks, and the
    ``slug``, which speaks to whoever prints at home, is left out.

    Raises ValueError where pages and panels do not agree in number or size, and
    ImpositionError where the press sheet does not hold a piece.
    """
    numbers = [number for number in range(len(pages)) if number != slug]
    leaves = list(leaves_of(format, pages, numbers))
    if onto:
        return _onto(onto, pages, format, leaves)
    paper = format.sheet
    whole = Box(left=0, bottom=0, right=paper.width, top=paper.height)
    area = Area(paper=paper, flip=format.flip, box=whole, printable=whole.inset(printer_margins))
    options = Options(sheet=paper, duplex=format.flip, marks=("cut", "fold"))
    grid = Grid.even(format.across, 1, format.width, format.height)
    layups = [in_steps(leaf, format, grid) for leaf in leaves]
    sheets = laid(layups, pages, options, area=area)
    if slug is not None:
        sheets = tuple(with_slug(sheet, pages, slug, printer_margins) for sheet in sheets)
    return Imposition(pages=tuple(pages), sheets=sheets)


def _onto(
    options: Options, pages: Sequence[Page], format: "Format", leaves: Sequence[Leaf]
) -> Imposition:
    """Press sheets, each with one of the leaves all over it."""
    if not options.two_sided and any(leaf.back for leaf in leaves):
        raise ImpositionError(
            f"A piece in the format {format.name} has a back, but the sheet {options.sheet} is "
            "printed on one side only; give it another duplex than none."
        )
    what = f"Pieces in the format {format.name}"
    grid = grid_for(format.width, format.height, options, what)
    layups = [in_steps(leaf, format, grid) for leaf in leaves]
    sheets = with_slugs(laid(layups, pages, options, what=what), options)
    notes = tuple(notes_on("repeat", pages, sheets, options))
    return Imposition(pages=tuple(pages), sheets=sheets, notes=notes)
