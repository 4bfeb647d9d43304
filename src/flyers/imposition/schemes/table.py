"""The table of imposition schemes: one row each, with all that sets a scheme apart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from flyers.catalogue.marks import Duplex, MarkKind
from flyers.core.errors import UnknownNameError
from flyers.core.sheets import Page
from flyers.imposition.layup import Layup
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


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """A row of the table.

    ======================  =================================================================
    ``name``                as it is written on the command line
    ``also``                what print shops call it; taken for its name as well
    ``purpose``             what somebody wants who should take it
    ``layups``              lays the pages out: a layup for each sheet
    ``reads``               options of the command line that concern it, besides those that
                            concern every scheme
    ``two_sided``           sheets are printed on both sides where ``--duplex`` is not given
    ``marks``               drawn where ``--marks`` is not given
    ``duplexes``            the only values of ``--duplex`` it can be printed with; empty: all
    ``needs_backs``         it cannot be printed on one side
    ``folded``              a sheet is folded by itself and may hold the same thing several
                            times, to be cut apart first
    ``makes``               the finished thing that each single sheet becomes, if it has a name
    ``pages_multiple``      its sheets have room for a multiple of so many pages
    ``mixed_sizes``         pages of different sizes may lie together
    ``quantity_each``       every file has its own quantity; else all files make one thing
    ``blank_is_page``       a blank is a page of the finished thing, so it is reported
    ``waste``               how waste is measured: ``grid``, as many leaves of one size as the
                            sheet holds; ``block``, one block of leaves whose blanks count as
                            used; ``fixed``, as grid, but no other sheet is recommended
    ``hint_if_not_full``    follows the number of pages that would fill a side of a grid
    ======================  =================================================================
    """

    name: str
    also: tuple[str, ...] = ()
    purpose: str
    layups: Callable[[Sequence[Page], Options], list[Layup]]
    reads: tuple[str, ...]
    two_sided: bool
    marks: tuple[MarkKind, ...] = ()
    duplexes: tuple[Duplex, ...] = ()
    needs_backs: bool = False
    folded: bool = False
    makes: str = ""
    pages_multiple: int = 1
    mixed_sizes: bool = False
    quantity_each: bool = False
    blank_is_page: bool = False
    waste: Literal["grid", "block", "fixed"] = "block"
    hint_if_not_full: str = ""


SCHEMES: Mapping[str, Scheme] = {
    row.name: row
    for row in (
        Scheme(
            name="n-up",
            purpose="several pages side by side, to save paper",
            layups=n_up.layups,
            reads=("up", "gutter", "order", "binding", "fit", "center"),
            two_sided=False,
            mixed_sizes=True,
            waste="grid",
            hint_if_not_full=", or one page many times with --scheme repeat",
        ),
        Scheme(
            name="repeat",
            also=("step-and-repeat",),
            purpose="one card or flyer many times on a sheet",
            layups=repeat.layups,
            reads=("up", "gutter", "fit", "center"),
            two_sided=True,
            marks=("cut",),
            quantity_each=True,
            waste="grid",
        ),
        Scheme(
            name="cut-stack",
            also=("cut-and-stack",),
            purpose="tickets or notepads that are in order after one cut",
            layups=cut_stack.layups,
            reads=("up", "gutter", "order", "binding", "fit", "center"),
            two_sided=True,
            marks=("cut",),
            blank_is_page=True,
            waste="grid",
        ),
        Scheme(
            name="booklet",
            also=("saddle-stitch",),
            purpose="a booklet, folded and stapled",
            layups=booklet.layups,
            reads=("up", "binding", "fit", "center", "back_cover", "creep", "sheets_per_signature"),
            two_sided=True,
            marks=("fold",),
            needs_backs=True,
            folded=True,
            pages_multiple=4,
            blank_is_page=True,
        ),
        Scheme(
            name="perfect",
            also=("perfect-bound",),
            purpose="a thick book, glued at the spine by a binder",
            layups=perfect.layups,
            reads=("up", "gutter", "binding", "fit", "center", "back_cover", "pages_per_signature"),
            two_sided=True,
            marks=("fold", "collation"),
            needs_backs=True,
            folded=True,
            pages_multiple=4,
            blank_is_page=True,
        ),
        Scheme(
            name="fold",
            purpose="a folded leaflet",
            layups=fold.layups,
            reads=("up", "binding", "fit", "center", "fold", "stock", "allowance"),
            two_sided=True,
            marks=("fold",),
            folded=True,
            makes="leaflet",
            blank_is_page=True,
        ),
        Scheme(
            name="zine",
            purpose="a little eight-page book from one sheet",
            layups=zine.layups,
            reads=("up", "binding", "fit", "center"),
            two_sided=False,
            marks=("cut", "fold"),
            duplexes=("none",),
            folded=True,
            pages_multiple=8,
            blank_is_page=True,
        ),
        Scheme(
            name="gang",
            also=("gang-run",),
            purpose="different pieces in different numbers",
            layups=gang.layups,
            reads=("gutter", "grain"),
            two_sided=True,
            marks=("cut",),
            mixed_sizes=True,
            quantity_each=True,
            waste="fixed",
        ),
        Scheme(
            name="poster",
            also=("tiling",),
            purpose="one page as large as a wall",
            layups=poster.layups,
            reads=("up", "overlap"),
            two_sided=False,
            duplexes=("none",),
            mixed_sizes=True,
            waste="fixed",
        ),
    )
}

DEFAULT = "n-up"
"""The scheme of `flyers impose` where none is named."""

REPEAT = SCHEMES["repeat"]
"""The scheme by which pieces of a format fill a press sheet."""


def scheme_named(name: str) -> Scheme:
    """Return the scheme of that name. Raises UnknownNameError with the nearest one."""
    for row in SCHEMES.values():
        if name in (row.name, *row.also):
            return row
    known = [name for row in SCHEMES.values() for name in (row.name, *row.also)]
    raise UnknownNameError.near("scheme", name, known)


def with_synonyms() -> list[str]:
    """Return every scheme's name, followed by what print shops call it in parentheses."""
    return [
        f"{row.name} ({', '.join(row.also)})" if row.also else row.name for row in SCHEMES.values()
    ]


def readers_of(option: str) -> list[str]:
    """Return the names of the schemes that an option of the command line concerns."""
    return [row.name for row in SCHEMES.values() if option in row.reads]
