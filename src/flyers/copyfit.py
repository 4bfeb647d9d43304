"""The search for the largest type that fits. Pure: no fonts, no files, no engine.

Setting a text at one size costs tens of milliseconds, so the search is led by
a model of the text's height that costs microseconds: every block is so many
characters, a line holds ``width / (k · size)`` of them, and lines are poured
frame by frame. The one unknown, k (the average character's width in ems), is
measured from each real setting and carried on to the next piece.

Lengths are points. Heights count full frames as full: a text that ends 100
points into the second of two 600-point frames is 700 high.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

GRID = 0.1
"""Type sizes are multiples of this; finer steps cannot be seen."""

_FULL_ENOUGH = 0.95
"""Of the frames' height: beyond it nobody sees what is left."""

TYPICAL_K = 0.46
"""A serif's average character width in ems, to start from."""


@dataclass(frozen=True, kw_only=True)
class Range:
    """From ``low`` to ``high``, both allowed."""

    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A box that text is poured into."""

    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Mass:
    """What the model knows of a block: its characters, and lines of space beside them."""

    characters: int
    extra_lines: float = 0


@dataclass(frozen=True, kw_only=True)
class Poured:
    """What setting the text gave: how many frames it took, and how high the last one is full."""

    frames: int
    last: float


@dataclass(frozen=True, kw_only=True)
class Fit:
    """The answer. ``leading`` in points; ``fill`` is used over available height, 0 to 1."""

    type_size: float
    leading: float
    fill: float
    capped: bool
    passes: int
    k: float


SetAt = Callable[[float, float], Poured]
"""Set the text at (type size, leading), with as many frames as it takes."""


def modelled_height(
    masses: Sequence[Mass], frames: Sequence[Frame], size: float, leading: float, k: float
) -> float:
    """How high the model thinks the text is; the last frame repeats without end."""
    *_, height = 0.0, *modelled_heights(masses, frames, size, leading, k)
    return height


def modelled_heights(
    masses: Iterable[Mass], frames: Sequence[Frame], size: float, leading: float, k: float
) -> Iterator[float]:
    """How high the model thinks the text is behind each block, one after the other."""
    done, used, at = 0.0, 0.0, 0
    for mass in masses:
        lines = mass.extra_lines
        characters = float(mass.characters)
        while characters > 0 or lines > 0:
            frame = frames[min(at, len(frames) - 1)]
            if used and used + leading > frame.height + 0.01:
                done, used, at = done + frame.height, 0.0, at + 1
                continue
            # A frame too low for a line takes one all the same, or this would never end.
            room = max(1, math.floor((frame.height - used + 0.01) / leading))
            per_line = max(1.0, frame.width / (k * size))
            wanted = math.ceil(characters / per_line) + lines
            taken = min(wanted, room)
            used += taken * leading
            lines_taken = min(lines, taken)
            lines -= lines_taken
            characters -= (taken - lines_taken) * per_line
        yield done + used


def _bisect(rises: Callable[[float], float], goal: float, low: float, high: float) -> float:
    """Where a rising function meets its goal."""
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if rises(middle) < goal else (low, middle)
    return (low + high) / 2


def _size_that_fills(
    height: float,
    masses: Sequence[Mass],
    frames: Sequence[Frame],
    sizes: Range,
    leading: float,
    k: float,
) -> float:
    """The size at which the model thinks the text is so high; ``leading`` is a multiple of it."""
    return _bisect(
        lambda size: modelled_height(masses, frames, size, size * leading, k),
        height,
        sizes.low - GRID,
        sizes.high + 1,
    )


def height_of(poured: Poured, frames: Sequence[Frame]) -> float:
    """How high the poured text is, full frames counted as full."""
    full = (frames[min(i, len(frames) - 1)].height for i in range(poured.frames - 1))
    return sum(full) + poured.last


def fit_text(
    set_at: SetAt,
    masses: Sequence[Mass],
    frames: Sequence[Frame],
    *,
    sizes: Range,
    leadings: Range,
    k: float = TYPICAL_K,
) -> Fit | None:
    """The largest size in ``sizes`` that fits ``frames``; then leading closes what is left.

    ``leadings`` are multiples of the type size; the size is sought at the
    tightest. None if the text is overset even at the smallest size.
    """
    capacity = sum(frame.height for frame in frames)
    top = round((sizes.high - sizes.low) / GRID)
    fits, over, passes = -1, top + 1, 0
    best: Poured | None = None

    def size_of(step: int) -> float:
        return round(sizes.low + step * GRID, 4)

    ideal = _size_that_fills(capacity, masses, frames, sizes, leadings.low, k)
    while over - fits > 1:
        step = min(max(math.floor((ideal - sizes.low) / GRID), fits + 1), over - 1)
        size = size_of(step)
        poured = set_at(size, size * leadings.low)
        passes += 1
        if poured.frames <= len(frames):
            fits, best = step, poured
        else:
            over = step
        # A text's area grows with the square of its type: near the answer that says more than
        # the model, whose lines are whole ones.
        ideal = size * math.sqrt(capacity / max(height_of(poured, frames), size))
    if best is None:
        return None
    size = size_of(fits)
    k = calibrated(masses, frames, size, size * leadings.low, height_of(best, frames))
    leading, poured, spent = _close(set_at, best, frames, size, leadings)
    return Fit(
        type_size=size,
        leading=leading,
        fill=height_of(poured, frames) / capacity,
        capped=fits == top,
        passes=passes + spent,
        k=k,
    )


def calibrated(
    masses: Sequence[Mass], frames: Sequence[Frame], size: float, leading: float, height: float
) -> float:
    """The k at which the model would have said what the setting gave."""
    return _bisect(lambda k: modelled_height(masses, frames, size, leading, k), height, 0.2, 1.2)


def _close(
    set_at: SetAt, poured: Poured, frames: Sequence[Frame], size: float, leadings: Range
) -> tuple[float, Poured, int]:
    """Open the leading until the last frame is full, in at most seven settings.

    Leadings are tried that divide the tallest frame into whole lines, so that
    full columns end on one baseline. Where none of them fits, because a picture
    or a table then no longer has its place, any leading that fills more will do.
    """
    tightest = size * leadings.low
    best, best_leading, passes = poured, tightest, 0
    capacity = sum(frame.height for frame in frames)
    tall = max(frame.height for frame in frames)
    wanted = min(tightest * capacity / max(height_of(poured, frames), 1), size * leadings.high)
    over = wanted
    lines = math.ceil(tall / wanted - 1e-6)
    full = height_of(poured, frames) / capacity >= _FULL_ENOUGH
    while passes < (2 if full else 4):
        leading = tall / lines - 1e-4
        lines += 1
        if leading > size * leadings.high + 1e-6:
            continue
        if leading <= tightest:
            break
        tried = set_at(size, leading)
        passes += 1
        over = leading
        if tried.frames <= len(frames):
            return leading, tried, passes
    if full:
        return tightest, poured, passes
    for _ in range(3):
        leading = (best_leading + over) / 2
        tried = set_at(size, leading)
        passes += 1
        if tried.frames <= len(frames):
            best, best_leading = tried, leading
        else:
            over = leading
    return best_leading, best, passes


def balanced_height(height: float, frames: Sequence[Frame], leading: float) -> float:
    """The common height, in whole lines, that shares a text out evenly over its frames."""
    lines = math.ceil(height / len(frames) / leading - 1e-6)
    return min(lines * leading + 0.02, min(frame.height for frame in frames))


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
        worth *= 0.75 ** sum(len(line) == 1 and line[0] in short_words for line in lines)
        if _lonely(widths, space, lines):
            worth *= 0.7
        if best is None or worth > best[0] + 0.01:
            best = worth, TitleFit(lines=lines, size=math.floor(size * 10) / 10)
    assert best is not None, "a title has at least one word"
    return best[1]


def _line_width(widths: Sequence[float], space: float, line: Sequence[int]) -> float:
    return sum(widths[i] for i in line) + space * (len(line) - 1)


def _lonely(widths: Sequence[float], space: float, lines: Sequence[Sequence[int]]) -> bool:
    """A last line of one word is a stump, unless it is nearly as wide as lines are on average."""
    all_widths = [_line_width(widths, space, line) for line in lines]
    return (
        len(lines) > 1
        and len(lines[-1]) == 1
        and all_widths[-1] < 0.6 * sum(all_widths) / len(all_widths)
    )


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
