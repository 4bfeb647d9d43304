"""Imposition: pages placed on the forms of sheets. Numbers only, no PDF, no files.

A scheme names the leaves of a sheet and the pages on their two sides (schemes/). The rest
is the same for every scheme (assembly/): the paper, the backs, bleed and marks.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from flyers.core.errors import ImpositionError
from flyers.core.sheets import Imposition, Page
from flyers.imposition.assembly.press_slug import with_slugs
from flyers.imposition.assembly.sheet import sheets_of
from flyers.imposition.notes import notes_on
from flyers.imposition.options import Options
from flyers.imposition.schemes.table import Scheme
from flyers.imposition.step_and_repeat import repeated


def plan(pages: Sequence[Page], scheme: Scheme, options: Options) -> Imposition:
    """Place these pages on sheets. Raises ImpositionError where they do not fit."""
    if not pages:
        raise ImpositionError("There are no pages to impose; give a PDF that has some.")
    if scheme.duplexes and options.duplex not in scheme.duplexes:
        raise ImpositionError(
            f"A {scheme.name} is printed on one side only; leave out --duplex {options.duplex}."
        )
    copies = 1 if scheme.quantity_each else _copies_of_all(scheme, options)
    layups = scheme.layups(pages, options)
    if scheme.folded and options.up:
        layups = [repeated(layup, options.up, options.gutter) for layup in layups]
    if copies > 1:
        layups = [replace(layup, copies=layup.copies * copies) for layup in layups]
    sheets = with_slugs(sheets_of(layups, pages, options), options)
    return Imposition(
        pages=tuple(pages),
        sheets=sheets,
        notes=tuple(
            notes_on(scheme, pages, sheets, options, options.steps if scheme.folded else 1)
        ),
    )


def _copies_of_all(scheme: Scheme, options: Options) -> int:
    """Return the copies wanted of the one thing that all inputs make together."""
    wanted = set(options.quantities) - {1}
    if len(wanted) > 1 or (wanted and len(options.quantities) > 1 and 1 in options.quantities):
        raise ImpositionError(
            f"All files together make one {scheme.name}, so they cannot have different "
            "quantities; give all of them the same."
        )
    each = options.of_a_sheet * (options.steps if scheme.folded else 1)
    return ceil(max(wanted, default=1) / each)
