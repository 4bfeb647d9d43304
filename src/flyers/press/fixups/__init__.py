"""Puts right what can be put right safely in anybody's PDF: a fixup a file, in the order of FIXUPS.

A fixup changes what has only one right answer, and says each thing that it
changed in a sentence. What is painted on the pages is never touched.
"""

from collections.abc import Callable, Iterator, Mapping

from flyers.press.fixups import actions, boxes, declaration, overlays
from flyers.press.fixups.wanted import Patient, Wanted, admitted
from flyers.press.read.damage import naming_damage
from flyers.press.read.pdf_pages import Source
from flyers.press.write.keeping import first_id
from flyers.press.write.writer import Writer

__all__ = ["FIXUPS", "Wanted", "fixed"]

FIXUPS: Mapping[str, Callable[[Patient, Wanted], Iterator[str]]] = {
    "boxes": boxes.fix,
    "actions": actions.fix,
    "overlays": overlays.fix,
    "declaration": declaration.fix,
}


def fixed(source: Source, wanted: Wanted) -> tuple[bytes, tuple[str, ...]]:
    """A copy of the one file of the source, and what was changed in it, a sentence each.

    The same input gives the same bytes. Raises PdfError where the file is damaged.
    """
    (reader,), (name,) = source.readers, source.names
    writer = Writer()
    with naming_damage(name):
        if reader.pdf_header.startswith("%PDF-"):  # of a harmed file it may be anything
            writer.version = reader.pdf_header
        patient = admitted(source, writer)
        said = tuple(sentence for fix in FIXUPS.values() for sentence in fix(patient, wanted))
        writer.catalog, writer.information = patient.catalog, patient.information
        for leaf in patient.leaves:
            writer.page(leaf.at, leaf.entries)
        return writer.finished(first_id(source)), said
