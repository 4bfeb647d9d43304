"""Tagged pages bound for the screen: one page a panel or side, in reading order.

A page's layers are put on it one after the other, their streams as they are, so that the numbers of
their marked content stay those of the tags (ISO 32000-1, 7.8.2 and 14.7). The file claims PDF/UA-1
(ISO 14289-1) and PDF/A-2u (ISO 19005-2).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from flyers.catalogue.inks import Bitmap
from flyers.core.matrix import Matrix, trim_of
from flyers.core.sheets import Layer, Page
from flyers.core.tags import TaggedFile
from flyers.press.read.image_objects import bitmap_of, replace_bitmap
from flyers.press.read.objects import followed, text
from flyers.press.read.pdf_pages import TYPESET, PdfPages
from flyers.press.write.drawing import numbers
from flyers.press.write.info import DocumentInfo, describe
from flyers.press.write.structure_tree import PagePlace, Structure
from flyers.press.write.writer import Entries, Reference, Writer
from flyers.press.write.xmp import accessible

if TYPE_CHECKING:
    from pypdf import PageObject


def bind_pages(
    file: TaggedFile,
    pages: Sequence[Page],
    info: DocumentInfo,
    shown: Callable[[Bitmap, tuple[float, float]], Bitmap] = lambda bitmap, size: bitmap,
) -> bytes:
    """Return the PDF of these pages, whose layers are the pages of ``file`` in its order.

    ``shown`` gives each picture for the screen at its size in points.
    """
    source = PdfPages([(TYPESET, file.pdf)])
    writer = Writer()
    drawn = map(source.page, range(len(source)))
    sides = [(page, [(layer, next(drawn)) for layer in page.layers]) for page in pages]
    at = [writer.reserve() for _ in pages]
    places = [
        PagePlace(side=at[number], number=number, move=Matrix.move(layer.x, layer.y))
        for number, (_, layers) in enumerate(sides)
        for layer, _ in layers
    ]
    structure = Structure(writer, file.document, places)
    resources = _resources(source.page(0))
    for name, size in file.pictures.items():
        picture = followed(followed(resources["/XObject"])[f"/{name}"])
        replace_bitmap(picture, shown(bitmap_of(picture), size))
    resources_at = writer.add(resources)
    for number, (page, layers) in enumerate(sides):
        entries = {
            "/MediaBox": trim_of(page),
            "/TrimBox": trim_of(page),
            "/Resources": resources_at,
            "/Contents": list(_contents(writer, layers)),
            **structure.of_side(number),
        }
        writer.page(at[number], entries)
    _describe(writer, info, file.profile)
    return writer.finished()


def _resources(page: "PageObject") -> Entries:
    """Return the resources, which the typesetter makes the same for all pages, without empty
    kinds."""
    resources = followed(page["/Resources"])
    return {kind: found for kind, found in resources.items() if followed(found)}


def _contents(writer: Writer, layers: Sequence[tuple[Layer, "PageObject"]]) -> Iterator[Reference]:
    """Yield the layers' streams, each at its place and clipped to its own edges."""
    for layer, drawn in layers:
        window = numbers(0, 0, float(drawn.mediabox.width), float(drawn.mediabox.height))
        begin = f"q {numbers(1, 0, 0, 1, layer.x, layer.y)} cm {window} re W n\n"
        yield writer.stream({}, begin.encode())
        stream = followed(drawn["/Contents"])
        encoding = {key: stream[key] for key in ("/Filter", "/DecodeParms") if key in stream}
        yield writer.stream(encoding, stream._data)
        yield writer.stream({}, b"\nQ\n")


def _describe(writer: Writer, info: DocumentInfo, profile: bytes) -> None:
    """Write the file's information, output intent and metadata."""
    describe(writer, info)
    intent = {
        "/Type": "/OutputIntent",
        "/S": "/GTS_PDFA1",
        "/OutputConditionIdentifier": text("sRGB"),
        "/RegistryName": text("http://www.color.org"),
        "/Info": text("sRGB IEC61966-2.1"),
        "/DestOutputProfile": writer.compressed({"/N": 3}, profile),
    }
    metadata = writer.stream({"/Type": "/Metadata", "/Subtype": "/XML"}, accessible(info))
    writer.catalog |= {
        "/Metadata": metadata,
        "/OutputIntents": [intent],
        "/ViewerPreferences": {"/DisplayDocTitle": True},
    }
