"""Things painted on a page of a PDF, as values: colours, strokes, areas, text and images.

Lengths are points as they are printed, after every transformation.
"""

from dataclasses import dataclass
from typing import Literal

from flyers.core.boxes import Box

Space = Literal["grey", "rgb", "cmyk", "lab", "spot", "pattern"]
"""Colour spaces by the meaning of their values; one with a profile counts as the one without it."""

Use = Literal["text", "path", "shading"]

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The inks of a CMYK value, as a Separation may name one (ISO 32000-1, 8.6.6.4)."""


@dataclass(frozen=True, kw_only=True)
class Colour:
    """A colour of the content: ``values`` 0 to 1, and ``spots``, the inks with a plate of their
    own."""

    space: Space
    values: tuple[float, ...] = ()
    spots: tuple[str, ...] = ()
    profile: bool = False
    """True if it is given by a profile or a calibration, and not by the device's own inks."""
    registration: bool = False
    """True if it is on every plate there is, as marks are (8.6.6.4)."""

    @property
    def inks(self) -> tuple[float, float, float, float] | None:
        """Cyan, magenta, yellow and black, 0 to 1; None where they are unknown."""
        if self.space == "cmyk" and len(self.values) == 4:
            c, m, y, k = self.values
            return c, m, y, k
        if self.space == "grey" and self.values:
            return 0, 0, 0, 1 - self.values[0]
        return None

    @property
    def coverage(self) -> float:
        """All inks on one spot, in per cent; 0 where they are unknown."""
        if self.space == "spot":
            return 100 * sum(self.values)
        return 100 * sum(self.inks or ())

    @property
    def plates(self) -> int:
        """The number of plates that have to be in register."""
        if self.space == "spot":
            return sum(value > 0 for value in self.values)
        if self.space in ("rgb", "lab"):
            return 1 if self.dark else 3
        return sum(value > 0 for value in self.inks or ())

    @property
    def dark(self) -> bool:
        """True if it looks black."""
        if self.space == "rgb":
            return max(self.values, default=1) <= 0.2
        if self.inks:
            c, m, y, k = self.inks
            return k >= 0.8 or min(c, m, y) >= 0.8
        return False

    def pale(self, coverage: float) -> bool:
        """Return True if it leaves less ink than that, in per cent."""
        if self.space == "rgb":
            return 100 * sum(1 - value for value in self.values) < coverage
        return self.space in ("grey", "cmyk", "spot") and self.coverage < coverage

    @property
    def white(self) -> bool:
        """True if it leaves no ink."""
        if self.space in ("rgb", "grey"):
            return bool(self.values) and min(self.values) >= 0.999
        if self.space in ("cmyk", "spot"):
            return bool(self.values) and max(self.values) <= 0.001
        return False


@dataclass(frozen=True, kw_only=True)
class Paint:
    """A run of things painted one after another in the same way, and the box around them.

    ``line`` is the width of a stroke, or of an area as thin as one; None of any other. ``area`` is
    the filled area in square points. ``size`` is that of type, and ``font`` the name of its face.
    """

    use: Use
    colour: Colour
    box: Box
    area: float = 0
    line: float | None = None
    stroked: bool = False
    size: float = 0
    font: str = ""
    letters: int = 0
    alpha: float = 1
    blend: str = "Normal"
    masked: bool = False
    """True if it is seen through a soft mask."""
    overprint: bool = False
    mode: int = 0
    """The overprint mode: 1 leaves the plates of inks that are 0 as they are (11.7.4.3)."""
    beside: bool = False
    """True if it lies outside the bleed, as marks and the slug do."""


@dataclass(frozen=True, kw_only=True)
class PlacedImage:
    """An image at its place. ``ppi`` is its resolution there, the lesser of both directions."""

    box: Box
    width: int
    height: int
    ppi: float
    space: Space | None
    """None for a mask, which is painted in ``colour``."""
    colour: Colour | None = None
    spots: tuple[str, ...] = ()
    profile: bool = False
    bits: int = 8
    kind: str = ""
    """The last of its filters: DCTDecode is a JPEG."""
    quality: int | None = None
    """Quality of a JPEG, 1 to 100, by its quantisation; None of any other."""
    alpha: float = 1
    blend: str = "Normal"
    masked: bool = False
    overprint: bool = False
    coverage: tuple[float, ...] = ()
    """For every 10 % of ink, from 0 on, the share of the picture with as much or more."""


@dataclass(frozen=True, kw_only=True)
class Content:
    """All that a page paints.

    ``groups`` are its transparency groups by their colour spaces; ``layers`` the names of the
    optional content on it; ``letters_missing`` counts the letters that are drawn as ``.notdef``;
    ``untagged`` and ``untagged_letters`` count what is neither tagged nor an artifact; ``ticks``
    are short level or upright strokes, boxes without height or width; ``cut_short`` is the reason
    where not all was read.
    """

    paints: tuple[Paint, ...] = ()
    images: tuple[PlacedImage, ...] = ()
    groups: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    letters_missing: int = 0
    untagged: int = 0
    untagged_letters: int = 0
    ticks: tuple[Box, ...] = ()
    cut_short: str = ""

    @property
    def everything(self) -> tuple[Paint | PlacedImage, ...]:
        """All paints and images."""
        return (*self.paints, *self.images)
