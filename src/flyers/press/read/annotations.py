"""Annotations over a page: links, which move with it, and appearances, which are drawn on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flyers.core.boxes import Box
from flyers.core.matrix import Matrix
from flyers.press.read.objects import box, followed, matrix

if TYPE_CHECKING:
    from pypdf import PageObject


@dataclass(frozen=True, kw_only=True)
class LinkAnnotation:
    """A link in the user space of its source page: to an address, or to another source page by the
    number of its object."""

    box: Box
    address: str = ""
    page: int | None = None
    corners: tuple[tuple[float, float], ...] = ()
    """The points of /QuadPoints, where the link has any (12.5.6.5)."""


@dataclass(frozen=True, kw_only=True)
class Appearance:
    """A form to be drawn on the page, and its matrix (12.5.5, algorithm 8.1)."""

    form: Any
    matrix: Matrix


def links(page: "PageObject", page_called: Callable[[str], int | None]) -> Iterator[LinkAnnotation]:
    """Yield links to addresses, and those to pages of the same file.

    ``page_called`` gives the number of the page object of a named destination (12.3.2.3).
    """
    for annotation in annotations_of(page):
        if annotation.get("/Subtype") != "/Link" or "/Rect" not in annotation:
            continue
        action = followed(annotation.get("/A")) or {}
        points = [float(number) for number in followed(annotation.get("/QuadPoints")) or ()]
        corners = tuple(zip(points[::2], points[1::2], strict=False))
        where = box(followed(annotation["/Rect"]))
        if action.get("/S") == "/URI" and "/URI" in action:
            yield LinkAnnotation(box=where, corners=corners, address=str(followed(action["/URI"])))
            continue
        goes = annotation.get("/Dest")
        if goes is None and action.get("/S") == "/GoTo":
            goes = action.get("/D")
        goes = followed(goes)
        if isinstance(goes, str):
            number = page_called(goes)
            if number is not None:
                yield LinkAnnotation(box=where, corners=corners, page=number)
        elif isinstance(goes, list) and goes and hasattr(goes[0], "idnum"):
            yield LinkAnnotation(box=where, corners=corners, page=goes[0].idnum)


def appearances(page: "PageObject") -> Iterator[Appearance]:
    """Yield form fields, stamps and marked text as the file draws them; not what is never
    printed."""
    for annotation in annotations_of(page):
        if annotation.get("/Subtype") in ("/Link", "/Popup") or is_hidden(annotation):
            continue
        form = _normal(annotation)
        if form is None or "/Rect" not in annotation:
            continue
        own = box(followed(form.get("/BBox", [0, 0, 1, 1])))
        turned = matrix(form.get("/Matrix"))
        shown = turned.around(own)
        target = box(followed(annotation["/Rect"]))
        if shown.width <= 0 or shown.height <= 0:
            continue
        across, up = target.width / shown.width, target.height / shown.height
        yield Appearance(
            form=form,
            matrix=Matrix(a=across, d=up).with_corner_at(shown, target.left, target.bottom),
        )


def _normal(annotation: Any) -> Any:
    """Return the normal appearance (12.5.5), in the state that the annotation is in."""
    normal = followed((followed(annotation.get("/AP")) or {}).get("/N"))
    if normal is not None and not hasattr(normal, "get_data"):
        state = annotation.get("/AS")
        normal = followed(normal.get(state)) if state is not None else None
    return normal if hasattr(normal, "get_data") else None


def annotations_of(page: Any) -> Iterator[Any]:
    """Yield the annotations of a page that was read, or of its entries."""
    for reference in followed(page.get("/Annots")) or ():
        annotation = followed(reference)
        if hasattr(annotation, "get"):
            yield annotation


def is_hidden(annotation: Any) -> bool:
    """Return True for one that is neither shown nor printed (12.5.3, table 165)."""
    return bool(int(annotation.get("/F", 0)) & 0b10)
