"""The back as the mirror of the front, computed nowhere else in the project.

A sheet is turned over about one of its edges. Turned about an upright edge, as
a leaf of a book is, left and right change places and the back stands upright.
Turned about a lying edge, as a sheet of a wall calendar is, top and bottom
change places, and what is to stand upright on the finished piece, which the
reader turns like a leaf, has to be printed upside down.
"""

from typing import Literal

from flyers.catalogue.marks import Duplex
from flyers.core.boxes import Box
from flyers.core.matrix import Matrix
from flyers.core.sheets import Flip


def flip_of(duplex: Duplex, width: float, height: float) -> Flip:
    """Return the edge on which a sheet of that size is turned.

    Sheetwise and work-and-turn keep the gripper edge and turn side over side; perfecting and
    work-and-tumble change it and turn head over foot.
    """
    if duplex == "long" or duplex == "short":
        return duplex
    like_a_leaf = duplex not in ("perfecting", "work-and-tumble")
    return "long" if like_a_leaf == (height >= width) else "short"


def turns_like_a_leaf(width: float, height: float, flip: Flip) -> bool:
    """Return True if a sheet of that size is turned on an upright edge, like the leaf of a book.

    A square has no long edge; on "long" it turns like a leaf.
    """
    long_edge_is_upright = height >= width
    return long_edge_is_upright == (flip == "long")


def turned_over(width: float, height: float, flip: Flip) -> Matrix:
    """Return the matrix that takes a place on the front to the same place seen from the back.

    It is its own inverse.
    """
    if turns_like_a_leaf(width, height, flip):
        return Matrix(a=-1, e=width)
    return Matrix(d=-1, f=height)


def behind(box: Box, width: float, height: float, flip: Flip) -> Box:
    """Return ``box`` as it is seen when the sheet has been turned over."""
    return turned_over(width, height, flip).box(box)


def back_rotation(width: float, height: float, flip: Flip) -> Literal[0, 180]:
    """Return how far pages of the back are rotated for the finished piece to read upright."""
    return 0 if turns_like_a_leaf(width, height, flip) else 180
