"""Operators that build a path (ISO 32000-1, 8.5.2 and 8.5.4)."""

from collections.abc import Mapping

from flyers.press.read.content.interpreter import Interpreter, Operator
from flyers.press.read.content.tokens import Operands


def move(state: Interpreter, operands: Operands) -> None:
    x, y = operands
    state.path.move(state.graphics.matrix.point(x, y))


def line(state: Interpreter, operands: Operands) -> None:
    x, y = operands
    state.path.line(state.graphics.matrix.point(x, y))


def curve(state: Interpreter, operands: Operands) -> None:
    """Add the control points of ``c``, which has three, or of ``v`` and ``y``, which have two."""
    point = state.graphics.matrix.point
    pairs = zip(operands[::2], operands[1::2], strict=True)
    state.path.line(*[point(x, y) for x, y in pairs])


def rectangle(state: Interpreter, operands: Operands) -> None:
    x, y, width, height = operands
    point = state.graphics.matrix.point
    state.path.rectangle(
        [point(x, y), point(x + width, y), point(x + width, y + height), point(x, y + height)]
    )


def close(state: Interpreter, _: Operands) -> None:
    """Do nothing: the parts of a path are closed when they are measured."""


def clip(state: Interpreter, _: Operands) -> None:
    state.path.clips = True


OPERATORS: Mapping[bytes, Operator] = {
    b"m": move,
    b"l": line,
    b"c": curve,
    b"v": curve,
    b"y": curve,
    b"re": rectangle,
    b"h": close,
    b"W": clip,
    b"W*": clip,
}
