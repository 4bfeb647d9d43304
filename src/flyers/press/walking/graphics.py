"""The graphics state (ISO 32000-1, 8.4), as far as it shows in print."""

from copy import copy
from dataclasses import dataclass
from typing import Any, Self

from flyers.affine import Matrix
from flyers.painted import Colour
from flyers.press.objects import followed, is_true
from flyers.press.walking.colours import GREY, ColourSpace
from flyers.press.walking.lettering import NO_FONT, Lettering
from flyers.sheets import Box

BLACK = GREY.initial


@dataclass(slots=True)
class Graphics:
    """What the next operator paints with. ``pattern`` and ``pattern_of_strokes`` are the patterns
    that take the place of a colour."""

    matrix: Matrix
    clip: Box
    space: ColourSpace = GREY
    colour: Colour = BLACK
    pattern: Any = None
    space_of_strokes: ColourSpace = GREY
    colour_of_strokes: Colour = BLACK
    pattern_of_strokes: Any = None
    width: float = 1
    alpha: float = 1
    alpha_of_strokes: float = 1
    blend: str = "Normal"
    masked: bool = False
    overprint: bool = False
    overprint_of_strokes: bool = False
    mode: int = 0
    font: Lettering = NO_FONT
    size: float = 0
    rendering: int = 0
    rise: float = 0
    letter_space: float = 0
    word_space: float = 0
    stretch: float = 1
    leading: float = 0

    def kept(self) -> Self:
        """A copy for ``Q`` to come back to."""
        return copy(self)

    def take(self, entries: Any) -> None:
        """The entries of an ExtGState that show (8.4.5, table 58)."""
        if "/LW" in entries:
            self.width = float(followed(entries["/LW"]))
        if "/ca" in entries:
            self.alpha = round(float(followed(entries["/ca"])), 3)
        if "/CA" in entries:
            self.alpha_of_strokes = round(float(followed(entries["/CA"])), 3)
        if "/BM" in entries:
            blend = followed(entries["/BM"])
            first = followed(blend[0]) if isinstance(blend, list) and blend else blend
            name = str(first).lstrip("/")
            self.blend = "Normal" if name == "Compatible" else name
        if "/SMask" in entries:
            self.masked = str(followed(entries["/SMask"])) != "/None"
        if "/OP" in entries:
            self.overprint_of_strokes = is_true(entries["/OP"])
            if "/op" not in entries:
                self.overprint = self.overprint_of_strokes
        if "/op" in entries:
            self.overprint = is_true(entries["/op"])
        if "/OPM" in entries:
            self.mode = int(followed(entries["/OPM"]))
