"""An estimate of a text's height before it is set: numbers alone, in microseconds.

A block is so many characters, a line holds ``width / (k · size)`` of them, and lines
fill one frame after the other. The one unknown is k, the average character's width in
ems: each real setting measures it, for the next piece too.

Lengths are points. Heights count full frames as full: a text that ends 100 points
into the second of two 600-point frames is 700 high.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from flyers.core.units import Range

GRID = 0.1
"""Step between type sizes, in points; a finer one cannot be seen."""

TYPICAL_K = 0.46
"""Average character width of a serif in ems, to start from."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Width and height of a box that text is set into."""

    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Mass:
    """A block for the estimate: its characters, and lines of space beside them."""

    characters: int
    extra_lines: float = 0


def modelled_height(
    masses: Sequence[Mass], frames: Sequence[Frame], size: float, leading: float, k: float
) -> float:
    """Return the estimated height of a text; the last frame repeats without end."""
    *_, height = 0.0, *modelled_heights(masses, frames, size, leading, k)
    return height


def modelled_heights(
    masses: Iterable[Mass], frames: Sequence[Frame], size: float, leading: float, k: float
) -> Iterator[float]:
    """Yield the estimated height of the text up to the end of each block."""
    done, used, at = 0.0, 0.0, 0
    for mass in masses:
        lines = mass.extra_lines
        characters = float(mass.characters)
        while characters > 0 or lines > 0:
            frame = frames[min(at, len(frames) - 1)]
            if used and used + leading > frame.height + 0.01:
                done, used, at = done + frame.height, 0.0, at + 1
                continue
            # A frame lower than a line takes one all the same, or this would never end.
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
    """Return the argument at which a rising function reaches a value."""
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if rises(middle) < goal else (low, middle)
    return (low + high) / 2


def size_that_fills(
    height: float,
    masses: Sequence[Mass],
    frames: Sequence[Frame],
    sizes: Range,
    leading: float,
    k: float,
) -> float:
    """Return the size at which the text is estimated so high; ``leading`` is a multiple of it."""
    return _bisect(
        lambda size: modelled_height(masses, frames, size, size * leading, k),
        height,
        sizes.low - GRID,
        sizes.high + 1,
    )


def calibrated(
    masses: Sequence[Mass], frames: Sequence[Frame], size: float, leading: float, height: float
) -> float:
    """Return the k at which the estimate equals the height that setting the text gave."""
    return _bisect(lambda k: modelled_height(masses, frames, size, leading, k), height, 0.2, 1.2)
