"""An imposition printed: pages of a typeset file put on sheets.

Each page of the typeset file becomes a Form XObject once, with its stream as it is, still
compressed, and is then drawn wherever a placement wants it (ISO 32000-1, 8.10). All forms share the
one /Resources object of the typeset file, so that fonts are in the result once. Outlines, internal
destinations and the structure tree do not survive imposition and are left out; links to addresses
are moved to their new places.

pypdf reads; what is written is our own (``write.writer``), as a long file has many thousands of
objects. The same input gives the same bytes: the only dates are those handed in, and the file
identifier is a digest of the file.

``prepress`` is imported only for a print shop: other printing needs no operators.
"""

from typing import TYPE_CHECKING

from flyers.core.sheets import Imposition
from flyers.press.read.boxes import PageBox
from flyers.press.read.pdf_pages import TYPESET, PdfPages
from flyers.press.write.drawing import Letters
from flyers.press.write.info import DocumentInfo, describe, view
from flyers.press.write.keeping import first_id, keep
from flyers.press.write.sides import print_form
from flyers.press.write.writer import Writer
from flyers.press.write.xobjects import SourcePages

if TYPE_CHECKING:
    from flyers.press.prepress.pdfx import Finish


def print_sheets(
    source: bytes | PdfPages,
    imposition: Imposition,
    *,
    info: DocumentInfo | None = None,
    trim: PageBox = "trim",
    letters: Letters | None = None,
    finish: "Finish | None" = None,
) -> bytes:
    """Return the PDF of all sides of all sheets in order, made from the pages of ``source``.

    Our own typeset file is described by ``info``; without it, the source keeps its own information,
    intents and layers. ``trim`` is the box of its pages that is their finished size, as in
    ``survey``; ``letters`` are the shapes of the letters beside the pieces. With a ``finish``, our
    own file is turned into ink and into the standard of the finish.

    Raises PdfError for a page that is damaged, or not allowed by the standard.
    """
    if isinstance(source, bytes):
        source = _ready(source, finish)
    writer = Writer()
    pages = SourcePages(source, writer, trim, letters or {})
    for sheet in imposition.sheets:
        for form in sheet.forms:
            print_form(pages, imposition, sheet, form)
    pages.moved_links.write()
    if info:
        describe(writer, info)
    else:
        keep(source, writer)
    if info and finish:
        from flyers.press.prepress.pdfx import declare

        declare(writer, finish, info)
    else:
        view(writer, imposition)
    return writer.finished(None if info else first_id(source))


def _ready(typeset: bytes, finish: "Finish | None") -> PdfPages:
    if finish is None:
        return PdfPages([(TYPESET, typeset)])
    from flyers.press.prepress.pdfx import ready

    return ready(typeset, finish)
