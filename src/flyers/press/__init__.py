"""Prints an imposition: pages of a typeset file put on sheets. The only package that imports pypdf.

Each page of the typeset file becomes a Form XObject once, with its stream as it
is, still compressed, and is then drawn wherever a placement wants it (ISO
32000-1, 8.10). All forms share the one /Resources object of the typeset file, so
that fonts are in the result once. What belongs to the typeset file as a whole
(outlines, internal destinations, structure tree) does not survive imposition
and is left out; links to addresses are moved to their new places.

The same input gives the same bytes: the only dates are the ones handed in, and
the file identifier is a digest of the input.
"""

from hashlib import sha256
from io import BytesIO

from flyers.press.info import DocumentInfo, describe
from flyers.press.objects import pdf_object
from flyers.press.plates import Stock
from flyers.press.reading import count_pages, facts
from flyers.press.sides import print_form
from flyers.sheets import Imposition

__all__ = ["DocumentInfo", "count_pages", "facts", "print_sheets"]


def print_sheets(source: bytes, imposition: Imposition, *, info: DocumentInfo) -> bytes:
    """The PDF of all sides of all sheets in order, made from the typeset file ``source``."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.pdf_header = "%PDF-1.7"
    stock = Stock(PdfReader(BytesIO(source)), writer)
    for sheet in imposition.sheets:
        for form in sheet.forms:
            print_form(stock, imposition, sheet, form)
    describe(writer, imposition, info)
    digest = sha256(source + repr((imposition, info)).encode()).digest()[:16]
    # Twice the same says: as it was first written (14.4). pypdf's own identifiers are random.
    writer._ID = pdf_object([digest, digest])
    printed = BytesIO()
    writer.write(printed)
    return printed.getvalue()
