"""The source pages, each made ready to be drawn many times."""

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from flyers.core.matrix import Matrix
from flyers.press.read.annotations import LinkAnnotation, appearances, links
from flyers.press.read.boxes import PageBox, box_of
from flyers.press.read.damage import naming_damage
from flyers.press.read.filters import check_filters, data_of
from flyers.press.read.objects import followed
from flyers.press.read.pdf_pages import PdfPages
from flyers.press.write.drawing import Letters
from flyers.press.write.moved_links import MovedLinks
from flyers.press.write.writer import Reference, Writer

if TYPE_CHECKING:
    from pypdf import PageObject


@dataclass(frozen=True, kw_only=True)
class DrawablePage:
    """A source page ready to be drawn: its forms in order, each with the way to an upright page
    whose trim begins at the origin.

    ``file`` and ``name`` identify the page for links.
    """

    forms: tuple[tuple[Reference, Matrix], ...]
    upright: Matrix
    links: tuple[LinkAnnotation, ...]
    file: int
    name: int | None


class SourcePages:
    """The source pages, each brought into the written file when it is first wanted."""

    def __init__(self, source: PdfPages, writer: Writer, trim: PageBox, letters: Letters) -> None:
        self.writer = writer
        self.letters = letters
        self.moved_links = MovedLinks(writer)
        self._source = source
        self._trim = trim
        self._drawable: dict[int, DrawablePage] = {}
        self._operators: dict[str, Reference] = {}
        # By their ids; the originals are kept as well, or others could be given theirs.
        self._resources: dict[int, tuple[Reference, Any]] = {}
        self._appearances: dict[int, tuple[Reference, Any]] = {}

    @cached_property
    def every_ink(self) -> Reference:
        """The colour space that shows on every plate (8.6.6.4), written once."""
        tint = {
            "/FunctionType": 2,
            "/Domain": [0, 1],
            "/C0": [0, 0, 0, 0],
            "/C1": [1, 1, 1, 1],
            "/N": 1,
        }
        return self.writer.add(["/Separation", "/All", "/DeviceCMYK", tint])

    def operators(self, drawn: str) -> Reference:
        """Write the operators of a side; one stream for all the sides that look alike."""
        if drawn not in self._operators:
            self._operators[drawn] = self.writer.compressed({}, drawn.encode("ascii"))
        return self._operators[drawn]

    def drawable(self, number: int) -> DrawablePage:
        """Return a source page ready to be drawn. Raises PdfError where it is damaged."""
        if number not in self._drawable:
            with naming_damage(self._source.of(number)):
                self._drawable[number] = self._made(number)
        return self._drawable[number]

    def _made(self, number: int) -> DrawablePage:
        page, file = self._source.page(number), self._source.file_of(number)
        _, way = self._source.finished(number, self._trim)
        forms = [(self._form_of(page), way)]
        for appearance in appearances(page):
            forms.append((self._drawn(appearance.form), appearance.matrix.then(way)))
        reference = page.indirect_reference
        return DrawablePage(
            forms=tuple(forms),
            upright=way,
            links=tuple(links(page, partial(self._source.page_called, file))),
            file=file,
            name=reference.idnum if reference else None,
        )

    def _form_of(self, page: "PageObject") -> Reference:
        """Write the page as a Form XObject (8.10.2, table 95), its stream reused as it is."""
        entries = {
            "/Type": "/XObject",
            "/Subtype": "/Form",
            "/BBox": box_of(page, "bleed"),
            "/Resources": self._resources_of(page),
        }
        if "/Group" in page:
            entries["/Group"] = page.raw_get("/Group")
        contents = followed(page.get("/Contents"))
        if not hasattr(contents, "get_data"):
            return self.writer.compressed(entries, _joined(contents))
        check_filters(contents)
        encoding = {key: contents[key] for key in ("/Filter", "/DecodeParms") if key in contents}
        return self.writer.stream({**entries, **encoding}, contents._data)

    def _drawn(self, form: Any) -> Reference:
        """Write an appearance, once for all the fields that look like it."""
        if id(form) not in self._appearances:
            entries = {**form, "/Type": "/XObject", "/Subtype": "/Form"}
            self._appearances[id(form)] = self.writer.stream(entries, form._data), form
        return self._appearances[id(form)][0]

    def _resources_of(self, page: "PageObject") -> Any:
        """Return the resources as one object for all the pages that share it: a copy is made
        once."""
        if "/Resources" not in page:
            return {}
        own = page.raw_get("/Resources")
        if hasattr(own, "idnum"):
            return own
        if id(own) not in self._resources:
            self._resources[id(own)] = self.writer.add(own), own
        return self._resources[id(own)][0]


def _joined(contents: Any) -> bytes:
    """Return several streams as one, which only make sense one after the other (7.8.2); or none."""
    parts = map(followed, contents if isinstance(contents, list) else ())
    return b"\n".join(data_of(part) for part in parts if part is not None)
