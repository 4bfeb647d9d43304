"""Small PDFs for the tests of printing, written by hand: no typesetter, no files."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

Rectangle = tuple[float, float, float, float]

QUARTERS = {"R": "1 0 0", "G": "0 1 0", "B": "0 0 1", "K": "0 0 0"}
"""Colours of a page in four quarters, in operands of ``rg``."""


@dataclass(frozen=True, kw_only=True)
class HandMade:
    """One page: its content, and whatever stands in its page dictionary."""

    content: str
    media: Rectangle = (0, 0, 200, 100)
    trim: Rectangle | None = None
    rotate: int = 0
    user_unit: float = 1
    in_two_streams: bool = False
    annotations: Sequence[DictionaryObject] = field(default_factory=list)


def quarters(box: Rectangle) -> str:
    """Paints red and green over blue and black, seen in user space with y upward."""
    left, bottom, right, top = box
    x, y = (left + right) / 2, (bottom + top) / 2
    size = f"{(right - left) / 2} {(top - bottom) / 2}"
    corners = {"R": (left, y), "G": (x, y), "B": (left, bottom), "K": (x, bottom)}
    return "\n".join(
        f"{QUARTERS[name]} rg {at[0]} {at[1]} {size} re f" for name, at in corners.items()
    )


def pdf_of(*pages: HandMade) -> bytes:
    """All pages share one /Resources with Helvetica, which is not embedded, as /F."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    resources = writer._add_object(
        DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
    )
    for made in pages:
        page = writer.add_blank_page(100, 100)
        page[NameObject("/Resources")] = resources
        page[NameObject("/Contents")] = _contents(made, writer)
        page[NameObject("/MediaBox")] = _rectangle(made.media)
        if made.trim:
            page[NameObject("/TrimBox")] = _rectangle(made.trim)
        if made.rotate:
            page[NameObject("/Rotate")] = NumberObject(made.rotate)
        if made.user_unit != 1:
            page[NameObject("/UserUnit")] = FloatObject(made.user_unit)
        if made.annotations:
            page[NameObject("/Annots")] = ArrayObject(made.annotations)
    return written(writer)


def link(rectangle: Rectangle, action: dict[str, str]) -> DictionaryObject:
    """A link annotation; ``action`` by its keys without slashes."""
    kinds: dict[str, Any] = {"S": NameObject, "URI": TextStringObject, "D": TextStringObject}
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): _rectangle(rectangle),
            NameObject("/A"): DictionaryObject(
                {NameObject(f"/{key}"): kinds[key](value) for key, value in action.items()}
            ),
        }
    )


def with_trim_box(pdf: bytes, trim: Rectangle) -> bytes:
    """The same file with another /TrimBox on its first page."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.pages[0][NameObject("/TrimBox")] = _rectangle(trim)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _contents(made: HandMade, writer: PdfWriter) -> Any:
    first, _, rest = made.content.partition("\n")
    texts = [first, rest] if made.in_two_streams else [made.content]
    streams = []
    for text in texts:
        stream = DecodedStreamObject()
        stream.set_data(text.encode("ascii"))
        streams.append(writer._add_object(stream.flate_encode()))
    return ArrayObject(streams) if made.in_two_streams else streams[0]


def _rectangle(box: Rectangle) -> ArrayObject:
    return ArrayObject(FloatObject(number) for number in box)
