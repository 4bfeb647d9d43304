"""Draws a proof: pictures of a sheet's sides, guides over them, dimensions around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from flyers.catalogue.papers import Unit, measured
from flyers.core.boxes import Box
from flyers.pieces.proof.board import FAINT, Board, LineStyle, PixelBox
from flyers.pieces.proof.guides import SAME, GuideKind, ProofSide
from flyers.pieces.proof.legend import LegendEntry

if TYPE_CHECKING:
    from PIL.Image import Image


LOOKS: Mapping[GuideKind, LineStyle] = {
    # Colours that the colour-blind can distinguish too (Okabe and Ito), and different dashes.
    "bleed": LineStyle(colour="#d55e00"),
    "trim": LineStyle(colour="#0072b2"),
    "white": LineStyle(colour="#8a6d00", dash=(2, 4)),
    "safe": LineStyle(colour="#00835f", dash=(9, 5)),
    "fold": LineStyle(colour="#a8327f", dash=(18, 5, 4, 5)),
}
PAD, RULER = 28, 30
"""Pixels: the margin of everything; the height of a row of dimensions."""

HEAD, LINE = 24, 30
"""Pixels: the type of headings; the line height of the legend."""

NEAR, CLEAR = 60, 18
"""Pixels: the farthest that lines at a piece's head lie inside of it; from the last of them to the
middle of a name."""


@dataclass(frozen=True, kw_only=True)
class _Place:
    """The place of a side on its pane: points from the lower left to pixels from the upper left."""

    left: int
    top: int
    scale: float
    height: float

    def box(self, box: Box) -> PixelBox:
        """Convert a box."""
        return (
            self.left + round(box.left * self.scale),
            self.top + round((self.height - box.top) * self.scale),
            self.left + round(box.right * self.scale),
            self.top + round((self.height - box.bottom) * self.scale),
        )


def drawn(
    heading: str,
    sides: Sequence[ProofSide],
    pictures: Sequence["Image"],
    entries: Sequence[LegendEntry],
    unit: Unit,
) -> "Image":
    """Return one picture of a sheet: its sides next to one another, the legend below them."""
    panes = [_pane(*both, unit) for both in zip(sides, pictures, strict=True)]
    top = PAD + HEAD + PAD // 2
    below = top + max(pane.height for pane in panes) + PAD
    width = PAD + sum(pane.width + PAD for pane in panes)
    board = Board(width, below + len(entries) * LINE + PAD)
    board.words(PAD, PAD + HEAD // 2, heading, size=HEAD, bold=True, anchor="lm")
    left = PAD
    for pane in panes:
        board.image.paste(pane, (left, top))
        left += pane.width + PAD
    _legend(board, below, entries)
    return board.image


def _pane(side: ProofSide, picture: "Image", unit: Unit) -> "Image":
    """Return a side with its name above, its guides over it and its dimensions around it."""
    scale = picture.width / side.width
    rows = 1 + _is_larger(side)
    left, top = rows * RULER, 2 * RULER + PAD // 2
    board = Board(left + picture.width + 1, top + picture.height + rows * RULER + 1)
    board.image.paste(picture.convert("RGB"), (left, top))
    place = _Place(left=left, top=top, scale=scale, height=side.height)
    board.words(left, RULER // 2, _name(side), size=HEAD, bold=True, anchor="lm")
    _tint(board, side, place)
    for guide in side.guides:
        board.outline(place.box(guide.box), LOOKS[guide.kind])
    _measure(board, side, place, unit)
    return board.image


def _name(side: ProofSide) -> str:
    folded = any(guide.kind == "fold" for guide in side.guides)
    turned = {"front": ", the outside", "back": ", the inside"}.get(side.name, "") if folded else ""
    return f"Sheet {side.sheet}, {side.name}{turned}"


def _is_larger(side: ProofSide) -> bool:
    """Return True if the paper goes on beyond the pieces."""
    return side.width > side.trim.width + 1 or side.height > side.trim.height + 1


def _is_all_bleed(side: ProofSide) -> bool:
    """Return True if the page ends where its bleed does, and is a piece by itself."""
    whole = Box(left=0, bottom=0, right=side.width, top=side.height)
    return any(guide.kind == "bleed" and guide.box.contains(whole) for guide in side.guides)


def _tint(board: Board, side: ProofSide, place: _Place) -> None:
    """Tint the bleed, which is cut away."""
    bleeds = [place.box(guide.box) for guide in side.guides if guide.kind == "bleed"]
    board.tint(bleeds, [place.box(piece) for piece in side.pieces], LOOKS["bleed"].colour)


def _measure(board: Board, side: ProofSide, place: _Place, unit: Unit) -> None:
    """Draw the name and width of each page, the height of pieces, and the size of the paper."""
    highest = max(part.box.top for part in side.parts)
    for part in side.parts:
        box = place.box(part.box)
        name = f"{part.number} {part.name.replace('-', ' ')}"
        if part.box.top > highest - SAME:
            wide = measured(part.box.width, unit)
            board.across(box[0], box[2], place.top - RULER // 2, f"{name}, {wide}", wide, name)
        else:
            board.tag((box[0] + box[2]) // 2, _under_the_lines(side, place, box[1]), name)
    leftmost = min(piece.left for piece in side.pieces)
    for piece in side.pieces:
        if piece.left < leftmost + SAME:
            _, high, _, low = place.box(piece)
            board.upright(place.left - RULER // 2, high, low, measured(piece.height, unit))
    _, _, right, bottom = place.box(Box(left=0, bottom=0, right=side.width, top=side.height))
    below = bottom + RULER // 2
    for span in _along_the_foot(side):
        begin, _, end, _ = place.box(span)
        board.across(begin, end, below, measured(span.width, unit))
    if _is_larger(side):
        what = "with bleed" if _is_all_bleed(side) else "paper"
        wide, tall = (f"{measured(size, unit)} {what}" for size in (side.width, side.height))
        board.across(place.left, right, below + RULER, wide)
        board.upright(RULER // 2, place.top, bottom, tall)


def _under_the_lines(side: ProofSide, place: _Place, top: int) -> int:
    """Return the height at which a name inside a piece hides none of the lines at its head."""
    edges = (place.box(guide.box)[1] for guide in side.guides)
    return max((edge for edge in edges if top <= edge < top + NEAR), default=top) + CLEAR


def _along_the_foot(side: ProofSide) -> Sequence[Box]:
    """Return the lengths to draw at the foot: from fold to fold if a page runs across one, else all
    pieces together, unless they are one page, whose width stands above."""
    folds = sorted(guide.box.left for guide in side.guides if guide.kind == "fold")
    trim = side.trim
    if any(
        part.box.left < fold - SAME and fold < part.box.right - SAME
        for part in side.parts
        for fold in folds
    ):
        edges = pairwise([trim.left, *folds, trim.right])
        return [replace(trim, left=left, right=right) for left, right in edges]
    if any(part.box.width < trim.width - SAME for part in side.parts):
        return [trim]
    return []


def _legend(board: Board, top: int, entries: Sequence[LegendEntry]) -> None:
    """Draw a sample of each line, its name, its amount and its meaning, in columns."""
    names = PAD + 64
    amounts = names + max(board.width_of(entry.name, bold=True) for entry in entries) + 18
    meanings = amounts + max(board.width_of(entry.amount) for entry in entries) + 18
    for row, entry in enumerate(entries):
        y = top + row * LINE + LINE // 2
        board.line((PAD, y, PAD + 50, y), LOOKS[entry.kind])
        board.words(names, y, entry.name, bold=True, anchor="lm", colour=LOOKS[entry.kind].colour)
        board.words(amounts, y, entry.amount, anchor="lm")
        board.words(meanings, y, entry.meaning, anchor="lm", colour=FAINT)
