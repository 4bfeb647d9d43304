"""Document-level entries of a source that are kept when its pages lie on sheets."""

from typing import Any

from flyers.press.read.damage import naming_damage
from flyers.press.read.objects import followed, text
from flyers.press.read.pdf_pages import PdfPages
from flyers.press.write.writer import Writer

LAYERS = ("/OCGs", "/ON", "/OFF", "/Order", "/Locked")
"""The lists of layers, in a file's properties or their defaults (8.11.4)."""


def keep(source: PdfPages, writer: Writer) -> None:
    """Copy output intents, XMP, information and version, from the first file that has each; layers
    of all."""
    for name, reader in zip(source.names, source.readers, strict=True):
        with naming_damage(name):
            root = reader.root_object
            for key in ("/OutputIntents", "/Metadata"):
                if key in root and key not in writer.catalog:
                    writer.catalog[key] = writer.own(root.raw_get(key))
            if "/OCProperties" in root:
                _take_layers(writer, followed(root["/OCProperties"]))
            writer.information = writer.information or {
                key: value if hasattr(value, "renumber") else text(value)
                for key, value in (reader.metadata or {}).items()
                if isinstance(value, str)
            }
            # A damaged file may have something else before its header.
            if reader.pdf_header.startswith("%PDF-"):
                writer.version = max(writer.version, reader.pdf_header)
    writer.information = writer.information or {"/Producer": text("flyers")}


def first_id(source: PdfPages) -> bytes | None:
    """Return the permanent half of the first file's identifier (14.4)."""
    with naming_damage(source.names[0]):
        found = followed(source.readers[0].trailer.get("/ID"))
        first = followed(found[0]) if found else None
    if first is None:
        return None
    return first.original_bytes if hasattr(first, "original_bytes") else bytes(first)


def _take_layers(writer: Writer, properties: Any) -> None:
    """Copy layers and their defaults; a second file's are added to the first one's."""
    defaults = followed(properties.get("/D")) or {}
    copied = {**_listed(writer, properties), "/D": _listed(writer, defaults)}
    have = writer.catalog.setdefault("/OCProperties", copied)
    if have is copied:
        return
    for mine, more in ((have, copied), (have["/D"], copied["/D"])):
        for key in LAYERS:
            if key in more:
                mine[key] = [*mine.get(key, ()), *more[key]]


def _listed(writer: Writer, holder: Any) -> dict[str, Any]:
    """Return a copy for the written file, its lists of layers direct and not behind a reference."""
    lists = {key: followed(holder[key]) or [] for key in LAYERS if key in holder}
    copied: dict[str, Any] = writer.own({**holder, **lists})
    return copied
