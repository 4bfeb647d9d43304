"""Operators that paint text (ISO 32000-1, 9.4.3)."""

from collections.abc import Mapping
from math import hypot

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix
from flyers.press.read.content.painter import Painter, Painting
from flyers.press.read.content.text_operators import new_line
from flyers.press.read.content.tokens import Operands

INKED = 0.2
"""The share of a line of text, an em high, that is ink."""

DESCENT, ASCENT = -0.22, 0.75
"""Reach of letters below and above the line, in ems."""

FILLS = (0, 2, 4, 6)
STROKES = (1, 2, 5, 6)
UNSEEN = (3, 7)
"""Rendering modes (9.3.6, table 106)."""


def show(painter: Painter, operands: Operands) -> None:
    _set(painter, operands[:1])


def show_spaced(painter: Painter, operands: Operands) -> None:
    _set(painter, operands[0])


def show_on_next(painter: Painter, operands: Operands) -> None:
    new_line(painter, [])
    _set(painter, operands[:1])


def show_on_next_spaced(painter: Painter, operands: Operands) -> None:
    painter.graphics.word_space, painter.graphics.letter_space = operands[0], operands[1]
    new_line(painter, [])
    _set(painter, operands[2:3])


def _set(painter: Painter, parts: Operands) -> None:
    """Paint strings, and move on by their widths, less the numbers between them (9.4.3)."""
    graphics = painter.graphics
    lettering, size = graphics.font, graphics.size
    codes = lettering.codes(b"".join(part for part in parts if isinstance(part, bytes)))
    letters, widths, usual = len(codes), lettering.widths, lettering.usual
    moved = sum([widths.get(code, usual) for code in codes]) / lettering.em * size
    moved -= sum([part for part in parts if isinstance(part, float)]) / 1000 * size
    moved += letters * graphics.letter_space
    if graphics.word_space and not lettering.wide:
        moved += codes.count(32) * graphics.word_space
    if lettering.empty and graphics.rendering not in UNSEEN:
        painter.canvas.letters_missing += sum(map(codes.count, lettering.empty))
    across = moved * graphics.stretch
    way = painter.text.then(graphics.matrix)
    painter.text = Matrix.move(across, 0).then(painter.text)
    if letters and graphics.rendering not in UNSEEN:
        _paint(painter, way, across, letters)
        if lettering.glyphs:
            painter.glyphs(lettering, codes, Matrix.scale(size).then(way))


def _paint(painter: Painter, way: Matrix, across: float, letters: int) -> None:
    graphics = painter.graphics
    size = abs(graphics.size)
    low, high = (graphics.rise + share * size for share in (DESCENT, ASCENT))
    around = Box.around([way.point(x, y) for x in (0, across) for y in (low, high)])
    shown = around.shared(graphics.clip)
    if shown.width <= 0 or shown.height <= 0:
        return
    printed = size * hypot(way.c, way.d)
    area = INKED * shown.width * shown.height
    if graphics.rendering in FILLS:
        painter.fill("text", shown, area=area, size=printed, letters=letters)
    if graphics.rendering in STROKES:
        painter.stroke("text", shown, line=painter.stroke_width(), size=printed, letters=letters)


OPERATORS: Mapping[bytes, Painting] = {
    b"Tj": show,
    b"TJ": show_spaced,
    b"'": show_on_next,
    b'"': show_on_next_spaced,
}
