"""Rectangles, and distances from their edges. Lengths in points, y upward, as in PDF."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Edges:
    """Distances inward from the four edges of something."""

    top: float = 0
    right: float = 0
    bottom: float = 0
    left: float = 0

    @classmethod
    def all(cls, width: float) -> "Edges":
        return cls(top=width, right=width, bottom=width, left=width)

    def turned(self) -> "Edges":
        """Return the distances of the same thing lying on its side."""
        return Edges(top=self.left, right=self.top, bottom=self.right, left=self.bottom)


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle by its edges."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> "Box":
        """Return the smallest box around points. Raises ValueError for none."""
        xs, ys = zip(*points, strict=True)
        return cls(left=min(xs), bottom=min(ys), right=max(xs), top=max(ys))

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def inset(self, edges: Edges) -> "Box":
        return Box(
            left=self.left + edges.left,
            bottom=self.bottom + edges.bottom,
            right=self.right - edges.right,
            top=self.top - edges.top,
        )

    def union(self, other: "Box") -> "Box":
        return Box(
            left=min(self.left, other.left),
            bottom=min(self.bottom, other.bottom),
            right=max(self.right, other.right),
            top=max(self.top, other.top),
        )

    def shared(self, other: "Box") -> "Box":
        """Return what two boxes have in common, without width or height if that is nothing."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return Box(
            left=left,
            bottom=bottom,
            right=max(left, min(self.right, other.right)),
            top=max(bottom, min(self.top, other.top)),
        )

    def contains(self, other: "Box", slack: float = 0.01) -> bool:
        return (
            self.left - slack <= other.left
            and self.bottom - slack <= other.bottom
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )
