"""Letters gathered into lines of text, so that a message can quote them.

A PDF has letters, not words: most spaces are only gaps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flyers.core.boxes import Box

SPACE = 0.28
"""Share of its tallest letter (a fifth of an em) from which on a gap in a line is a space. Gaps
within a word are at most a quarter of that, between words a third more."""

LOW, HIGHER = frozenset("acemnorsuvwxz.,:;-"), 1.4
"""Letters without ascenders and descenders, and how much taller letters with them are."""

COLUMN = 2.5
"""Share from which on a gap begins another line, of the next column."""

STACKED = 0.3
"""Share up to which a gap between letters over one another is within a turned line."""

QUOTED = 60
"""Letters of a line that a message quotes at most."""


PlacedLetters = Sequence[tuple[str, Box]]
"""Letters in reading order, each with its box in points."""


@dataclass(frozen=True, kw_only=True)
class TextLine:
    """A line of text with its spaces, and the boxes of its letters."""

    text: str
    boxes: tuple[Box, ...]

    @property
    def quoted(self) -> str:
        """The text in quotation marks, cut to what a message can hold."""
        cut = self.text if len(self.text) <= QUOTED else f"{self.text[: QUOTED - 1]}…"
        return repr(cut)


def lines(letters: Iterable[tuple[str, Box]]) -> list[TextLine]:
    """Return the lines of letters that come in reading order."""
    found: list[list[tuple[str, Box, float]]] = []
    whole: Box | None = None
    tallest = 0.0
    for letter, box in letters:
        room = None
        if whole:
            room = _room(whole, found[-1][-1][1], box, max(tallest, box.height))
        if whole is None or room is None:
            found.append([])
            whole, tallest, room = box, 0.0, 0.0
        found[-1].append((letter, box, room))
        whole, tallest = whole.union(box), max(tallest, box.height)
    return [_line(one) for one in found]


def _line(letters: Sequence[tuple[str, Box, float]]) -> TextLine:
    tallest = max(box.height for _, box, _ in letters)
    if LOW.issuperset(letter for letter, _, _ in letters):
        tallest *= HIGHER
    least = SPACE * tallest
    text = "".join(f" {letter}" if room > least else letter for letter, _, room in letters)
    return TextLine(text=text, boxes=tuple(box for _, box, _ in letters))


def _room(line: Box, last: Box, box: Box, tallest: float) -> float | None:
    """Return the gap between the last letter of a line and the next; None if that begins a new
    line."""
    across = max(box.left - last.right, last.left - box.right, 0.0)
    if line.bottom < box.top and box.bottom < line.top:
        return across if across < COLUMN * tallest else None
    along = max(box.bottom - last.top, last.bottom - box.top)
    turned = line.left < box.right and box.left < line.right
    return 0.0 if turned and along < STACKED * tallest else None
