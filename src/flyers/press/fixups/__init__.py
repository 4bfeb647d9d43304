"""Repairs that are safe in anybody's PDF: a fixup a file, in the order of FIXUPS.

A fixup changes only what has a single right answer, and yields a sentence for each change. What is
painted on the pages is never touched.
"""

from collections.abc import Callable, Iterator, Mapping

from flyers.press.fixups import actions, boxes, declaration, overlays
from flyers.press.fixups.editing import FileEdit, edit_of
from flyers.press.fixups.wanted import Wanted
from flyers.press.read.damage import naming_damage
from flyers.press.read.pdf_pages import PdfPages
from flyers.press.write.keeping import first_id
from flyers.press.write.writer import Writer

__all__ = ["FIXUPS", "Wanted", "fixed"]

FIXUPS: Mapping[str, Callable[[FileEdit, Wanted], Iterator[str]]] = {
    "boxes": boxes.fix,
    "actions": actions.fix,
    "overlays": overlays.fix,
    "declaration": declaration.fix,
}


def fixed(source: PdfPages, wanted: Wanted) -> tuple[bytes, tuple[str, ...]]:
    """Return a repaired copy of the one file of ``source``, and a sentence for each change.

    The same input gives the same bytes. Raises PdfError where the file is damaged.
    """
    (reader,), (name,) = source.readers, source.names
    writer = Writer()
    with naming_damage(name):
        if reader.pdf_header.startswith("%PDF-"):  # of a damaged file it may be anything
            writer.version = reader.pdf_header
        file = edit_of(source, writer)
        changes = tuple(sentence for fix in FIXUPS.values() for sentence in fix(file, wanted))
        writer.catalog, writer.information = file.catalog, file.information
        for page in file.pages:
            writer.page(page.at, page.entries)
        return writer.finished(first_id(source)), changes
