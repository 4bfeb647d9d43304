"""Line breaks of titles, so that they can be set largest. Numbers alone: no fonts, no engine."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flyers.core.units import Range

Lines = tuple[tuple[int, ...], ...]
"""Lines of a title: the indices of the words of each."""


@dataclass(frozen=True, kw_only=True)
class TitleFit:
    """A title in lines of words, at a size in points."""

    lines: Lines
    size: float


def fit_title(
    widths: Sequence[float],
    space: float,
    *,
    width: float,
    height: float,
    sizes: Range,
    line_height: float,
    most_lines: int,
    short_words: frozenset[int] = frozenset(),
) -> TitleFit:
    """Break a title so that it can be set largest.

    ``widths`` are the words' widths in ems, ``space`` that of a space; ``width`` and ``height``
    the box in points. If it costs little size, no word stands alone on the last line, and no line
    ends in one of ``short_words`` (indices) or consists of it. A word that is too wide for the
    box at the smallest size makes the size smaller still: titles are never hyphenated.
    """
    best: tuple[float, TitleFit] | None = None
    counts = range(1, min(most_lines, len(widths)) + 1)
    for count, lines in ((n, lines) for n in counts for lines in _balanced(widths, space, n)):
        widest = max(_line_width(widths, space, line) for line in lines)
        size = min(width / widest, height / (count * line_height), sizes.high)
        worth = size * (1 - 0.04 * sum(line[-1] in short_words for line in lines[:-1]))
        worth *= 0.6 ** sum(len(line) == 1 and line[0] in short_words for line in lines)
        if _lonely(widths, space, lines):
            worth *= 0.7
        if best is None or worth > best[0] + 0.01:
            best = worth, TitleFit(lines=lines, size=math.floor(size * 10) / 10)
    assert best is not None, "a title has at least one word"
    return best[1]


def _line_width(widths: Sequence[float], space: float, line: Sequence[int]) -> float:
    return sum(widths[i] for i in line) + space * (len(line) - 1)


def _lonely(widths: Sequence[float], space: float, lines: Sequence[Sequence[int]]) -> bool:
    """Return True if the last line is one word, and much shorter than the widest line."""
    all_widths = [_line_width(widths, space, line) for line in lines]
    return len(lines) > 1 and len(lines[-1]) == 1 and all_widths[-1] < 0.6 * max(all_widths)


def _balanced(widths: Sequence[float], space: float, count: int) -> Iterator[Lines]:
    """Yield breaks into ``count`` lines whose widest is as narrow as possible, the others even;
    the second has two words or more in the last line, where there are enough.

    Dynamic programming over the words and lines used.
    """
    n = len(widths)
    even = (sum(widths) + space * (n - count)) / count
    starts = [0.0]
    for w in widths:
        starts.append(starts[-1] + w + space)
    # best[lines][words]: the widest line, how uneven all are, and where the last one begins.
    best: list[list[tuple[float, float, int]]] = [[(0.0, 0.0, 0)] + [(math.inf, 0.0, 0)] * n]

    def ended(used: int, j: int, last: int) -> tuple[float, float, int]:
        """Return the best that ends behind word j with a line that begins before ``last``."""
        before = best[used - 1]
        return min(
            (max(before[i][0], line), before[i][1] + (line - even) ** 2, i)
            for i in range(used - 1, last)
            for line in (starts[j] - starts[i] - space,)
        )

    for used in range(1, count):
        best.append([(math.inf, 0.0, 0)] * used + [ended(used, j, j) for j in range(used, n + 1)])
    for least in (1, 2):
        if count + least - 1 <= n:
            yield _lines(best, ended(count, n, n - least + 1)[2], n)


def _lines(best: Sequence[Sequence[tuple[float, float, int]]], start: int, end: int) -> Lines:
    """Return the lines before the last one, which begins at ``start``, and that one."""
    lines = [tuple(range(start, end))]
    for row in best[:0:-1]:
        start, end = row[start][2], start
        lines.insert(0, tuple(range(start, end)))
    return tuple(lines)
