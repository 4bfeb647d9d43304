"""Operators that change what is painted with (ISO 32000-1, 8.4.4 and 8.6.8)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from flyers.core.matrix import Matrix
from flyers.press.read.content.colours import CMYK, GREY, RGB, ColourSpace, colour_space
from flyers.press.read.content.graphics import Brush, Which
from flyers.press.read.content.tokens import Operands
from flyers.press.read.objects import followed

if TYPE_CHECKING:
    from flyers.press.read.content.painter import Walk

Operator = Callable[["Walk", Operands], None]

DEEPEST = 500
"""States kept within one another (annex C.2 asks for 28); more are a fault of the file."""


def keep(walk: "Walk", _: Operands) -> None:
    if len(walk.stack) < DEEPEST:
        walk.stack.append(walk.graphics.kept())


def restore(walk: "Walk", _: Operands) -> None:
    if len(walk.stack) > walk.floor:
        walk.graphics = walk.stack.pop()


def transform(walk: "Walk", operands: Operands) -> None:
    a, b, c, d, e, f = operands
    walk.graphics.matrix = Matrix(a, b, c, d, e, f).then(walk.graphics.matrix)


def width(walk: "Walk", operands: Operands) -> None:
    walk.graphics.width = abs(operands[0])


def look(walk: "Walk", operands: Operands) -> None:
    entries = followed(walk.resource("/ExtGState", operands[0]))
    walk.graphics.take(entries)
    if "/Font" in entries:
        font, size = followed(entries["/Font"])
        walk.graphics.font, walk.graphics.size = walk.lettering(font), float(size)


def _plain(which: Which, space: ColourSpace) -> Operator:
    """A colour of the device, with its space."""

    def chosen(walk: "Walk", operands: Operands) -> None:
        walk.graphics.change(which, space=space, colour=walk.colour(space, operands), pattern=None)

    return chosen


def _space(which: Which) -> Operator:
    def chosen(walk: "Walk", operands: Operands) -> None:
        space = colour_space(operands[0], walk.resources)
        walk.graphics.change(which, space=space, colour=space.initial, pattern=None)

    return chosen


def _colour(which: Which) -> Operator:
    """A colour of the space in force; or a pattern, which may have a colour of its own."""

    def chosen(walk: "Walk", operands: Operands) -> None:
        brush: Brush = getattr(walk.graphics, which)
        if not (operands and isinstance(operands[-1], str)):
            colour = walk.colour(brush.space, operands)
            walk.graphics.change(which, colour=colour, pattern=None)
            return
        walk.graphics.change(which, pattern=followed(walk.resource("/Pattern", operands[-1])))
        if brush.space.under and len(operands) > 1:
            walk.graphics.change(which, colour=walk.colour(brush.space.under, operands[:-1]))

    return chosen


OPERATORS: Mapping[bytes, Operator] = {
    b"q": keep,
    b"Q": restore,
    b"cm": transform,
    b"w": width,
    b"gs": look,
    b"g": _plain("fill", GREY),
    b"rg": _plain("fill", RGB),
    b"k": _plain("fill", CMYK),
    b"G": _plain("stroke", GREY),
    b"RG": _plain("stroke", RGB),
    b"K": _plain("stroke", CMYK),
    b"cs": _space("fill"),
    b"CS": _space("stroke"),
    b"sc": _colour("fill"),
    b"scn": _colour("fill"),
    b"SC": _colour("stroke"),
    b"SCN": _colour("stroke"),
}
