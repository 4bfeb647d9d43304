"""Plain objects are read quickly and as pypdf reads them; all others are left to it."""

from io import BytesIO
from random import Random
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject

from flyers.press.read.opening import Reader
from flyers.press.write.writer import Writer

PLAIN = (
    "<</A 1/B -2/C +3/D 007>>",
    "<< /A 1.5 /B -.25\n/C 0.0\t/D +1.0 >>",
    "[ 4 0 R /Name /N-a_m.e+1,2* ]",
    "<</A[true false null[]<<>>]/B<</C<</D[/E]>>>>>>",
    "<< /Length 5 >>\nstream\n12345\nendstream",
    "<</Length 0/Filter/FlateDecode>> stream\r\n\r\nendstream",
)

LEFT = (
    "<</A (a \\) string)>>",
    "<</A <feff>>>",
    "<</A 1 % a comment >>\n>>",
    "<</A#42 1>>",
    "<</A /\u00e9>>",
    "<</A/B\0>>",
    "<</A 1 /A 2>>",
    "<</A 1 /B>>",
    "<<1 /A>>",
    "<</A 1]",
    "<</A 1. /B 4 0 R>>",
    "<</A 4  0 R>>",
    "<</A -->>",
    "<</A 123456789012345678901234567890>>",
    "<</A truer>>",
    "<</A 1",
    "<</A 1>> 2",
    "[" * 60 + "]" * 60,
    "<</Length 5>>stream\r12345\nendstream",
    "<</Length 4>>stream\n12345\nendstream",
    "<</Length 7>>stream\n12345\nendstream",
    "<</Length 4 0 R>>stream\n12345\nendstream",
    "<</Length -1>>stream\n12345\nendstream",
    "<<>>stream\n12345\nendstream",
    "[]stream\n12345\nendstream",
    "42",
    "/Name",
)


def file_with(spelled: str, head: str = "3 0 obj\n") -> bytes:
    """Return a file whose third object is spelled so; the fourth is the number 5."""
    objects = (
        "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        "2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n",
        f"{head}{spelled}\nendobj\n",
        "4 0 obj\n5\nendobj\n",
    )
    parts, places = ["%PDF-1.7\n"], []
    for each in objects:
        places.append(sum(map(len, parts)))
        parts.append(each)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    begins = sum(map(len, parts))
    end = f"xref\n0 5\n0000000000 65535 f \n{table}trailer\n<</Size 5/Root 1 0 R>>\n"
    return "".join([*parts, end, f"startxref\n{begins}\n%%EOF\n"]).encode("latin-1")


def told(value: Any) -> Any:
    """Return an object as something that can be compared, with its kind."""
    kind = type(value).__name__
    if isinstance(value, IndirectObject):
        return value.idnum, value.generation
    if isinstance(value, StreamObject):
        return kind, told(dict(value)), value._data
    if isinstance(value, dict):
        return kind, [(told(key), told(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return kind, [told(inner) for inner in value]
    return kind, repr(value)


def read(reader: PdfReader, number: int) -> Any:
    """Return the object and its number; or the exception of reading it."""
    try:
        found = reader.get_object(IndirectObject(number, 0, reader))
        reference = getattr(found, "indirect_reference", None)
        return told(found), reference and reference.idnum
    except Exception as error:
        return type(error)


@pytest.mark.parametrize("spelled", PLAIN)
def test_what_is_plain_is_read_as_pypdf_reads_it(spelled: str) -> None:
    pdf = file_with(spelled)
    reader = Reader(pdf)
    assert reader._object(0, 3) is not None
    assert read(reader, 3) == read(PdfReader(BytesIO(pdf)), 3)


@pytest.mark.parametrize("spelled", LEFT)
def test_whatever_is_not_plain_is_left_to_pypdf(spelled: str) -> None:
    pdf = file_with(spelled)
    reader = Reader(pdf)
    assert reader._object(0, 3) is None
    assert read(reader, 3) == read(PdfReader(BytesIO(pdf)), 3)


@pytest.mark.parametrize("head", ["7 0 obj\n", "3 1 obj\n", "\n3 0 obj\n", "3 0 OBJ\n", ""])
def test_an_object_that_is_not_where_it_is_said_to_be_is_left_to_pypdf(head: str) -> None:
    pdf = file_with("<</A 1>>", head)
    reader = Reader(pdf)
    assert reader._object(0, 3) is None
    assert read(reader, 3) == read(PdfReader(BytesIO(pdf)), 3)


def test_what_was_read_once_is_the_same_object_ever_after() -> None:
    reader = Reader(file_with("<</A 1>>"))
    assert reader.get_object(IndirectObject(3, 0, reader)) is reader.get_object(3)


def test_damage_of_any_kind_is_read_as_pypdf_reads_it() -> None:
    writer = Writer()
    at = writer.reserve()
    content = writer.compressed({}, b"0 0 m 9 9 l S")
    boxes = {"/MediaBox": [0, 0, 100.5, 200], "/TrimBox": [1.5, -2.25, 90, -3]}
    writer.page(at, {**boxes, "/Contents": content, "/Resources": {"/Font": {}}, "/Flag": True})
    whole, chance = writer.finished(), Random(1)
    signs = b"<> []/%()\n\0#-+.R09{}\x80\r"
    for _ in range(400):
        pdf = bytearray(whole)
        for _ in range(chance.choice((1, 1, 4))):
            place, sign = chance.randrange(len(pdf)), chance.choice(signs)
            pdf[place : place + chance.randrange(2)] = bytes([sign])
        assert everything(Reader, bytes(pdf)) == everything(of_pypdf, bytes(pdf)), bytes(pdf)


def of_pypdf(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def everything(opened: Any, pdf: bytes) -> Any:
    """Return all objects of a file and its number of pages; or the exception of reading them."""
    try:
        reader = opened(pdf)
        return [read(reader, number) for number in range(1, 8)], len(reader.pages)
    except Exception as error:
        return type(error)
