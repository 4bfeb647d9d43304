"""Values that are written are read back as they were, and stand in the file once."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from flyers.core.boxes import Box
from flyers.press.read.objects import text
from flyers.press.write.writer import Writer


def read(writer: Writer, first_id: bytes | None = None) -> Any:
    """Return the file as it was saved, with ``what`` in its catalog."""
    return PdfReader(BytesIO(writer.finished(first_id)), strict=True)


def back(value: Any) -> Any:
    """Return the value as a reader finds it in the catalog."""
    writer = Writer()
    writer.catalog["/Value"] = value
    return read(writer).root_object["/Value"]


class Other:
    """Another file, to copy from."""

    def __init__(self) -> None:
        self._made = PdfWriter()
        self._made.add_blank_page(10, 10)
        self._objects: list[IndirectObject] = []

    def add(self, value: Any) -> IndirectObject:
        return self._made._add_object(value)

    def read(self, what: IndirectObject) -> Any:
        """The file as it was saved, with ``what`` in its catalog."""
        self._made.root_object[NameObject("/What")] = what
        file = BytesIO()
        self._made.write(file)
        return PdfReader(file).root_object.raw_get("/What")


@pytest.mark.parametrize(
    "value",
    [
        "/Name",
        "/A name (with #signs)",
        "/Füße",
        7,
        -2.5,
        True,
        [1, 2.5, "/Three", [4]],
        {"/One": {"/Two": [3]}},
        text("Für alle (wirklich) – 為眾人"),
    ],
)
def test_values_are_read_back(value: Any) -> None:
    assert back(value) == value


def test_bytes_boxes_and_nothing_are_read_back() -> None:
    assert back(b"\x00\xff()\\").original_bytes == b"\x00\xff()\\"
    assert list(map(float, back(Box(left=0, bottom=-1.5, right=2, top=3)))) == [0, -1.5, 2, 3]
    assert back([None])[0].__class__.__name__ == "NullObject"


def test_a_number_that_is_reserved_can_be_referred_to_before_it_is_filled() -> None:
    writer = Writer()
    later = writer.reserve()
    writer.catalog["/Value"] = [later, later]
    writer.put(later, "/Here")
    assert [one.get_object() for one in read(writer).root_object["/Value"]] == ["/Here"] * 2


def test_what_is_read_twice_is_written_once() -> None:
    other = Other()
    shared = other.add(ArrayObject([NumberObject(1)]))
    both = other.read(other.add(ArrayObject([shared, shared])))
    writer = Writer()
    writer.catalog["/Value"] = writer.own(both)
    writer.catalog["/Again"] = writer.own(both)
    root = read(writer).root_object
    assert root.raw_get("/Value").idnum == root.raw_get("/Again").idnum
    one, two = root["/Value"]
    assert one.idnum == two.idnum


def test_what_refers_to_itself_is_copied() -> None:
    other = Other()
    ring = DictionaryObject()
    at = other.add(ring)
    ring[NameObject("/Next")] = at
    writer = Writer()
    writer.catalog["/Value"] = other.read(at)
    found = read(writer).root_object["/Value"]
    assert found["/Next"]["/Next"] == found


def test_a_chain_may_be_longer_than_python_can_recurse() -> None:
    other = Other()
    link = other.add(NumberObject(0))
    for _ in range(3000):
        link = other.add(DictionaryObject({NameObject("/Next"): link}))
    writer = Writer()
    writer.catalog["/Value"] = writer.own(other.read(link))
    found, count = read(writer).root_object["/Value"], 0
    while found != 0:
        found, count = found["/Next"], count + 1
    assert count == 3000


def test_a_stream_is_copied_as_it_is_encoded() -> None:
    other = Other()
    stream = StreamObject()
    stream._data = b"0 0 m (endstream) 1 1 l"
    packed = stream.flate_encode()
    packed[NameObject("/Title")] = TextStringObject("Ä")
    writer = Writer()
    writer.catalog["/Value"] = writer.own(other.read(other.add(packed)))
    found = read(writer).root_object["/Value"]
    assert found._data == packed._data
    assert found.get_data() == stream._data
    assert found["/Title"] == "Ä"


def test_what_is_not_there_is_null() -> None:
    other = Other()
    array = ArrayObject()
    at = other.add(array)
    array.append(IndirectObject(999, 0, other._made))
    writer = Writer()
    writer.catalog["/Value"] = writer.own(other.read(at))
    assert read(writer).root_object["/Value"][0].get_object().__class__.__name__ == "NullObject"


def test_the_identifier_is_that_of_the_content() -> None:
    def identifiers(title: str, first_id: bytes | None = None) -> list[bytes]:
        writer = Writer()
        writer.information = {"/Title": text(title)}
        return [half.original_bytes for half in read(writer, first_id).trailer["/ID"]]

    one, two = identifiers("one")
    assert one == two
    assert identifiers("one") == [one, two]
    assert identifiers("other")[1] != two
    assert identifiers("one", b"from elsewhere 1") == [b"from elsewhere 1", two]
