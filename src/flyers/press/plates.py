"""The typeset pages, each made ready to be drawn many times."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from flyers.affine import Matrix, upright
from flyers.press.objects import box, edges, followed, pdf_object
from flyers.sheets import Box

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter
    from pypdf.generic import IndirectObject, StreamObject


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link to an address, in the user space of its source page."""

    address: str
    box: Box
    corners: tuple[tuple[float, float], ...]
    """The points of /QuadPoints, where the link has any (12.5.6.5)."""


@dataclass(frozen=True, kw_only=True)
class Plate:
    """A source page ready to be drawn: its form, and the way to an upright page at the origin."""

    form: "IndirectObject"
    upright: Matrix
    links: tuple[Link, ...]


class Stock:
    """The source pages, each brought into the written file when it is first wanted."""

    def __init__(self, reader: "PdfReader", writer: "PdfWriter") -> None:
        self.writer = writer
        self._reader = reader
        self._plates: dict[int, Plate] = {}

    @cached_property
    def every_ink(self) -> "IndirectObject":
        """The colour space of what shows on every plate (8.6.6.4), written once."""
        tint = {"FunctionType": 2, "Domain": [0, 1], "C0": [0, 0, 0, 0], "C1": [1, 1, 1, 1], "N": 1}
        return self.writer._add_object(pdf_object(["/Separation", "/All", "/DeviceCMYK", tint]))

    def plate(self, number: int) -> Plate:
        if number not in self._plates:
            page = self._reader.pages[number]
            self._plates[number] = Plate(
                form=self.writer._add_object(_form_of(page, self.writer)),
                upright=upright(box(page.trimbox), rotate=page.rotation, user_unit=page.user_unit),
                links=tuple(_links(page)),
            )
        return self._plates[number]


def _form_of(page: "PageObject", writer: "PdfWriter") -> "StreamObject":
    """The page as a Form XObject (8.10.2, table 95), its stream reused as it is."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, StreamObject

    contents = followed(page.get("/Contents"))
    form: StreamObject
    if isinstance(contents, StreamObject):
        form = cast("StreamObject", contents.clone(writer, force_duplicate=True))
    else:  # several streams, which only make sense one after the other, or none (7.8.2)
        form = DecodedStreamObject()
        if isinstance(contents, ArrayObject):
            form.set_data(b"\n".join(part.get_object().get_data() for part in contents))
        form = form.flate_encode()
    resources = followed(page.get("/Resources", {}))
    if resources:  # one object for all the pages that share it: a copy is made once
        copied = resources.clone(writer)
        resources = copied.indirect_reference or copied
    form.update(
        pdf_object(
            {
                "Type": "/XObject",
                "Subtype": "/Form",
                "BBox": edges(box(page.bleedbox)),
                "Resources": resources,
            }
        )
    )
    if "/Group" in page:
        form.update(pdf_object({"Group": page["/Group"].clone(writer)}))
    return form


def _links(page: "PageObject") -> Iterator[Link]:
    for reference in followed(page.get("/Annots", ())):
        annotation = reference.get_object()
        action = followed(annotation.get("/A", {}))
        if annotation.get("/Subtype") == "/Link" and action.get("/S") == "/URI":
            points = [float(number) for number in annotation.get("/QuadPoints", ())]
            yield Link(
                address=str(action["/URI"]),
                box=box(annotation["/Rect"]),
                corners=tuple(zip(points[::2], points[1::2], strict=True)),
            )
