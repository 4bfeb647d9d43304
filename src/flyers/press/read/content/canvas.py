"""A record of what a page paints: things that are alike and follow on one another are one run."""

from typing import NamedTuple

from flyers.core.boxes import Box
from flyers.press.read.content.graphics import GraphicsState
from flyers.press.read.painted import Colour, Content, Paint, PlacedImage, Use

MOST = 20_000
"""Runs of a page that are kept one by one; a map has some thousands. Beyond them, all that look
alike are one run."""


class Canvas:
    """Grows while a page is interpreted, and then gives its content.

    ``piece`` is the finished page with its bleed: things beside it are runs of their own.
    """

    def __init__(self, piece: Box) -> None:
        self._piece = piece
        self._runs: list[_Run] = []
        self._late: dict[_Style, _Run] = {}
        self.images: list[PlacedImage] = []
        self.groups: dict[str, None] = {}
        self.layers: dict[str, None] = {}
        self.letters_missing = 0
        self.untagged = 0
        self.untagged_letters = 0
        self.ticks: list[Box] = []

    def paint(
        self,
        use: Use,
        colour: Colour,
        box: Box,
        graphics: GraphicsState,
        *,
        stroked: bool = False,
        area: float = 0,
        line: float | None = None,
        size: float = 0,
        font: str = "",
        letters: int = 0,
        tagged: bool = False,
    ) -> None:
        """Add something painted in the state of ``graphics``."""
        self.untagged += not tagged
        self.untagged_letters += 0 if tagged else letters
        brush = graphics.stroke if stroked else graphics.fill
        style = _Style(
            use=use,
            colour=colour,
            line=None if line is None else round(line, 3),
            stroked=stroked,
            size=round(size, 2),
            font=font,
            alpha=brush.alpha,
            blend=graphics.blend,
            masked=graphics.masked,
            overprint=brush.overprint,
            mode=graphics.mode,
            beside=_is_beside(box, self._piece),
        )
        run = self._runs[-1] if self._runs and self._runs[-1].style == style else None
        if run is None and len(self._runs) >= MOST:
            run = self._late.setdefault(style, _Run(style, box))
        elif run is None:
            run = _Run(style, box)
            self._runs.append(run)
        run.add(box, area, letters)

    def content(self, cut_short: str = "") -> Content:
        """Return all of it as values."""
        return Content(
            paints=tuple(run.as_paint() for run in (*self._runs, *self._late.values())),
            images=tuple(self.images),
            groups=tuple(self.groups),
            layers=tuple(self.layers),
            letters_missing=self.letters_missing,
            untagged=self.untagged,
            untagged_letters=self.untagged_letters,
            ticks=tuple(self.ticks),
            cut_short=cut_short,
        )


class _Style(NamedTuple):
    """The fields of Paint that are the same in a run."""

    use: Use
    colour: Colour
    line: float | None
    stroked: bool
    size: float
    font: str
    alpha: float
    blend: str
    masked: bool
    overprint: bool
    mode: int
    beside: bool


class _Run:
    """A Paint that still grows."""

    __slots__ = ("area", "bottom", "left", "letters", "right", "style", "top")

    def __init__(self, style: _Style, box: Box) -> None:
        self.style = style
        self.left, self.bottom, self.right, self.top = box.left, box.bottom, box.right, box.top
        self.area = 0.0
        self.letters = 0

    def add(self, box: Box, area: float, letters: int) -> None:
        self.left = min(self.left, box.left)
        self.bottom = min(self.bottom, box.bottom)
        self.right = max(self.right, box.right)
        self.top = max(self.top, box.top)
        self.area += area
        self.letters += letters

    def as_paint(self) -> Paint:
        box = Box(left=self.left, bottom=self.bottom, right=self.right, top=self.top)
        return Paint(box=box, area=self.area, letters=self.letters, **self.style._asdict())


def _is_beside(box: Box, piece: Box) -> bool:
    return (
        box.right < piece.left
        or box.left > piece.right
        or box.top < piece.bottom
        or box.bottom > piece.top
    )
