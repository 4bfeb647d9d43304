"""The search for the largest type that fits. Numbers alone: no fonts, no files, no engine.

Setting a text at one size costs tens of milliseconds, so an estimate of its height
(``copymodel``) leads the search. Lengths are points.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from flyers.core.units import Range
from flyers.typesetting.fit.copymodel import (
    GRID,
    TYPICAL_K,
    Frame,
    Mass,
    calibrated,
    modelled_height,
    size_that_fills,
)

_FULL_ENOUGH = 0.95
"""Share of the frames' height from which nobody sees that a little is left."""

_UNSEEN = 0.25
"""Share of a line: less white than that at the foot is not seen."""

_SHORT = 0.7
"""Share of the frames' height; a text estimated below it is tried with the widest leading first."""

_EQUAL = 0.1
"""Points by which equal widths and heights may differ."""


@dataclass(frozen=True, kw_only=True)
class Poured:
    """A text as set: the number of frames it took, and the height it fills of the last one."""

    frames: int
    last: float


@dataclass(frozen=True, kw_only=True)
class Fit:
    """The type that fits.

    ``type_size`` and ``leading`` in points; ``fill`` is the height used over that of all frames,
    0 to 1; ``capped`` is True at the largest size allowed. ``passes`` counts the settings, and
    ``k`` is the average character's width in ems that they measured.
    """

    type_size: float
    leading: float
    fill: float
    capped: bool
    passes: int
    k: float


SetAt = Callable[[float, float], Poured]
"""A function that sets the text at a type size and a leading, in as many frames as it takes."""


def height_of(poured: Poured, frames: Sequence[Frame]) -> float:
    """Return the height of a text as set, full frames counted as full."""
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
    grows: bool = True,
) -> Fit | None:
    """Return the largest size at which the text fits the frames, its leading opened to fill them.

    ``leadings`` are multiples of the type size; the size is sought at the tightest. ``grows`` is
    False for a text with pictures, which do not grow with the type. ``k`` is the average
    character's width in ems, as known so far. None if the text is overset at the smallest size.
    """
    capacity = sum(frame.height for frame in frames)
    top = _size(sizes, _top(sizes))
    seen: dict[tuple[float, float], Poured] = {}

    def tried(size: float, leading: float) -> Poured:
        if (size, leading) not in seen:
            seen[size, leading] = set_at(size, leading)
        return seen[size, leading]

    short = modelled_height(masses, frames, top, top * leadings.low, k) < _SHORT * capacity
    opened = _opened(tried, frames, top, leadings) if short else None
    if opened:
        size, (leading, poured) = top, opened
        k = calibrated(masses, frames, size, leading, height_of(poured, frames))
    else:
        found = _sought(tried, masses, frames, sizes, leadings, k, grows=grows)
        if found is None:
            return None
        size, poured = found
        leading = size * leadings.low
        k = calibrated(masses, frames, size, leading, height_of(poured, frames))
        leading, poured = _close(tried, poured, frames, size, leadings)
    return Fit(
        type_size=size,
        leading=leading,
        fill=height_of(poured, frames) / capacity,
        capped=size == top,
        passes=len(seen),
        k=k,
    )


def _top(sizes: Range) -> int:
    """Return the number of steps from the smallest size to the largest."""
    return round((sizes.high - sizes.low) / GRID)


def _size(sizes: Range, step: int) -> float:
    return round(sizes.low + step * GRID, 4)


def _opened(
    set_at: SetAt, frames: Sequence[Frame], size: float, leadings: Range
) -> tuple[float, Poured] | None:
    """Return a short text at its widest leading, without setting it at the tightest first; None
    if it turns out to be longer."""
    leading = next(_even_leadings(frames, size * leadings.high), 0.0)
    if leading <= size * leadings.low:
        return None
    poured = set_at(size, leading)
    most = sum(frame.height for frame in frames) * leadings.low / leadings.high
    return (leading, poured) if height_of(poured, frames) <= most else None


