"""What a PDF says as a whole, and goes on to say when its pages lie on sheets."""

from typing import TYPE_CHECKING, Any

from flyers.press.objects import followed, pdf_object
from flyers.press.source import Source, honest

if TYPE_CHECKING:
    from pypdf import PdfWriter


def keep(source: Source, writer: "PdfWriter") -> None:
    """Output intents, XMP, information, version and layers, of the first file that has each;
    layers of all."""
    information: dict[str, str] = {}
    for name, reader in zip(source.names, source.readers, strict=True):
        with honest(name):
            root = reader.root_object
            for key in ("/OutputIntents", "/Metadata"):
                if key in root and key not in writer.root_object:
                    _take(writer, key, root.raw_get(key))
            if "/OCProperties" in root:
                _take_layers(writer, followed(root["/OCProperties"]))
            information = information or {
                key: value
                for key, value in (reader.metadata or {}).items()
                if isinstance(value, str)
            }
            # Before the header of a file that came to harm there may be something else.
            if reader.pdf_header.startswith("%PDF-"):
                writer.pdf_header = max(writer.pdf_header, reader.pdf_header)
    writer.metadata = information or {"/Producer": "flyers"}


def first_id(source: Source) -> bytes | None:
    """The permanent half of the first file's identifier (14.4)."""
    with honest(source.names[0]):
        found = followed(source.readers[0].trailer.get("/ID"))
        first = followed(found[0]) if found else None
    if first is None:
        return None
    return first.original_bytes if hasattr(first, "original_bytes") else bytes(first)


def _take(writer: "PdfWriter", key: str, value: Any) -> None:
    copied = followed(value).clone(writer)
    shared = getattr(copied, "indirect_reference", None)
    writer.root_object.update(pdf_object({key.lstrip("/"): shared or copied}))


def _take_layers(writer: "PdfWriter", properties: Any) -> None:
    """Layers and their defaults (8.11.4); a second file's are added to the first one's."""
    copied = properties.clone(writer)
    have = followed(writer.root_object.get("/OCProperties"))
    if have is None:
        shared = getattr(copied, "indirect_reference", None)
        writer.root_object.update(pdf_object({"OCProperties": shared or copied}))
        return
    for mine, more in ((have, copied), (followed(have.get("/D")), followed(copied.get("/D")))):
        for key in ("/OCGs", "/ON", "/OFF", "/Order", "/Locked"):
            if mine is not None and more is not None and key in more:
                together = [*(followed(mine.get(key)) or ()), *followed(more[key])]
                mine.update(pdf_object({key.lstrip("/"): together}))
