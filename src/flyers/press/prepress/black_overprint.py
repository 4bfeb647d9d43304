"""Small things in black alone are printed over what is below them, so that a plate that is off by
a hair shows no white around them.

ISO 32000-1: 8.6.7 (overprint: with OPM 1, an ink of which there is none leaves
what is there), 8.4 (graphics state), 8.5 (paths), 9.4 (text).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from math import hypot, inf

from flyers.core.matrix import Matrix
from flyers.core.sheets import Box
from flyers.press.read.operators import Operation

THIN = 10.0
"""Points; rules and the modules of codes are no thicker. A black area is more, and would let what
is under it shimmer through."""

OVER, KNOCKED = b"/overprint", b"/knockout"
STATES = (
    b"<< /overprint << /OP true /op true /OPM 1 >> /knockout << /OP false /op false /OPM 0 >> >>"
)
"""The graphics states that resources have to hold (8.4.5)."""

_EVERYWHERE = Box(left=-inf, bottom=-inf, right=inf, top=inf)

# What each painting operator paints: areas, lines (8.5.3).
_PAINTS = {
    **dict.fromkeys((b"f", b"F", b"f*"), (True, False)),
    **dict.fromkeys((b"S", b"s"), (False, True)),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), (True, True)),
    b"n": (False, False),
}
_TEXT = (b"Tj", b"TJ", b"'", b'"')
_BLACK = (0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class _State:
    """What of the graphics state counts here. Lengths in points, on the page."""

    matrix: Matrix
    clip: Box = _EVERYWHERE
    fills_black: bool = False
    strokes_black: bool = False
    line: float = 1.0
    solid: bool = True
    over: bool = False
    size: float = 0.0


class Overprinter:
    """Goes through one stream, which is drawn by ``matrix`` on a page.

    ``is_solid`` says of the name of a graphics state whether it leaves all colours
    opaque; ``drawn`` is told the name of everything that ``Do`` draws, and by
    which matrix. Type smaller than ``most`` is printed over what is below it.
    """

    def __init__(
        self,
        matrix: Matrix,
        most: float,
        is_solid: Callable[[str], bool],
        drawn: Callable[[str, Matrix], None],
    ) -> None:
        self._most = most
        self._is_solid = is_solid
        self._drawn = drawn
        self._state = _State(matrix)
        self._saved: list[_State] = []
        self._text = Matrix()
        self._path: list[Operation] = []
        self._clips = False

    def over(self, operations: Iterable[Operation]) -> Iterator[Operation]:
        for operation in operations:
            name = operation.name
            if name in _PATHS:
                self._path.append(operation)
            elif name in (b"W", b"W*"):
                self._path.append(operation)
                self._clips = True
            elif name in _PAINTS:
                yield from self._painted(operation)
            elif name in _TEXT:
                small = self._state.size * _height(self._text.then(self._state.matrix)) < self._most
                yield from self._switched(small and self._state.fills_black)
                yield operation
            elif name == b"Do":
                # What is drawn begins as a page does.
                yield from self._switched(False)
                self._drawn(operation.operands.decode("latin-1"), self._state.matrix)
                yield operation
            else:
                self._noted(operation)
                yield operation

    def _switched(self, over: bool) -> Iterator[Operation]:
        over = over and self._state.solid and self._most > 0
        if over != self._state.over:
            self._state = replace(self._state, over=over)
            yield Operation(b"gs", OVER if over else KNOCKED)

    def _painted(self, operation: Operation) -> Iterator[Operation]:
        """A path and what is done with it. Nothing may stand between them (8.2)."""
        fills, strokes = _PAINTS[operation.name]
        state = self._state
        black = (state.fills_black or not fills) and (state.strokes_black or not strokes)
        boxes = list(_subpaths(self._path, state.matrix)) if self._clips or black else []
        if fills or strokes:
            shown = [box.shared(state.clip) for box in boxes]
            thin = all(min(box.width, box.height) <= THIN for box in shown)
            line = not strokes or state.line * _height(state.matrix) <= THIN
            yield from self._switched(black and line and (thin or not fills))
        yield from self._path
        yield operation
        if self._clips and boxes:
            self._state = replace(self._state, clip=_around(boxes).shared(state.clip))
        self._path, self._clips = [], False

    def _noted(self, operation: Operation) -> None:
        """What changes the graphics state."""
        name, state = operation.name, self._state
        if name == b"q":
            self._saved.append(state)
        elif name == b"Q" and self._saved:
            self._state = self._saved.pop()
        elif name == b"cm":
            self._state = replace(state, matrix=operation.matrix().then(state.matrix))
        elif name == b"k":
            self._state = replace(state, fills_black=tuple(operation.numbers()) == _BLACK)
        elif name == b"K":
            self._state = replace(state, strokes_black=tuple(operation.numbers()) == _BLACK)
        elif name == b"cs":
            self._state = replace(state, fills_black=False)
        elif name == b"CS":
            self._state = replace(state, strokes_black=False)
        elif name == b"gs":
            if not self._is_solid(operation.operands.decode("latin-1")):
                self._state = replace(state, solid=False)
        elif name == b"w":
            self._state = replace(state, line=operation.numbers()[0])
        elif name == b"BT":
            self._text = Matrix()
        elif name == b"Tm":
            self._text = operation.matrix()
        elif name == b"Tf":
            self._state = replace(state, size=float(operation.words()[-1]))


# By each operator of a path: where in its operands the points stand that it goes through or near.
_PATHS = {b"m": 1, b"l": 1, b"c": 3, b"v": 2, b"y": 2, b"h": 0, b"re": 0}


def _subpaths(path: Iterable[Operation], matrix: Matrix) -> Iterator[Box]:
    """The box around each part of a path, on the page. Control points count as points, and are
    never farther out than that by much."""
    points: list[tuple[float, float]] = []
    for operation in path:
        if operation.name in (b"m", b"re"):
            if points:
                yield _box_of(points)
            points = []
        if operation.name == b"re":
            x, y, width, height = operation.numbers()
            corners = ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
            yield _box_of([matrix.point(*corner) for corner in corners])
        elif operation.name not in (b"h", b"W", b"W*"):
            given = operation.numbers()
            points += [matrix.point(*pair) for pair in zip(given[::2], given[1::2], strict=True)]
    if points:
        yield _box_of(points)


def _box_of(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(left=min(xs), bottom=min(ys), right=max(xs), top=max(ys))


def _around(boxes: list[Box]) -> Box:
    corners = [(b.left, b.bottom) for b in boxes] + [(b.right, b.top) for b in boxes]
    return _box_of(corners)


def _height(matrix: Matrix) -> float:
    """What one unit upward becomes."""
    return hypot(matrix.c, matrix.d)
