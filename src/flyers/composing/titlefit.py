"""Titles broken into lines so that they can be set largest. Pure: no fonts, no engine."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from flyers.composing.copyfit import Range


@dataclass(frozen=True, kw_only=True)
class TitleFit:
    """A title in lines of words, at a size in points."""

    lines: tuple[tuple[int, ...], ...]
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

    ``widths`` are the words' widths in ems, ``space`` that of a space; ``width``
    and ``height`` the box in points. No word stands alone on the last line if
    another break allows it, and no line ends in one of ``short_words`` (indices),
    or is one, if that costs little size. A word that is too wide for the box at the
    smallest size makes the size smaller: a title is never hyphenated.
    """
    best: tuple[float, TitleFit] | None = None
    counts = range(1, min(most_lines, len(widths)) + 1)
    for count, least in ((c, n) for c in counts for n in (1, 2) if c + n - 1 <= len(widths)):
        lines = _balanced(widths, space, count, least)
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
    """A last line of one word is a stump, unless it is nearly as wide as the widest."""
    all_widths = [_line_width(widths, space, line) for line in lines]
    return len(lines) > 1 and len(lines[-1]) == 1 and all_widths[-1] < 0.6 * max(all_widths)


def _balanced(
    widths: Sequence[float], space: float, count: int, least: int
) -> tuple[tuple[int, ...], ...]:
    """Break words into ``count`` lines with the narrowest widest line, the rest even.

    Dynamic programming over (words used, lines used); the last line has ``least`` words or more.
    """
    n = len(widths)
    even = (sum(widths) + space * (n - count)) / count
    starts = [0.0]
    for w in widths:
        starts.append(starts[-1] + w + space)

    def cost(i: int, j: int) -> tuple[float, float]:
        line = starts[j] - starts[i] - space
        return line, (line - even) ** 2

    best: list[list[tuple[float, float, int]]] = [[(0.0, 0.0, 0)] + [(math.inf, 0.0, 0)] * n]
    for used in range(1, count + 1):
        row = [(math.inf, 0.0, 0)] * (n + 1)
        for j in range(used, n + 1):
            for i in range(used - 1, j):
                before = best[used - 1][i]
                if (before[0] == math.inf and i) or (j == n and n - i < least):
                    continue
                widest, uneven = cost(i, j)
                option = (max(before[0], widest), before[1] + uneven, i)
                row[j] = min(row[j], option) if row[j][0] < math.inf else option
        best.append(row)
    lines: list[tuple[int, ...]] = []
    j = n
    for used in range(count, 0, -1):
        i = best[used][j][2]
        lines.insert(0, tuple(range(i, j)))
        j = i
    return tuple(lines)