def _sought(
    set_at: SetAt,
    masses: Sequence[Mass],
    frames: Sequence[Frame],
    sizes: Range,
    leadings: Range,
    k: float,
    *,
    grows: bool,
) -> tuple[float, Poured] | None:
    """Return the largest size that fits at the tightest leading, and the text set so."""
    capacity = sum(frame.height for frame in frames)
    fits, over = -1, _top(sizes) + 1
    best: Poured | None = None
    ideal = size_that_fills(capacity, masses, frames, sizes, leadings.low, k)
    while over - fits > 1:
        step = min(max(math.floor((ideal - sizes.low) / GRID), fits + 1), over - 1)
        size = _size(sizes, step)
        poured = set_at(size, size * leadings.low)
        if poured.frames <= len(frames):
            fits, best = step, poured
            if grows:
                most = min(_largest(poured, frames, size, leadings.low), sizes.high)
                over = min(over, math.floor((most - sizes.low) / GRID + 1e-6) + 1)
        else:
            over = step
        # A text's area grows with the square of its type, which near the answer is more exact
        # than the estimate in whole lines. Keep-together rules push extra lines over, so overset
        # text looks longer than it is; hence the cube root.
        root = 2 if poured.frames <= len(frames) else 3
        ideal = size * (capacity / max(height_of(poured, frames), size)) ** (1 / root)
    return (_size(sizes, fits), best) if best else None


def _largest(poured: Poured, frames: Sequence[Frame], size: float, leading: float) -> float:
    """Return a size beyond which a text that fits at this one cannot fit.

    In frames of one width, larger type makes no fewer lines, and each is higher. ``leading`` is a
    multiple of the size.
    """
    widths = [frame.width for frame in frames]
    if max(widths) - min(widths) > _EQUAL:
        return math.inf
    # The foot of each full frame may have white, less than a line of it.
    lines = height_of(poured, frames) - (poured.frames - 1) * size * leading
    return size * (sum(frame.height for frame in frames) + _EQUAL) / max(lines, size)


def _close(
    set_at: SetAt, poured: Poured, frames: Sequence[Frame], size: float, leadings: Range
) -> tuple[float, Poured]:
    """Open the leading until the last frame is full, in at most seven settings.

    The leadings divide the tallest frame into whole lines, so that full columns end on one
    baseline. If none of them fits, because a picture or a table then no longer has its place,
    any leading will do that fills more.
    """
    tightest = size * leadings.low
    best, best_leading = poured, tightest
    capacity, height = sum(frame.height for frame in frames), height_of(poured, frames)
    if capacity - height < tightest * _UNSEEN:
        return tightest, poured
    over = wanted = min(tightest * capacity / max(height, 1), size * leadings.high)
    full = height / capacity >= _FULL_ENOUGH
    for leading in islice(_even_leadings(frames, wanted), 2 if full else 4):
        if leading <= tightest:
            break
        tried = set_at(size, leading)
        over = leading
        if tried.frames <= len(frames):
            return leading, tried
    if full:
        return tightest, poured
    for _ in range(3):
        leading = (best_leading + over) / 2
        tried = set_at(size, leading)
        if tried.frames <= len(frames):
            best, best_leading = tried, leading
        else:
            over = leading
    return best_leading, best


def _even_leadings(frames: Sequence[Frame], most: float) -> Iterator[float]:
    """Yield leadings that divide the tallest frame into whole lines, from the widest down."""
    tall = max(frame.height for frame in frames)
    for lines in count(math.ceil(tall / most - 1e-6)):
        yield tall / lines - 1e-4


def balanced_height(height: float, frames: Sequence[Frame], leading: float) -> float:
    """Return the height, in whole lines, at which a text fills all its frames alike."""
    lines = math.ceil(height / len(frames) / leading - 1e-6)
    return min(lines * leading + 0.02, min(frame.height for frame in frames))
