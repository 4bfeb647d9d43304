"""One piece on its sheet: a plain page, or the panels of a folded piece laid open."""

from flyers.formats import Format
from flyers.impose.lay import lay
from flyers.impose.pieces import Piece
from flyers.sheets import Box, Edges, Sheet


def sheet(piece: Piece, format: Format, margins: Edges) -> Sheet:
    """The piece fills its sheet, so that there is nothing to cut."""
    whole = Box(left=0, bottom=0, right=format.width, top=format.height)
    return lay(piece, format, at=(whole,), cuts=(), margins=margins)
