"""An interpreter that paints a page's content on a canvas.

ISO 32000-1: 8 (graphics), 9 (text), 14.6 (marked content). A page may be endless, so operators,
bytes and forms within forms are bounded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix
from flyers.press.read.content.bounds import Budget, contents, data
from flyers.press.read.content.canvas import Canvas
from flyers.press.read.content.graphics import Brush, GraphicsState
from flyers.press.read.content.images import ImageXObject
from flyers.press.read.content.interpreter import NONSENSE, Interpreter
from flyers.press.read.content.layers import Layers, name_of
from flyers.press.read.content.lettering import Lettering
from flyers.press.read.content.paths import Path
from flyers.press.read.content.shadings import colours_of
from flyers.press.read.content.tokens import Operands, instructions
from flyers.press.read.objects import box, followed, matrix
from flyers.press.read.painted import Colour, Use

if TYPE_CHECKING:
    from pypdf import PageObject

DEEPEST = 20
"""Levels of forms within forms. Viewers draw more, but no program writes them."""

SHORT = 100_000
"""Bytes of a stream whose operators are kept."""

Instructions = Iterable[tuple[bytes, Operands, int, int]]
Painting = Callable[["Painter", Operands], None]


class Painter(Interpreter):
    """A page while it is painted: the state of its content, and what it has painted so far."""

    def __init__(
        self,
        graphics: GraphicsState,
        operators: Mapping[bytes, Painting],
        canvas: Canvas,
        layers: Layers,
        budget: Budget,
    ) -> None:
        super().__init__(graphics)
        self.canvas = canvas
        self.marks: list[tuple[bool, bool]] = []
        self._operators = operators
        self._layers = layers
        self._budget = budget
        self._open: list[int] = []
        self._base = graphics.matrix
        self._seen: dict[int, Any] = {}
        self._read: dict[int, tuple[Instructions, int, bytes]] = {}
        self._images: dict[int, ImageXObject] = {}

    def page(self, page: "PageObject") -> None:
        group = followed(page.get("/Group"))
        if group:
            self._group(group)
        self._interpret(contents(page), followed(page.get("/Resources")) or {})

    def _interpret(self, content: bytes, resources: Any) -> None:
        outer, self.resources = self.resources, resources
        floor, self.floor = self.floor, len(self.stack)
        operators = self._operators
        for operator, operands, _, _ in self._instructions(content):
            operate = operators.get(operator)
            if operate is None:
                continue
            try:
                operate(self, operands)
            except NONSENSE:  # passed over, as viewers do
                continue
        del self.stack[self.floor :]
        self.resources, self.floor = outer, floor

    def _instructions(self, content: bytes) -> Instructions:
        """Yield the operators of a stream; those of a short one are kept, as the same form may lie
        on a sheet many times."""
        if len(content) > SHORT:
            return self._counted(content)
        if id(content) not in self._read:
            found = list(instructions(content))
            self._read[id(content)] = found, len(found), content
        kept, count, _ = self._read[id(content)]
        self._budget.spend(count)
        return kept

    def _counted(self, content: bytes) -> Instructions:
        for instruction in instructions(content):
            self._budget.spend()
            yield instruction

    def is_off(self, reference: Any) -> bool:
        """Return True if optional content is hidden; note the layer if it is shown."""
        if self._layers.is_off(reference):
            return True
        self.canvas.layers[name_of(reference)] = None
        return False

    def stroke_width(self) -> float:
        """Return the line width as printed; the geometric mean, if it differs by direction."""
        way = self.graphics.matrix
        area = abs(way.a * way.d - way.b * way.c)
        return self.graphics.width * float(area**0.5)

    def fill(self, use: Use, shown: Box, **measures: Any) -> None:
        self._painted(use, self.graphics.fill, shown, measures)

    def stroke(self, use: Use, shown: Box, **measures: Any) -> None:
        self._painted(use, self.graphics.stroke, shown, {**measures, "stroked": True})

    def _painted(self, use: Use, brush: Brush, shown: Box, measures: dict[str, Any]) -> None:
        pattern, colour = brush.pattern, brush.colour
        if pattern is None:
            self.paint(use, colour, shown, **measures)
        elif pattern.get("/PatternType") == 2:
            colours = colours_of(followed(pattern["/Shading"]), self.resources)
            measures["area"] = measures.get("area", 0) / len(colours)
            for one in colours:
                self.paint("shading" if use == "path" else use, one, shown, **measures)
        else:
            if pattern.get("/PaintType") == 2:
                self.paint(use, colour, shown, **measures)
            self._tile(pattern)

    def paint(self, use: Use, colour: Colour, shown: Box, **measures: Any) -> None:
        """Put something on the canvas, unless it stands in a hidden layer."""
        if any(off for _, off in self.marks):
            return
        tagged = any(tagged for tagged, _ in self.marks)
        font = self.graphics.font.name if use == "text" else ""
        self.canvas.paint(use, colour, shown, self.graphics, tagged=tagged, font=font, **measures)

    def picture(self, image: Any, data: bytes | None) -> None:
        """Put an image on the canvas, in the unit square; ``data`` is that of an inline image."""
        if any(off for _, off in self.marks):
            return
        graphics = self.graphics
        if id(image) not in self._images:
            self._images[id(image)] = ImageXObject(image, data, self.resources)
        placed = self._images[id(image)].placed(graphics)
        if placed:
            self.canvas.images.append(placed)
            self.canvas.untagged += not any(tagged for tagged, _ in self.marks)

    def form(self, form: Any) -> None:
        """Paint a form, unless it is within itself (8.10.1)."""
        if id(form) in self._open or len(self._open) >= DEEPEST:
            return
        kept, stack, marks = self.graphics.saved(), self.stack, len(self.marks)
        self.graphics.matrix = matrix(form.get("/Matrix")).then(self.graphics.matrix)
        if "/BBox" in form:
            around = self.graphics.matrix.around(box(followed(form["/BBox"])))
            self.graphics.clip = around.shared(self.graphics.clip)
        if group := followed(form.get("/Group")):
            self._group(group)
        if self.graphics.clip.width > 0 and self.graphics.clip.height > 0:
            self._within(form)
        self.graphics, self.stack = kept, stack
        del self.marks[marks:]

    def _within(self, form: Any, resources: Any = None) -> None:
        path, self.path = self.path, Path()
        base, self._base = self._base, self.graphics.matrix
        self._open.append(id(form))
        try:
            own = followed(form.get("/Resources")) or resources or self.resources
            self._interpret(data(form), own)
        finally:
            self._open.pop()
            self.path, self._base = path, base

    def _tile(self, pattern: Any) -> None:
        """Paint one cell of a tiling pattern, in the page's own space (8.7.3.1)."""
        if id(pattern) in self._seen or len(self._open) >= DEEPEST:
            return
        self._seen[id(pattern)] = pattern
        kept = self.graphics
        way = matrix(pattern.get("/Matrix")).then(self._base)
        self.graphics = GraphicsState(matrix=way, clip=kept.clip)
        self._within(pattern)
        self.graphics = kept

    def glyphs(self, lettering: Lettering, codes: Sequence[int], way: Matrix) -> None:
        """Paint letters in colours of their own, each once, so that their images and colours are on
        the canvas.

        All of them are placed where the first one is.
        """
        if len(self._open) >= DEEPEST:
            return
        kept = self.graphics
        for code in dict.fromkeys(codes):
            glyph = lettering.glyphs.get(code)
            if glyph is None or id(glyph) in self._seen:
                continue
            self._seen[id(glyph)] = glyph
            self.graphics = GraphicsState(matrix=lettering.matrix.then(way), clip=kept.clip)
            self._within(glyph, lettering.resources)
        self.graphics = kept

    def _group(self, group: Any) -> None:
        if group.get("/S") == "/Transparency":
            space = followed(group.get("/CS"))
            family = followed(space[0]) if isinstance(space, list) and space else space
            self.canvas.groups[str(family or "").lstrip("/")] = None
