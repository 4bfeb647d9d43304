"""Links at their new places, and where those within the file lead now."""

from typing import TYPE_CHECKING, Any

from flyers.affine import Matrix
from flyers.press.annotations import Link
from flyers.press.objects import edges, pdf_object, text

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject


class Crossroads:
    """Pages are known by their file and the number of their object; a link may be met before the
    page that it leads to has a place."""

    def __init__(self) -> None:
        self._sides: dict[tuple[int, int], Any] = {}
        self._open: list[tuple[DictionaryObject, tuple[int, int]]] = []

    def lies(self, file: int, page: int | None, side: "PageObject") -> None:
        """The page is on this side; the first place counts."""
        if page is not None:
            self._sides.setdefault((file, page), side.indirect_reference)

    def met(self, file: int, link: Link, matrix: Matrix) -> "DictionaryObject":
        """The link at its new place, without a border (12.5.6.5)."""
        corners = [number for corner in link.corners for number in matrix.point(*corner)]
        action = {"A": {"S": "/URI", "URI": text(link.address)}} if link.address else {}
        annotation: DictionaryObject = pdf_object(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": edges(matrix.box(link.box)),
                "Border": [0, 0, 0],
                **action,
                **({"QuadPoints": corners} if corners else {}),
            }
        )
        if link.page is not None:
            self._open.append((annotation, (file, link.page)))
        return annotation

    def close(self) -> None:
        """Once every page has its place: lead the links there."""
        for annotation, page in self._open:
            if page in self._sides:
                annotation.update(pdf_object({"Dest": [self._sides[page], "/Fit"]}))
