"""Operators of text state and text position (ISO 32000-1, 9.3 and 9.4.2)."""

from collections.abc import Mapping

from flyers.core.matrix import Matrix
from flyers.press.read.content.interpreter import Interpreter, Operator
from flyers.press.read.content.tokens import Operands


def begin(state: Interpreter, _: Operands) -> None:
    state.line = state.text = Matrix()


def next_line(state: Interpreter, operands: Operands) -> None:
    x, y = operands
    state.line = state.text = Matrix.move(x, y).then(state.line)


def next_line_leading(state: Interpreter, operands: Operands) -> None:
    state.graphics.leading = -operands[1]
    next_line(state, operands)


def new_line(state: Interpreter, _: Operands) -> None:
    next_line(state, [0.0, -state.graphics.leading])


def place(state: Interpreter, operands: Operands) -> None:
    a, b, c, d, e, f = operands
    state.line = state.text = Matrix(a, b, c, d, e, f)


def font(state: Interpreter, operands: Operands) -> None:
    state.graphics.font = state.lettering(state.resource("/Font", operands[0]))
    state.graphics.size = operands[1]


def _number(name: str, share: float = 1) -> Operator:
    def chosen(state: Interpreter, operands: Operands) -> None:
        setattr(state.graphics, name, operands[0] * share)

    return chosen


def rendering(state: Interpreter, operands: Operands) -> None:
    state.graphics.rendering = int(operands[0])


OPERATORS: Mapping[bytes, Operator] = {
    b"BT": begin,
    b"Td": next_line,
    b"TD": next_line_leading,
    b"T*": new_line,
    b"Tm": place,
    b"Tf": font,
    b"Tr": rendering,
    b"Tc": _number("letter_space"),
    b"Tw": _number("word_space"),
    b"Ts": _number("rise"),
    b"TL": _number("leading"),
    b"Tz": _number("stretch", 0.01),
}
