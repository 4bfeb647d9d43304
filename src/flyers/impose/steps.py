"""A piece of a format on the format's own sheet: once, or side by side with one cut between."""

from dataclasses import replace

from flyers.formats import Format
from flyers.impose.layup import Layup, Leaf
from flyers.sheets import Box, Line


def in_steps(piece: Leaf, format: Format) -> Layup:
    """The piece ``across`` times. Neighbours meet at their trim, so that one cut serves both."""
    steps = [format.width * number for number in range(format.across)]
    leaves = tuple(
        replace(piece, box=Box(left=x, bottom=0, right=x + format.width, top=format.height))
        for x in steps
    )
    folds = [x + fold for x in steps for fold in format.folds]
    height = format.height
    return Layup(
        leaves=leaves,
        lines=(
            *(Line(kind="cut", x1=x, y1=0, x2=x, y2=height) for x in steps[1:]),
            *(Line(kind="fold", x1=x, y1=0, x2=x, y2=height) for x in folds),
        ),
    )
