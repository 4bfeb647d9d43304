"""The graphics state (ISO 32000-1, 8.4), as far as it shows in print."""

from copy import copy
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Self

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix
from flyers.press.read.content.colours import GREY, ColourSpace
from flyers.press.read.content.lettering import NO_FONT, Lettering
from flyers.press.read.objects import followed, is_true
from flyers.press.read.painted import Colour


class Brush(NamedTuple):
    """Colour, or pattern, of areas or of strokes. An uncoloured ``pattern`` is painted in the
    colour."""

    space: ColourSpace = GREY
    colour: Colour = GREY.initial
    pattern: Any = None
    alpha: float = 1
    overprint: bool = False


BLACK = Brush()
"""The brush at the beginning of a page."""

Which = Literal["fill", "stroke"]


@dataclass(slots=True)
class GraphicsState:
    """Parameters with which the next operator paints."""

    matrix: Matrix
    clip: Box
    fill: Brush = BLACK
    stroke: Brush = BLACK
    width: float = 1
    blend: str = "Normal"
    masked: bool = False
    mode: int = 0
    font: Lettering = NO_FONT
    size: float = 0
    rendering: int = 0
    rise: float = 0
    letter_space: float = 0
    word_space: float = 0
    stretch: float = 1
    leading: float = 0

    @property
    def opaque(self) -> bool:
        """True if nothing that is painted can be seen through (11.6.4)."""
        full = self.fill.alpha == self.stroke.alpha == 1
        return full and self.blend == "Normal" and not self.masked

    def saved(self) -> Self:
        """Return a copy for ``Q`` to come back to."""
        return copy(self)

    def change(self, which: Which, **what: Any) -> None:
        """Replace the colour or other fields of a brush."""
        brush = self.fill if which == "fill" else self.stroke
        setattr(self, which, brush._replace(**what))

    def take(self, entries: Any) -> None:
        """Set the parameters of an ExtGState that show in print (8.4.5, table 58)."""
        if "/LW" in entries:
            self.width = float(followed(entries["/LW"]))
        if "/ca" in entries:
            self.change("fill", alpha=round(float(followed(entries["/ca"])), 3))
        if "/CA" in entries:
            self.change("stroke", alpha=round(float(followed(entries["/CA"])), 3))
        if "/BM" in entries:
            blend = followed(entries["/BM"])
            first = followed(blend[0]) if isinstance(blend, list) and blend else blend
            name = str(first).lstrip("/")
            self.blend = "Normal" if name == "Compatible" else name
        if "/SMask" in entries:
            self.masked = str(followed(entries["/SMask"])) != "/None"
        if "/OP" in entries:
            self.change("stroke", overprint=is_true(entries["/OP"]))
        if "/op" in entries or "/OP" in entries:  # /OP alone sets both (8.4.5, table 58)
            self.change("fill", overprint=is_true(entries.get("/op", entries.get("/OP"))))
        if "/OPM" in entries:
            self.mode = int(followed(entries["/OPM"]))
