"""A reader of PDFs that is quick with what most of a file consists of.

A long file has many thousands of objects, and nearly all are plain: dictionaries and arrays of
names, numbers and references, and streams with their length. Those are read here, a word at a step
(ISO 32000-1, 7.2 and 7.3). Anything with a string, a comment, a number sign or a fault in it is
left to pypdf, which reads a character at a step and knows the mistakes of other programs. Both give
the same objects.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

import pypdf.filters
from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from flyers.press.read.filters import no_program

# No program decodes a stream, not even one that pypdf reads by itself, such as one with objects.
pypdf.filters.JBIG2Decode.decode = no_program  # type: ignore[method-assign]

_WORD = re.compile(
    rb"""[\t\n\f\r ]*(?:
        (?P<begins> << | \[ )
      | (?P<ends>   >> | \] )
      | (?: (?P<name>    /[\w.,+*-]{1,100})
          | (?P<refers>  \d{1,10}[ ]\d{1,5}[ ]R)
          | (?P<integer> [+-]?\d{1,10})
          | (?P<real>    [+-]?\d{0,10}\.\d{1,10})
          | (?P<constant>true | false | null)
        ) (?= [][\t\n\f\r /<>] )
    )""",
    re.VERBOSE | re.ASCII,
)
_HEAD = re.compile(rb"(\d{1,10}) (\d{1,5}) obj[\t\n\f\r ]*(?=<<|\[)")
_AFTER = re.compile(rb"[\t\n\f\r ]*(?:endobj|(?P<stream>stream)\r?\n)")
_STREAM_ENDS = re.compile(rb"[\t\n\f\r ]*endstream")

DEEPEST = 50
"""Levels of containers that are read here; no sound file has so many."""


class Reader(PdfReader):
    """A reader that takes the plain objects of a file that is not encrypted itself, and leaves the
    rest to pypdf."""

    def __init__(self, pdf: bytes) -> None:
        self._plain = b""  # none, until the file is known not to be encrypted
        self._made: Mapping[str, Callable[[bytes], PdfObject]] = {
            "name": _name,
            "refers": self._reference,
            "integer": NumberObject,
            "real": FloatObject,
            "constant": _constant,
        }
        super().__init__(BytesIO(pdf))
        if not self.is_encrypted:
            self._plain = pdf

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        if isinstance(indirect_reference, IndirectObject):
            key = indirect_reference.generation, indirect_reference.idnum
            if key not in self.resolved_objects and (found := self._object(*key)) is not None:
                return self.cache_indirect_object(*key, found)
        return super().get_object(indirect_reference)

    def _object(self, generation: int, number: int) -> PdfObject | None:
        """Return the object at its place in the cross-reference table (7.5.4), if it is plain."""
        at = self.xref.get(generation, {}).get(number)
        free = self.xref_free_entry.get(generation, {}).get(number)
        if at is None or free or (generation == 0 and number in self.xref_objStm):
            return None
        head = _HEAD.match(self._plain, at)
        if not head or (int(head[2]), int(head[1])) != (generation, number):
            return None
        value, end = self._container(head.end())
        after = _AFTER.match(self._plain, end)
        if value is None or not after:
            return None
        return self._stream(value, after.end()) if after["stream"] else value

    def _container(self, at: int) -> tuple[Any, int]:
        """Return the dictionary or array that begins there, and its end; None if it is not
        plain."""
        around: list[tuple[bytes, list[Any]]] = []
        here: list[Any] = []
        begun = b""
        while (word := _WORD.match(self._plain, at)) and len(around) <= DEEPEST:
            at, kind = word.end(), word.lastgroup or ""
            if kind == "begins":
                around.append((begun, here))
                begun, here = word[kind], []
            elif kind == "ends":
                value = _closed(begun, here, word[kind])
                begun, here = around.pop()
                if value is None or not around:
                    return value, at
                here.append(value)
            else:
                here.append(self._made[kind](word[kind]))
        return None, at

    def _reference(self, words: bytes) -> IndirectObject:
        number, generation, _ = words.split()
        return IndirectObject(int(number), int(generation), self)

    def _stream(self, entries: Any, at: int) -> PdfObject | None:
        """Return a stream (7.3.8), if its data are as long as its length."""
        length = entries.get("/Length") if isinstance(entries, dict) else None
        if not isinstance(length, NumberObject) or length < 0:
            return None
        end = at + length
        if not _STREAM_ENDS.match(self._plain, end):
            return None
        return StreamObject.initialize_from_dictionary(
            {**entries, "__streamdata__": self._plain[at:end]}
        )


def _closed(begun: bytes, values: list[Any], end: bytes) -> PdfObject | None:
    """Return the container of these values; None where brackets do not match, or keys are no
    keys."""
    if begun + end == b"[]":
        return ArrayObject(values)
    keys = values[::2]
    if begun + end != b"<<>>" or len(values) % 2 or not {NameObject}.issuperset(map(type, keys)):
        return None
    entries = DictionaryObject(zip(keys, values[1::2], strict=True))
    return entries if len(entries) == len(keys) else None  # of a key given twice, pypdf chooses


@lru_cache(maxsize=4096)
def _name(spelled: bytes) -> NameObject:
    """Return a name. There are few, each in many thousands of places."""
    return NameObject(spelled.decode("ascii"))


def _constant(word: bytes) -> PdfObject:
    return NullObject() if word == b"null" else BooleanObject(word == b"true")
