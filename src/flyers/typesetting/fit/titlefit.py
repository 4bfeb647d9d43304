"""Line breaks of titles, so that they can be set largest. Numbers alone: no fonts, no engine."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from flyers.core.units import Range
from flyers.typesetting.fit.letterink import GAP, Ink, Skyline, room_between

Lines = tuple[tuple[int, ...], ...]
"""Lines of a title: the indices of the pieces of each."""

_MOST_BELOW = 0.09
"""Ems by which a descender hangs out of the last line anyhow."""


@dataclass(frozen=True, kw_only=True)
class TitlePiece:
    """A word, or a part of one behind which a line may end. Lengths in ems.

    ``gap`` is the space behind it, ``hyphen`` the width of the hyphen that it gets at a line's end,
    ``leans`` True for a short word that belongs with the next one. ``middle`` is how far the
    baseline is below the middle of the line, ``ink`` the letters from the piece's start.
    """

    width: float
    gap: float = 0.0
    hyphen: float = 0.0
    leans: bool = False
    middle: float = 0.0
    ink: tuple[Ink, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TitleFit:
    """A title in lines of pieces, at a size in points.

    ``line_height`` in multiples of the size is the layout's own, or more where letters would
    touch; ``above`` and ``below`` are ems of space for ink that would stand out of the box, and
    ``height`` is the whole height in ems.
    """

    lines: Lines
    size: float
    line_height: float
    above: float = 0.0
    below: float = 0.0
    height: float = 0.0


def fit_title(
    pieces: Sequence[TitlePiece],
    *,
    width: float,
    height: float,
    sizes: Range,
    line_height: float,
    most_lines: int,
    strut: float = 0.0,
) -> TitleFit:
    """Break a title so that it can be set largest.

    ``width`` and ``height`` are the box in points, ``strut`` is the ``middle`` of the face in
    which lines without letters are as high. If it costs little size, no word stands alone on the
    last line, and no line ends in a short word or consists of it. A title that would be smaller
    than the smallest size may have more lines, and where that does not help it is smaller still.
    """
    fits = _fits(pieces, width, height, sizes, line_height, most_lines, strut)
    if fits.size < sizes.low and most_lines < len(pieces):
        # As many lines as fill the box, if each is as long as the box is wide.
        area = sum(piece.width + piece.gap for piece in pieces) * height / (width * line_height)
        more = math.ceil(math.sqrt(area)) + 2
        if more > most_lines:
            fits = _fits(pieces, width, height, sizes, line_height, more, strut)
    return fits


def _fits(
    pieces: Sequence[TitlePiece],
    width: float,
    height: float,
    sizes: Range,
    line_height: float,
    most_lines: int,
    strut: float,
) -> TitleFit:
    best: tuple[float, TitleFit] | None = None
    for lines in _balanced(pieces, min(most_lines, len(pieces))):
        widths = [_line_width(pieces, line) for line in lines]
        leaning = [pieces[line[-1]].leans for line in lines[:-1]]
        worth = (1 - 0.04 * sum(leaning)) * 0.6 ** sum(
            len(line) == 1 and pieces[line[0]].leans for line in lines
        )
        if _lonely(widths, lines):
            worth *= 0.7
        roomiest = min(width / max(widths), height / (len(lines) * line_height), sizes.high)
        if best and roomiest * worth <= best[0] + 0.01:
            continue
        set_so = _spaced(pieces, lines, line_height, strut)
        size = min(roomiest, height / set_so.height)
        if best is None or size * worth > best[0] + 0.01:
            best = size * worth, replace(set_so, size=math.floor(size * 10) / 10 or size)
    assert best is not None, "a title has at least one word"
    return best[1]


def _spaced(
    pieces: Sequence[TitlePiece], lines: Lines, line_height: float, strut: float
) -> TitleFit:
    """Return the lines so far apart that no letter touches one of the line above it."""
    skylines = [
        Skyline.of((pieces[i].ink, pieces[i].width, pieces[i].gap) for i in line) for line in lines
    ]
    middles = [(strut, *(pieces[i].middle for i in line)) for line in lines]
    over = 0.0
    for (upper, lower), (mid, next_mid) in zip(pairwise(skylines), pairwise(middles), strict=True):
        apart = line_height - min(mid) + max(next_mid)
        over = max(over, room_between(upper, lower, apart - GAP) + GAP - apart)
    height = line_height + over
    above = max(0.0, skylines[0].up - height / 2 - max(middles[0]))
    below = max(0.0, skylines[-1].down - height / 2 + min(middles[-1]) - _MOST_BELOW)
    tall = sum(height + max(middle) - min(middle) for middle in middles)
    return TitleFit(
        lines=lines,
        size=0.0,
        line_height=height,
        above=above,
        below=below,
        height=above + tall + below,
    )


def _line_width(pieces: Sequence[TitlePiece], line: Sequence[int]) -> float:
    last = pieces[line[-1]]
    return sum(pieces[i].width + pieces[i].gap for i in line[:-1]) + last.width + last.hyphen


def _lonely(widths: Sequence[float], lines: Sequence[Sequence[int]]) -> bool:
    """Return True if the last line is one word, and much shorter than the widest line."""
    return len(lines) > 1 and len(lines[-1]) == 1 and widths[-1] < 0.6 * max(widths)


def _balanced(pieces: Sequence[TitlePiece], most: int) -> Iterator[Lines]:
    """Yield breaks into each number of lines, whose widest is as narrow as possible, the others
    even; a second one has two pieces or more in the last line, where there are enough.

    Dynamic programming over the pieces and lines used.
    """
    n = len(pieces)
    starts = [0.0]
    for piece in pieces:
        starts.append(starts[-1] + piece.width + piece.gap)
    ends = [starts[j + 1] - piece.gap + piece.hyphen for j, piece in enumerate(pieces)]
    # best[lines][pieces]: the widest line, how uneven all are, and where the last one begins.
    # Lines of one sum are the more even, the less the sum of their squares.
    best: list[list[tuple[float, float, int]]] = [[(0.0, 0.0, 0)] + [(math.inf, 0.0, 0)] * n]

    def ended(used: int, j: int, last: int) -> tuple[float, float, int]:
        """Return the best that ends behind piece j with a line that begins before ``last``."""
        before, end = best[used - 1], ends[j - 1]
        found = (math.inf, 0.0, 0)
        for i in range(last - 1, used - 2, -1):
            line = end - starts[i]
            # The line only gets wider from here on, and is the widest already.
            if line > found[0]:
                break
            found = min(found, (max(before[i][0], line), before[i][1] + line * line, i))
        return found

    for count in range(1, most + 1):
        row = [ended(count, j, j) for j in range(count, n + 1)]
        best.append([(math.inf, 0.0, 0)] * count + row)
        yield _lines(best, count, row[-1][2], n)
        if count + 1 <= n:
            yield _lines(best, count, ended(count, n, n - 1)[2], n)


def _lines(
    best: Sequence[Sequence[tuple[float, float, int]]], count: int, start: int, end: int
) -> Lines:
    """Return the lines before the last one, which begins at ``start``, and that one."""
    lines = [tuple(range(start, end))]
    for row in best[count - 1 : 0 : -1]:
        start, end = row[start][2], start
        lines.insert(0, tuple(range(start, end)))
    return tuple(lines)
