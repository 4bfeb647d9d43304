"""The source pages, each made ready to be drawn many times."""

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from flyers.affine import Matrix, upright
from flyers.press.annotations import Link, appearances, links
from flyers.press.crossroads import Crossroads
from flyers.press.drawing import Letters
from flyers.press.objects import edges, followed, pdf_object
from flyers.press.source import Source, honest
from flyers.press.survey import PageBox, trim_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import IndirectObject, StreamObject


@dataclass(frozen=True, kw_only=True)
class Plate:
    """A source page ready to be drawn: its forms in order, each with the way to an upright page
    whose trim begins at the origin. ``file`` and ``name`` are the page as links tell it."""

    forms: tuple[tuple["IndirectObject", Matrix], ...]
    upright: Matrix
    links: tuple[Link, ...]
    file: int
    name: int | None


class Stock:
    """The source pages, each brought into the written file when it is first wanted."""

    def __init__(
        self, source: Source, writer: "PdfWriter", trim: PageBox, letters: Letters
    ) -> None:
        self.writer = writer
        self.letters = letters
        self.crossroads = Crossroads()
        self._source = source
        self._trim = trim
        self._plates: dict[int, Plate] = {}
        self._resources: dict[int, Any] = {}

    @cached_property
    def every_ink(self) -> "IndirectObject":
        """The colour space of what shows on every plate (8.6.6.4), written once."""
        tint = {"FunctionType": 2, "Domain": [0, 1], "C0": [0, 0, 0, 0], "C1": [1, 1, 1, 1], "N": 1}
        return self.writer._add_object(pdf_object(["/Separation", "/All", "/DeviceCMYK", tint]))

    def plate(self, number: int) -> Plate:
        """Raises PdfError where the page is damaged."""
        if number not in self._plates:
            with honest(self._source.of(number)):
                self._plates[number] = self._made(number)
        return self._plates[number]

    def _made(self, number: int) -> Plate:
        page, file = self._source.page(number), self._source.file_of(number)
        way = upright(trim_of(page, self._trim), rotate=page.rotation, user_unit=page.user_unit)
        forms = [(self.writer._add_object(self._form_of(page)), way)]
        for appearance in appearances(page):
            drawn = appearance.form.clone(self.writer)
            drawn.update(pdf_object({"Type": "/XObject", "Subtype": "/Form"}))
            forms.append((drawn.indirect_reference, appearance.matrix.then(way)))
        reference = page.indirect_reference
        return Plate(
            forms=tuple(forms),
            upright=way,
            links=tuple(links(page, partial(self._source.page_called, file))),
            file=file,
            name=reference.idnum if reference else None,
        )

    def _form_of(self, page: "PageObject") -> "StreamObject":
        """The page as a Form XObject (8.10.2, table 95), its stream reused as it is."""
        form = _contents(page, self.writer)
        form.update(
            pdf_object(
                {
                    "Type": "/XObject",
                    "Subtype": "/Form",
                    "BBox": edges(trim_of(page, "bleed")),
                    "Resources": self._resources_of(page),
                }
            )
        )
        if "/Group" in page:
            form.update(pdf_object({"Group": followed(page["/Group"]).clone(self.writer)}))
        return form

    def _resources_of(self, page: "PageObject") -> Any:
        """One object for all the pages that share it: a copy is made once."""
        resources = followed(page.get("/Resources"))
        if not resources:
            return pdf_object({})
        if id(resources) not in self._resources:
            copied = resources.clone(self.writer)
            shared = getattr(copied, "indirect_reference", None) or self.writer._add_object(copied)
            # The original is kept as well, or another could be given its id.
            self._resources[id(resources)] = shared, resources
        return self._resources[id(resources)][0]


def _contents(page: "PageObject", writer: "PdfWriter") -> "StreamObject":
    """The page's stream, still encoded; several in one, which only make sense one after the other
    (7.8.2); or an empty one."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject, StreamObject

    contents = followed(page.get("/Contents"))
    if isinstance(contents, StreamObject):
        form = StreamObject()
        form._data = contents._data
        for key in ("/Filter", "/DecodeParms"):
            if key in contents:
                form[NameObject(key)] = followed(contents[key]).clone(writer)
        return form
    decoded = DecodedStreamObject()
    if isinstance(contents, ArrayObject):
        parts = [followed(part) for part in contents]
        decoded.set_data(b"\n".join(part.get_data() for part in parts if part is not None))
    return decoded.flate_encode()
