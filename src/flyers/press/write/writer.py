"""A PDF being written: its objects in the order of their numbers, each already as bytes.

ISO 32000-1: 7.3 (objects), 7.5 (the file). Plain values become objects as they are: a str is a name
with its slash, bytes are a string, a Box is a rectangle, and a text string is made with ``text``.
Objects that were read from another file are copied, with all that they refer to.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from types import NoneType
from typing import Any, NamedTuple
from zlib import compress

from flyers.core.boxes import Box
from flyers.press.write.drawing import numbers


class Reference(NamedTuple):
    """An object of the written file, by its number (7.3.10)."""

    number: int


Entries = Mapping[str, Any]
"""A dictionary of plain values, of objects that were read, or both; keys have their slash."""


class Writer:
    """The file. Callers fill in ``catalog`` and ``information``."""

    def __init__(self) -> None:
        self.version = "%PDF-1.4"
        self.catalog: dict[str, Any] = {}
        self.information: dict[str, Any] = {}
        self._objects: list[bytes] = []
        self._pages: list[Reference] = []
        self._copies: dict[tuple[int, int], Reference] = {}
        self._waiting: list[tuple[Reference, Any]] = []
        self._how = self._kinds()
        self._tree = self.reserve()

    def reserve(self) -> Reference:
        """Reserve a number for an object that is put in later."""
        self._objects.append(b"null")
        return Reference(len(self._objects))

    def put(self, at: Reference, value: Any) -> Reference:
        """Write an object under its reserved number."""
        self._objects[at.number - 1] = self._spelled(value)
        self._copy_what_waits()
        return at

    def add(self, value: Any) -> Reference:
        """Write an object under a new number."""
        return self.put(self.reserve(), value)

    def stream(self, entries: Entries, data: bytes) -> Reference:
        """Write a stream (7.3.8), whose data are encoded as its entries say."""
        at = self.reserve()
        self._objects[at.number - 1] = self._stream(entries, data)
        self._copy_what_waits()
        return at

    def compressed(self, entries: Entries, data: bytes) -> Reference:
        """Write a stream of data that are not encoded yet, deflated."""
        return self.stream({**entries, "/Filter": "/FlateDecode"}, compress(data))

    def page(self, at: Reference, entries: Entries) -> None:
        """Write the next page (7.7.3.3), whose number was reserved."""
        self.put(at, {"/Type": "/Page", "/Parent": self._tree, **entries})
        self._pages.append(at)

    def own(self, value: Any) -> Any:
        """Return a value that was read, with its references made references into this file."""
        if isinstance(value, dict):
            return {key: self.own(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.own(inner) for inner in value]
        if hasattr(value, "idnum"):
            value = self._copied(value)
            self._copy_what_waits()
        return value

    def digest(self) -> bytes:
        """Return 16 bytes that differ for any other content."""
        digest = sha256()
        for each in self._objects:
            digest.update(each)
        return digest.digest()[:16]

    def stands_for(self, reference: Any, at: Reference) -> None:
        """Redirect references to that object of a file that was read to this one."""
        self._copies[id(reference.pdf), reference.idnum] = at

    def finished(self, first_id: bytes | None = None) -> bytes:
        """Return the whole file.

        The second half of its identifier is a digest (14.4), and so is the first, unless the
        identifier of its source is known.
        """
        tree = {"/Type": "/Pages", "/Count": len(self._pages), "/Kids": list(self._pages)}
        self.put(self._tree, tree)
        root = self.add({"/Type": "/Catalog", "/Pages": self._tree, **self.catalog})
        trailer = {"/Root": root, "/Info": self.add(self.information)}
        count = len(self._objects) + 1
        own_id = self.digest()
        # Bytes beyond ASCII in the second line mark the file as binary for transfer (7.5.2).
        parts = [b"%s\n%%\xe2\xe3\xcf\xd3\n" % self.version.encode()]
        places, end = [], len(parts[0])
        for number, each in enumerate(self._objects, start=1):
            places.append(b"%010d 00000 n \n" % end)
            parts += (b"%d 0 obj\n" % number, each, b"\nendobj\n")
            end += sum(map(len, parts[-3:]))
        parts += (b"xref\n0 %d\n0000000000 65535 f \n" % count, *places, b"trailer\n")
        parts.append(
            self._spelled({**trailer, "/Size": count, "/ID": [first_id or own_id, own_id]})
        )
        parts.append(b"\nstartxref\n%d\n%%%%EOF\n" % end)
        return b"".join(parts)

    def _kinds(self) -> Mapping[type, Callable[[Any], bytes]]:
        """Return how each kind of value is spelled."""
        from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

        return {
            NoneType: lambda value: b"null",
            bool: lambda value: b"true" if value else b"false",
            int: lambda value: b"%d" % value,
            float: lambda value: numbers(value).encode(),
            bytes: lambda value: b"<%s>" % value.hex().encode(),
            str: _name,
            NameObject: _name,
            Box: _rectangle,
            Reference: lambda value: b"%d 0 R" % value.number,
            IndirectObject: lambda value: b"%d 0 R" % self._copied(value).number,
            list: self._array,
            ArrayObject: self._array,
            dict: self._dictionary,
            DictionaryObject: self._dictionary,
        }

    def _spelled(self, value: Any) -> bytes:
        return self._how.get(type(value), self._other)(value)

    def _other(self, value: Any) -> bytes:
        """Return the bytes of a subclass of those kinds, or of a simple object that was read."""
        if isinstance(value, dict):
            return self._dictionary(value)
        return self._array(value) if isinstance(value, list) else _as_it_was(value)

    def _array(self, values: list[Any]) -> bytes:
        return b"[%s]" % b" ".join(map(self._spelled, values))

    def _dictionary(self, entries: Entries) -> bytes:
        how, other = self._how.get, self._other
        pairs = [
            b"%s %s" % (_name(key), how(type(one), other)(one)) for key, one in entries.items()
        ]
        return b"<<%s>>" % b"\n".join(pairs)

    def _stream(self, entries: Entries, data: bytes) -> bytes:
        head = self._dictionary({**entries, "/Length": len(data)})
        return b"%s\nstream\n%s\nendstream" % (head, data)

    def _copied(self, reference: Any) -> Reference:
        """Return the number of the copy of an object that was read.

        The copy itself is made later: objects that refer to one another can be a long chain, or a
        ring.
        """
        key = id(reference.pdf), reference.idnum
        if key not in self._copies:
            self._copies[key] = self.reserve()
            self._waiting.append((self._copies[key], reference))
        return self._copies[key]

    def _copy_what_waits(self) -> None:
        while self._waiting:
            at, reference = self._waiting.pop()
            found = reference.get_object()
            streams = hasattr(found, "get_data")
            copy = self._stream(found, found._data) if streams else self._spelled(found)
            self._objects[at.number - 1] = copy


def _as_it_was(value: Any) -> bytes:
    """Return a simple object as it was read."""
    spelled = BytesIO()
    value.write_to_stream(spelled)
    return spelled.getvalue()


@lru_cache(maxsize=1024)
def _rectangle(box: Box) -> bytes:
    """Return a rectangle (7.9.5)."""
    return b"[%s]" % numbers(box.left, box.bottom, box.right, box.top).encode()


@lru_cache(maxsize=4096)
def _name(value: str) -> bytes:
    """Return a name (7.3.5). There are few, each in many thousands of places."""
    from pypdf.generic import NameObject

    return NameObject(value).renumber()
