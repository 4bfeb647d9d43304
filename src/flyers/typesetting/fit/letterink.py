"""The ink of lines of letters, and how far apart lines stand so that it does not touch.

Accents and descenders reach beyond what a face's own measures say. Numbers alone, in ems.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

GAP = 0.03
"""Least distance between the ink of two lines."""

BESIDE = 0.05
"""Distance at which letters beside each other no longer seem to touch."""


class Ink(NamedTuple):
    """The box of one letter's ink: from the start of its word, up and down from the baseline."""

    left: float
    right: float
    up: float
    down: float


@dataclass(frozen=True, kw_only=True)
class Skyline:
    """The ink of one line, and how far it reaches up and down from the baseline."""

    ink: tuple[Ink, ...]
    up: float
    down: float

    @classmethod
    def of(cls, words: Iterable[tuple[Sequence[Ink], float, float]]) -> "Skyline":
        """Return the line of words, each with its ink, its width and the space behind it."""
        at, placed = 0.0, []
        for ink, width, gap in words:
            placed += [Ink(at + one.left, at + one.right, one.up, one.down) for one in ink]
            at += width + gap
        return cls(
            ink=tuple(placed),
            up=max((one.up for one in placed), default=0.0),
            down=max((one.down for one in placed), default=0.0),
        )


def room_between(upper: Skyline, lower: Skyline, enough: float) -> float:
    """Return the distance of the baselines at which letters of two lines touch, or ``enough`` if
    that is more."""
    if upper.down + lower.up <= enough:
        return enough
    deep = [one for one in upper.ink if one.down + lower.up > enough]
    tall = [one for one in lower.ink if one.up + upper.down > enough]
    touching = (
        one.down + other.up
        for one in deep
        for other in tall
        if one.left - BESIDE < other.right and other.left - BESIDE < one.right
    )
    return max((enough, *touching))
