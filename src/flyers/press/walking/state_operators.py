"""Operators that change what is painted with (ISO 32000-1, 8.4.4 and 8.6.8)."""

from typing import TYPE_CHECKING

from flyers.affine import Matrix
from flyers.press.objects import followed
from flyers.press.walking.colours import CMYK, GREY, RGB, ColourSpace, colour_space
from flyers.press.walking.tokens import Operands

if TYPE_CHECKING:
    from flyers.press.walking.walk import Walk

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


def _fill(walk: "Walk", space: ColourSpace, operands: Operands) -> None:
    walk.graphics.space, walk.graphics.pattern = space, None
    walk.graphics.colour = walk.colour(space, operands)


def _stroke(walk: "Walk", space: ColourSpace, operands: Operands) -> None:
    walk.graphics.space_of_strokes, walk.graphics.pattern_of_strokes = space, None
    walk.graphics.colour_of_strokes = walk.colour(space, operands)


def space(walk: "Walk", operands: Operands) -> None:
    chosen = colour_space(operands[0], walk.resources)
    walk.graphics.space, walk.graphics.pattern = chosen, None
    walk.graphics.colour = chosen.initial


def space_of_strokes(walk: "Walk", operands: Operands) -> None:
    chosen = colour_space(operands[0], walk.resources)
    walk.graphics.space_of_strokes, walk.graphics.pattern_of_strokes = chosen, None
    walk.graphics.colour_of_strokes = chosen.initial


def colour(walk: "Walk", operands: Operands) -> None:
    graphics = walk.graphics
    if operands and isinstance(operands[-1], str):
        graphics.pattern = followed(walk.resource("/Pattern", operands[-1]))
        if graphics.space.under and len(operands) > 1:
            graphics.colour = walk.colour(graphics.space.under, operands[:-1])
        return
    _fill(walk, graphics.space, operands)


def colour_of_strokes(walk: "Walk", operands: Operands) -> None:
    graphics = walk.graphics
    if operands and isinstance(operands[-1], str):
        graphics.pattern_of_strokes = followed(walk.resource("/Pattern", operands[-1]))
        if graphics.space_of_strokes.under and len(operands) > 1:
            graphics.colour_of_strokes = walk.colour(graphics.space_of_strokes.under, operands[:-1])
        return
    _stroke(walk, graphics.space_of_strokes, operands)


OPERATORS = {
    b"q": keep,
    b"Q": restore,
    b"cm": transform,
    b"w": width,
    b"gs": look,
    b"g": lambda walk, operands: _fill(walk, GREY, operands),
    b"rg": lambda walk, operands: _fill(walk, RGB, operands),
    b"k": lambda walk, operands: _fill(walk, CMYK, operands),
    b"G": lambda walk, operands: _stroke(walk, GREY, operands),
    b"RG": lambda walk, operands: _stroke(walk, RGB, operands),
    b"K": lambda walk, operands: _stroke(walk, CMYK, operands),
    b"cs": space,
    b"CS": space_of_strokes,
    b"sc": colour,
    b"scn": colour,
    b"SC": colour_of_strokes,
    b"SCN": colour_of_strokes,
}
