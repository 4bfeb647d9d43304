"""Letters by the lines that they stand in, so that a line can be quoted as it reads.

A file keeps letters, not words: spaces are often none at all, but room.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flyers.core.sheets import Box

SPACE = 0.28
"""From this share of its tallest letter on, room in a line is a space: a fifth of an em. Between
letters of a word there is at most a quarter of it, between words a third and more."""

LOW, HIGHER = frozenset("acemnorsuvwxz.,:;-"), 1.4
"""Letters without ascenders and descenders, and by how much those are taller."""

COLUMN = 2.5
"""And from which it is another line, of the column beside it."""

STACKED = 0.3
"""And up to which letters that stand over one another are of a line that is turned."""

QUOTED = 60
"""Letters of a line that a message quotes at most."""


@dataclass(frozen=True, kw_only=True)
class TextLine:
    """A line of text, ``text`` with its spaces, and its letters' boxes."""

    text: str
    boxes: tuple[Box, ...]

    @property
    def quoted(self) -> str:
        """As a message has it."""
        cut = self.text if len(self.text) <= QUOTED else f"{self.text[: QUOTED - 1]}…"
        return repr(cut)


def lines(letters: Iterable[tuple[str, Box]]) -> list[TextLine]:
    """The lines of letters that follow one another as they are read."""
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
    """Between the last letter of a line and the next; None where that begins another line."""
    across = max(box.left - last.right, last.left - box.right, 0.0)
    if line.bottom < box.top and box.bottom < line.top:
        return across if across < COLUMN * tallest else None
    along = max(box.bottom - last.top, last.bottom - box.top)
    turned = line.left < box.right and box.left < line.right
    return 0.0 if turned and along < STACKED * tallest else None
