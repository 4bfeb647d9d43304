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
