"""The back as the mirror of the front. Nothing else in the project computes this.

A sheet is turned over about one of its edges. Turned about an upright edge, as
a leaf of a book is, left and right change places and the back stands upright.
Turned about a lying edge, as a sheet of a wall calendar is, top and bottom
change places, and what is to stand upright on the finished piece, which the
reader turns like a leaf, has to be printed upside down.
"""

from typing import Literal

from flyers.catalogue.marks import Duplex
from flyers.core.matrix import Matrix
from flyers.core.sheets import Box, Flip


def flip_of(duplex: Duplex, width: float, height: float) -> Flip:
    """The edge about which a sheet of that size is turned.

    A press turns by its gripper, the lower edge: side over side for sheetwise
    and work-and-turn, head over foot for perfecting and work-and-tumble.
    """
    if duplex == "long" or duplex == "short":
        return duplex
    like_a_leaf = duplex not in ("perfecting", "work-and-tumble")
    return "long" if like_a_leaf == (height >= width) else "short"


def turns_like_a_leaf(width: float, height: float, flip: Flip) -> bool:
    """Whether a sheet of that size, turned on its long or short edge, turns about an upright one.

    A square has no long edge; it turns like a leaf on "long".
    """
    long_edge_is_upright = height >= width
    return long_edge_is_upright == (flip == "long")


def turned_over(width: float, height: float, flip: Flip) -> Matrix:
    """Takes a place on the front to where the paper behind it is seen from the other side.

    It is its own inverse: what is behind the back is the front.
    """
    if turns_like_a_leaf(width, height, flip):
        return Matrix(a=-1, e=width)
    return Matrix(d=-1, f=height)


def behind(box: Box, width: float, height: float, flip: Flip) -> Box:
    """Where the paper behind ``box`` is seen when the sheet has been turned over."""
    return turned_over(width, height, flip).box(box)


def back_rotation(width: float, height: float, flip: Flip) -> Literal[0, 180]:
    """How far pages of the back are rotated so that the finished piece reads upright."""
    return 0 if turns_like_a_leaf(width, height, flip) else 180
