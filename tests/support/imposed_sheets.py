"""A sheet imposed and printed from a hand-made page."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from flyers.core.boxes import Box
from flyers.core.sheets import Flip, Form, Imposition, Layer, Mark, Page, Placement, Sheet
from flyers.press.printing import print_sheets
from flyers.press.write.info import DocumentInfo

INFO = DocumentInfo(title="A statement")
PAPER = Page(name="1", width=200, height=100, layers=(Layer(source=0),))


def imposed(
    *placements: Placement,
    pages: tuple[Page, ...] = (PAPER,),
    marks: tuple[Mark, ...] = (),
    back: bool = False,
    flip: Flip = "long",
    size: tuple[float, float] = (400, 200),
) -> Imposition:
    """Return one sheet with these placements on its front, and on its back if there are any for
    it."""
    form = Form(placements=placements, marks=marks)
    trim = Box(left=0, bottom=0, right=size[0], top=size[1])
    sheet = Sheet(
        width=size[0],
        height=size[1],
        trim=trim,
        front=form,
        back=form if back else None,
        flip=flip,
    )
    return Imposition(pages=pages, sheets=(sheet,))


def printed(source: bytes, imposition: Imposition) -> bytes:
    return print_sheets(source, imposition, info=INFO)


def opened(pdf: bytes) -> Any:
    """Return the file's objects, untyped: the tests know which of them is a list and which a
    dictionary."""
    return PdfReader(BytesIO(pdf))
