"""Imposition: finished pages put on the forms of sheets. Numbers only, no PDF, no files.

A format names its scheme, and a scheme is one file and one row of SCHEMES. All
that comes before it (which page is which panel) and after it (the slug) is the
same for every scheme and is done here.
"""

from collections.abc import Callable, Mapping, Sequence

from flyers.formats import Format
from flyers.impose import flat, repeat
from flyers.impose.pieces import Piece, pieces_of
from flyers.impose.slug import with_slug
from flyers.sheets import Edges, Imposition, Page, Sheet

Scheme = Callable[[Piece, Format, Edges], Sheet]

SCHEMES: Mapping[str, Scheme] = {
    "flat": flat.sheet,
    "repeat": repeat.sheet,
}


def impose(
    pages: Sequence[Page],
    format: Format,
    *,
    printer_margins: Edges,
    slug: int | None = None,
) -> Imposition:
    """The sheets on which these pages become pieces of that format.

    ``pages`` come in the order of the format's panels; where the format allows
    more sides, in that order over and over. ``slug`` is the index of a page of
    any size that belongs to no piece and stands at the foot of every front.
    Marks and slug keep clear of ``printer_margins``, in points.

    Raises ValueError where pages and panels do not agree in number or size.
    """
    numbers = [number for number in range(len(pages)) if number != slug]
    scheme = SCHEMES[format.scheme]
    sheets = [scheme(piece, format, printer_margins) for piece in pieces_of(format, pages, numbers)]
    if slug is not None:
        sheets = [with_slug(sheet, pages, slug, printer_margins) for sheet in sheets]
    return Imposition(pages=tuple(pages), sheets=tuple(sheets))
