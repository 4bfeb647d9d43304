"""Operators that change the graphics state (ISO 32000-1, 8.4.4 and 8.6.8)."""

from collections.abc import Mapping

from flyers.core.matrix import Matrix
from flyers.press.read.content.colours import CMYK, GREY, RGB, ColourSpace, colour_space
from flyers.press.read.content.graphics import Brush, Which
from flyers.press.read.content.interpreter import Interpreter, Operator
from flyers.press.read.content.tokens import Operands
from flyers.press.read.objects import followed

DEEPEST = 500
"""Saved states (annex C.2 asks for 28); more are a fault of the file."""


def keep(state: Interpreter, _: Operands) -> None:
    if len(state.stack) < DEEPEST:
        state.stack.append(state.graphics.saved())


def restore(state: Interpreter, _: Operands) -> None:
    if len(state.stack) > state.floor:
        state.graphics = state.stack.pop()


def transform(state: Interpreter, operands: Operands) -> None:
    a, b, c, d, e, f = operands
    state.graphics.matrix = Matrix(a, b, c, d, e, f).then(state.graphics.matrix)


def width(state: Interpreter, operands: Operands) -> None:
    state.graphics.width = abs(operands[0])


def look(state: Interpreter, operands: Operands) -> None:
    entries = followed(state.resource("/ExtGState", operands[0]))
    state.graphics.take(entries)
    if "/Font" in entries:
        font, size = followed(entries["/Font"])
        state.graphics.font, state.graphics.size = state.lettering(font), float(size)


def _plain(which: Which, space: ColourSpace) -> Operator:
    """Make the operator of a device colour, which sets the space as well."""

    def chosen(state: Interpreter, operands: Operands) -> None:
        state.graphics.change(
            which, space=space, colour=state.colour(space, operands), pattern=None
        )

    return chosen


def _space(which: Which) -> Operator:
    def chosen(state: Interpreter, operands: Operands) -> None:
        space = colour_space(operands[0], state.resources)
        state.graphics.change(which, space=space, colour=space.initial, pattern=None)

    return chosen


def _colour(which: Which) -> Operator:
    """Make the operator of a colour in the current space, or of a pattern, which may have a colour
    too."""

    def chosen(state: Interpreter, operands: Operands) -> None:
        brush: Brush = getattr(state.graphics, which)
        if not (operands and isinstance(operands[-1], str)):
            colour = state.colour(brush.space, operands)
            state.graphics.change(which, colour=colour, pattern=None)
            return
        state.graphics.change(which, pattern=followed(state.resource("/Pattern", operands[-1])))
        if brush.space.under and len(operands) > 1:
            state.graphics.change(which, colour=state.colour(brush.space.under, operands[:-1]))

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
