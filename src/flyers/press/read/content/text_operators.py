"""Operators that set text (ISO 32000-1, 9.4)."""

from collections.abc import Callable
from math import hypot
from typing import TYPE_CHECKING

from flyers.core.matrix import Matrix
from flyers.core.sheets import Box
from flyers.press.read.content.tokens import Operands

if TYPE_CHECKING:
    from flyers.press.read.content.painter import Walk

INKED = 0.2
"""The share of a line of text, an em high, that is ink."""

DESCENT, ASCENT = -0.22, 0.75
"""Where letters end below and above the line, in ems."""

FILLS = (0, 2, 4, 6)
STROKES = (1, 2, 5, 6)
UNSEEN = (3, 7)
"""Rendering modes (9.3.6, table 106)."""


def begin(walk: "Walk", _: Operands) -> None:
    walk.line = walk.text = Matrix()


def next_line(walk: "Walk", operands: Operands) -> None:
    x, y = operands
    walk.line = walk.text = Matrix.move(x, y).then(walk.line)


def next_line_leading(walk: "Walk", operands: Operands) -> None:
    walk.graphics.leading = -operands[1]
    next_line(walk, operands)


def new_line(walk: "Walk", _: Operands) -> None:
    next_line(walk, [0.0, -walk.graphics.leading])


def place(walk: "Walk", operands: Operands) -> None:
    a, b, c, d, e, f = operands
    walk.line = walk.text = Matrix(a, b, c, d, e, f)


def font(walk: "Walk", operands: Operands) -> None:
    walk.graphics.font = walk.lettering(walk.resource("/Font", operands[0]))
    walk.graphics.size = operands[1]


def show(walk: "Walk", operands: Operands) -> None:
    _set(walk, operands[:1])


def show_spaced(walk: "Walk", operands: Operands) -> None:
    _set(walk, operands[0])


def show_on_next(walk: "Walk", operands: Operands) -> None:
    new_line(walk, [])
    _set(walk, operands[:1])


def show_on_next_spaced(walk: "Walk", operands: Operands) -> None:
    walk.graphics.word_space, walk.graphics.letter_space = operands[0], operands[1]
    new_line(walk, [])
    _set(walk, operands[2:3])


def _set(walk: "Walk", parts: Operands) -> None:
    """Strings, and between them numbers by which the next one is moved back (9.4.3)."""
    graphics = walk.graphics
    lettering, size = graphics.font, graphics.size
    codes = lettering.codes(b"".join(part for part in parts if isinstance(part, bytes)))
    letters, widths, usual = len(codes), lettering.widths, lettering.usual
    moved = sum([widths.get(code, usual) for code in codes]) / lettering.em * size
    moved -= sum([part for part in parts if isinstance(part, float)]) / 1000 * size
    moved += letters * graphics.letter_space
    if graphics.word_space and not lettering.wide:
        moved += codes.count(32) * graphics.word_space
    if lettering.empty and graphics.rendering not in UNSEEN:
        walk.canvas.letters_missing += sum(map(codes.count, lettering.empty))
    across = moved * graphics.stretch
    way = walk.text.then(graphics.matrix)
    walk.text = Matrix.move(across, 0).then(walk.text)
    if letters and graphics.rendering not in UNSEEN:
        _paint(walk, way, across, letters)
        if lettering.glyphs:
            walk.glyphs(lettering, codes, Matrix.scale(size).then(way))


def _paint(walk: "Walk", way: Matrix, across: float, letters: int) -> None:
    graphics = walk.graphics
    size = abs(graphics.size)
    low, high = (graphics.rise + share * size for share in (DESCENT, ASCENT))
    points = [way.point(x, y) for x in (0, across) for y in (low, high)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    around = Box(left=min(xs), bottom=min(ys), right=max(xs), top=max(ys))
    shown = around.shared(graphics.clip)
    if shown.width <= 0 or shown.height <= 0:
        return
    printed = size * hypot(way.c, way.d)
    area = INKED * shown.width * shown.height
    if graphics.rendering in FILLS:
        walk.fill("text", shown, area=area, size=printed, letters=letters)
    if graphics.rendering in STROKES:
        walk.stroke("text", shown, line=walk.stroke_width(), size=printed, letters=letters)


def _number(name: str, share: float = 1) -> Callable[["Walk", Operands], None]:
    def chosen(walk: "Walk", operands: Operands) -> None:
        setattr(walk.graphics, name, operands[0] * share)

    return chosen


def rendering(walk: "Walk", operands: Operands) -> None:
    walk.graphics.rendering = int(operands[0])


OPERATORS = {
    b"BT": begin,
    b"Td": next_line,
    b"TD": next_line_leading,
    b"T*": new_line,
    b"Tm": place,
    b"Tf": font,
    b"Tj": show,
    b"TJ": show_spaced,
    b"'": show_on_next,
    b'"': show_on_next_spaced,
    b"Tr": rendering,
    b"Tc": _number("letter_space"),
    b"Tw": _number("word_space"),
    b"Ts": _number("rise"),
    b"TL": _number("leading"),
    b"Tz": _number("stretch", 0.01),
}
