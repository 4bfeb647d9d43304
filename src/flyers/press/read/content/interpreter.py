"""The state of a content stream as its operators change it: graphics state, path, text position.

ISO 32000-1: 8.4 (graphics state), 8.5 (paths), 9.4.2 (text positioning). Subclasses paint a stream
or rewrite it.
"""

from collections.abc import Callable, Sequence
from typing import Any

from flyers.core.errors import UnreadableError
from flyers.core.matrix import Matrix
from flyers.press.read.content.colours import ColourSpace
from flyers.press.read.content.graphics import GraphicsState
from flyers.press.read.content.lettering import NO_FONT, Lettering, lettering
from flyers.press.read.content.paths import Path
from flyers.press.read.content.tokens import Operands
from flyers.press.read.objects import followed
from flyers.press.read.painted import Colour

NONSENSE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    UnreadableError,
)
"""Exceptions of an operator whose operands make no sense."""


class Interpreter:
    """The state of a content stream at one of its operators."""

    def __init__(self, graphics: GraphicsState, resources: Any = None) -> None:
        self.graphics = graphics
        self.stack: list[GraphicsState] = []
        self.floor = 0
        """Saved states that ``Q`` must leave: a form cannot restore what it did not save."""
        self.path = Path()
        self.line = self.text = Matrix()
        self.resources: Any = resources or {}
        # By their ids; the originals are kept as well, or others could be given theirs.
        self._fonts: dict[int, tuple[Lettering, Any]] = {}
        self._spaces: dict[int, ColourSpace] = {}
        self._colours: dict[tuple[int, tuple[float, ...]], Colour] = {}

    def resource(self, kind: str, name: str) -> Any:
        """Return the resource of that name, a reference unresolved. Raises KeyError if there is
        none."""
        return followed(self.resources[kind]).raw_get(name)

    def lettering(self, font: Any) -> Lettering:
        """Return the widths and codes of a font dictionary."""
        font = followed(font)
        if id(font) not in self._fonts:
            try:
                made = lettering(font)
            except NONSENSE:
                made = NO_FONT
            self._fonts[id(font)] = made, font
        return self._fonts[id(font)][0]

    def colour(self, space: ColourSpace, values: Sequence[float]) -> Colour:
        """Return a colour of the space."""
        key = id(space), tuple(values)
        if key not in self._colours:
            self._colours[key] = space.colour(values)
            self._spaces[id(space)] = space
        return self._colours[key]

    def end_path(self) -> Path:
        """Return the path, and begin a new one."""
        path, self.path = self.path, Path()
        return path

    def clip_to(self, path: Path) -> None:
        """Narrow the clip to a path that was to be one (8.5.4)."""
        around = path.box() if path.clips else None
        if around is not None:
            self.graphics.clip = around.shared(self.graphics.clip)


Operator = Callable[[Interpreter, Operands], None]
