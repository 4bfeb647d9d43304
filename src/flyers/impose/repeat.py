"""Step-and-repeat: the same piece side by side until the sheet is full, then cut apart."""

from flyers.formats import Format
from flyers.impose.lay import lay
from flyers.impose.pieces import Piece
from flyers.sheets import Box, Edges, Sheet


def sheet(piece: Piece, format: Format, margins: Edges) -> Sheet:
    """The pieces meet at their trim, so that one cut serves both neighbours."""
    steps = [format.width * number for number in range(format.across)]
    boxes = [Box(left=x, bottom=0, right=x + format.width, top=format.height) for x in steps]
    return lay(piece, format, at=boxes, cuts=steps[1:], margins=margins)
