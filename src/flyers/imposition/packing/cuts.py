"""From parts to places: where each piece lies on the sheet, and the cuts that free it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flyers.core.sheets import Axis
from flyers.imposition.packing.patterns import SLACK, UNITS, Part


@dataclass(frozen=True, kw_only=True)
class PlacedPiece:
    """A piece of an item by its lower left corner, in points."""

    item: int
    x: float
    y: float
    turned: bool


@dataclass(frozen=True, kw_only=True)
class Cut:
    """A cut of the guillotine at a place on an axis, from edge to edge of a part, in points."""

    axis: Axis
    at: float
    start: float
    end: float


@dataclass(frozen=True, kw_only=True)
class Rectangle:
    """A rectangle on the sheet by its edges, in units."""

    left: int
    bottom: int
    right: int
    top: int

    def ends(self, axis: Axis) -> tuple[int, int]:
        return (self.left, self.right) if axis == "x" else (self.bottom, self.top)

    def between(self, axis: Axis, start: int, end: int) -> "Rectangle":
        if axis == "x":
            return replace(self, left=start, right=end)
        return replace(self, bottom=start, top=end)

    def cut_free(self, axis: Axis, cells: Sequence["Rectangle"]) -> Iterator[Cut]:
        """Yield the cuts that part these cells from one another and from the rest."""
        low, high = self.ends(axis)
        start, end = self.ends("y" if axis == "x" else "x")
        for at in sorted({at for cell in cells for at in cell.ends(axis)}):
            if low + SLACK < at < high - SLACK:
                yield Cut(axis=axis, at=at / UNITS, start=start / UNITS, end=end / UNITS)


def places(part: Part, cell: Rectangle, gap: int) -> Iterator[tuple[int, Rectangle]]:
    """Yield each piece's item and where it lies."""
    if part.piece is not None:
        yield part.piece, _trimmed(part, cell, gap)
    for one, its in _shares(part, cell, gap):
        yield from places(one, its, gap)


def cuts(part: Part, cell: Rectangle, gap: int) -> Iterator[Cut]:
    """Yield the cuts that free every piece of a part that fills a cell, the outer ones first."""
    if part.piece is not None:
        trimmed = _trimmed(part, cell, gap)
        yield from cell.cut_free("x", [trimmed])
        yield from cell.between("x", *trimmed.ends("x")).cut_free("y", [trimmed])
        return
    shares = _shares(part, cell, gap)
    yield from cell.cut_free(part.along, [its for _, its in shares])
    for one, its in shares:
        yield from cuts(one, its, gap)


def _shares(part: Part, cell: Rectangle, gap: int) -> list[tuple[Part, Rectangle]]:
    """Return the cells of a part's own parts, with the gap between them."""
    shares = []
    start = cell.ends(part.along)[0]
    for one in part.parts:
        following = start + (one.width if part.along == "x" else one.height)
        shares.append((one, cell.between(part.along, start, following - gap)))
        start = following
    return shares


def _trimmed(piece: Part, cell: Rectangle, gap: int) -> Rectangle:
    """Return the place of a piece in a cell that may be larger: its lower left."""
    return replace(
        cell,
        right=cell.left + piece.width - gap,
        top=cell.bottom + piece.height - gap,
    )
