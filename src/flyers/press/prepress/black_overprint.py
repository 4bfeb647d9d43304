"""Overprint for small things in black alone, so that a plate that is off by a hair shows no white
around them.

ISO 32000-1: 8.6.7 (overprint: with OPM 1, an ink of which there is none leaves what is there), 8.2
(order of operators), 8.5.3 (painting of paths).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import hypot, inf
from typing import Any

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix
from flyers.press.prepress.operations import Operation
from flyers.press.read.content import path_operators, state_operators, text_operators
from flyers.press.read.content.colours import CMYK
from flyers.press.read.content.graphics import Brush, GraphicsState
from flyers.press.read.content.interpreter import Interpreter, Operator
from flyers.press.read.content.lettering import NO_FONT, Lettering

THIN = 10.0
"""Points up to which rules, and the modules of codes, are printed over; a larger area of black
would let what is under it shimmer through."""

OVER, KNOCKED = b"/overprint", b"/knockout"
STATES = (
    b"<< /overprint << /OP true /op true /OPM 1 >> /knockout << /OP false /op false /OPM 0 >> >>"
)
"""The graphics states that resources have to hold (8.4.5)."""

_EVERYWHERE = Box(left=-inf, bottom=-inf, right=inf, top=inf)

_STATE: Mapping[bytes, Operator] = {**state_operators.OPERATORS, **text_operators.OPERATORS}

# What each painting operator paints: areas, lines (8.5.3).
_PAINTS = {
    **dict.fromkeys((b"f", b"F", b"f*"), (True, False)),
    **dict.fromkeys((b"S", b"s"), (False, True)),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), (True, True)),
    b"n": (False, False),
}
_TEXT = (b"Tj", b"TJ", b"'", b'"')
_BLACK = CMYK.colour((0, 0, 0, 1))


class Overprinter(Interpreter):
    """Interpreter of one stream, which is drawn by ``matrix`` on a page.

    ``drawn`` is called with the name and the matrix of everything that ``Do`` draws. Type smaller
    than ``most`` points is printed over what is below it.
    """

    def __init__(
        self, matrix: Matrix, resources: Any, most: float, drawn: Callable[[str, Matrix], None]
    ) -> None:
        super().__init__(GraphicsState(matrix=matrix, clip=_EVERYWHERE), resources)
        self._most = most
        self._drawn = drawn
        self._waiting: list[Operation] = []

    def lettering(self, font: Any) -> Lettering:
        """Return none: only the size of type counts here."""
        return NO_FONT

    def over(self, operations: Iterable[Operation]) -> Iterator[Operation]:
        """Yield the operations, and between them those that switch overprinting on and off."""
        for operation in operations:
            name = operation.name
            if name in path_operators.OPERATORS:
                path_operators.OPERATORS[name](self, operation.values)
                self._waiting.append(operation)
            elif name in _PAINTS:
                yield from self._painted(operation)
            elif name in _TEXT:
                graphics = self.graphics
                small = graphics.size * _height(self.text.then(graphics.matrix)) < self._most
                yield from self._switched(small and _is_black(graphics.fill))
                yield operation
            elif name == b"Do":
                # What is drawn begins as a page does.
                yield from self._switched(False)
                self._drawn(operation.values[0], self.graphics.matrix)
                yield operation
            else:
                if name in _STATE:
                    _STATE[name](self, operation.values)
                yield operation

    def _switched(self, over: bool) -> Iterator[Operation]:
        over = over and self.graphics.opaque and self._most > 0
        if over != self.graphics.fill.overprint:
            self.graphics.change("fill", overprint=over)
            yield Operation(b"gs", OVER if over else KNOCKED)

    def _painted(self, operation: Operation) -> Iterator[Operation]:
        """Yield a path and the operator that paints it, with nothing between them (8.2)."""
        fills, strokes = _PAINTS[operation.name]
        path, graphics = self.end_path(), self.graphics
        if fills or strokes:
            black = (not fills or _is_black(graphics.fill)) and (
                not strokes or _is_black(graphics.stroke)
            )
            line = not strokes or graphics.width * _height(graphics.matrix) <= THIN
            boxes = [Box.around(part) for part in path.parts if part] if black else []
            shown = [box.shared(graphics.clip) for box in boxes]
            thin = all(min(box.width, box.height) <= THIN for box in shown)
            yield from self._switched(black and line and (thin or not fills))
        yield from self._waiting
        yield operation
        self.clip_to(path)
        self._waiting = []


def _is_black(brush: Brush) -> bool:
    return brush.colour == _BLACK and brush.pattern is None


def _height(matrix: Matrix) -> float:
    """Return the length of one unit upward."""
    return hypot(matrix.c, matrix.d)
