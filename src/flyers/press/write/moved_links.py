"""Links at their new places, and the destinations of those within the file."""

from typing import Any

from flyers.core.matrix import Matrix
from flyers.press.read.annotations import LinkAnnotation
from flyers.press.read.objects import text
from flyers.press.write.writer import Reference, Writer


class MovedLinks:
    """Links that wait until the pages to which they lead have a place.

    A page is known by its file and the number of its object.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._sides: dict[tuple[int, int], Reference] = {}
        self._waiting: list[tuple[Reference, dict[str, Any], tuple[int, int] | None]] = []

    def place_page(self, file: int, page: int | None, side: Reference) -> None:
        """Note that the page is on this side; its first place counts."""
        if page is not None:
            self._sides.setdefault((file, page), side)

    def add(self, file: int, link: LinkAnnotation, matrix: Matrix) -> Reference:
        """Return the link at its new place, without a border (12.5.6.5)."""
        annotation: dict[str, Any] = {
            "/Type": "/Annot",
            "/Subtype": "/Link",
            "/Rect": matrix.box(link.box),
            "/Border": [0, 0, 0],
        }
        if link.address:
            annotation["/A"] = {"/S": "/URI", "/URI": text(link.address)}
        if link.corners:
            points = [matrix.point(x, y) for x, y in link.corners]
            annotation["/QuadPoints"] = [number for point in points for number in point]
        at = self._writer.reserve()
        self._waiting.append((at, annotation, None if link.page is None else (file, link.page)))
        return at

    def write(self) -> None:
        """Write the links, once every page has its place."""
        for at, annotation, page in self._waiting:
            goes = {"/Dest": [self._sides[page], "/Fit"]} if page in self._sides else {}
            self._writer.put(at, {**annotation, **goes})
