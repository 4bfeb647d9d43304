"""The JSON Schema of flyers.toml agrees with its reader, on every key and many values."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from flyers.campaign import schema as schemas
from flyers.campaign.declared import FILE
from flyers.core.settings import REQUIRED, Named, Some, Table, ValueKind, Variant

ONLY_THE_READER = ("write a length from", "write the smaller", "cannot be printed")
"""Errors that a schema cannot express: a length's bounds, the larger of two numbers, characters
that cannot be printed."""

VALUES: list[Any] = [
    *("", " ", "x", "two words", "-", "a_b", "é", "Rally!", "a" * 41, "a" * 61, "a" * 121),
    *("0", "3mm", "1/8in", "1/0in", "3", "-3mm", "3 mm", "0,3mm,1in,0", "1mm,2mm", "99in"),
    *("#b3261e", "#b32", "#b3261", "red", "https://a.example", "a.example", "http://a b.example"),
    *("page", "short", "utm", "letter", "a4", "home", "shop", "x-4", "cmyk", "left"),
    *(
        "text",
        "none",
        "us-federal",
        "uk",
        "2027-10-04T14:00:00",
        "en",
        "pt-BR",
        "English",
        "/:slug/",
        "/ a",
    ),
    *(True, False, 0, 1, -1, 7, 2.5, 1.0, 150, 300, 10**9, 1e300),
    *([], [""], ["x"], [0], ["letter"], ["crop"], ["crop", 1], ["crop", "crop"], ["en", "es"]),
    *([1, 2], [150, 300], [300, 150], [1, 2, 3], [0, 0, 0, 0], [0, 90, 85, 101], [True, True]),
    *({}, {"x": 1}, {"rgb": "#b3261e"}, {"rgb": "#b3261e", "cmyk": [0, 90, 85, 20]}),
    *({"rgb": "red", "cmyk": [0, 0, 0, 0]}, {"cmyk": [0, 0, 0, 0]}, {"accent": "#123456"}),
    *([{}], [{"format": "letter"}], [{"format": "leter"}], [{"format": "a4", "copies": 0}], ["a"]),
    *({"a": {}}, {"a": {"extends": "shop"}}, {"A b": {"size": "12x18"}}, {"a": {"size": 0}}),
    *({"jurisdiction": "uk"}, {"jurisdiction": "uk", "promoter": "A"}, {"promoter": "A"}),
    *({"jurisdiction": "none", "promoter": "A"}, {"jurisdiction": "uk", "paid_by": "A"}),
]


@cache
def validator() -> Draft202012Validator:
    schema = schemas.schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def reads(document: Any) -> bool | None:
    """Return True if the reader takes it; None if a schema cannot decide it."""
    try:
        FILE.read(document)
    except ValueError as error:
        return None if any(words in str(error) for words in ONLY_THE_READER) else False
    return True


def agree(document: Any) -> bool:
    """Return True if both agree. The schema takes all that the reader takes."""
    read, valid = reads(document), validator().is_valid(document)
    return valid == read if read is not None else True


def documents(kind: ValueKind, value: Any) -> Iterator[Any]:
    """Files with the value in every place that a kind has: of each key, name and list."""
    yield value
    if isinstance(kind, Table):
        for key, row in kind.keys.items():
            yield from ({**smallest(kind), key: inner} for inner in documents(row.kind, value))
    elif isinstance(kind, Variant):
        for name, table in kind.tables.items():
            for key, row in table.keys.items():
                for inner in documents(row.kind, value):
                    yield {kind.name: name, key: inner}
    elif isinstance(kind, Named):
        yield from ({"one": inner} for inner in documents(kind.each, value))
    elif isinstance(kind, Some):
        yield from ([inner] for inner in documents(kind.each, value))


def smallest(table: Table) -> dict[str, Any]:
    """The keys that have to be there, each with its example."""
    return {key: row.example for key, row in table.keys.items() if row.default is REQUIRED}


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_schema_and_reader_agree_on_a_value_at_every_place(value: Any) -> None:
    assert [one for one in documents(FILE, value) if not agree(one)] == []


def test_both_take_and_both_refuse_many() -> None:
    answers = [reads(one) for value in VALUES for one in documents(FILE, value)]
    assert answers.count(True) > 300
    assert answers.count(False) > 3000


@cache
def sections(name: str) -> list[Any]:
    """Yield contents of a section, right and wrong."""
    return [one for value in VALUES for one in documents(FILE.keys[name].kind, value)]


@given(st.data())
def test_they_agree_on_whole_files(data: st.DataObject) -> None:
    document = {
        key: data.draw(st.sampled_from(sections(key)))
        for key in FILE.keys
        if data.draw(st.booleans())
    }
    assert agree(document)


def test_the_file_that_ships_is_that_of_the_declaration() -> None:
    assert json.loads(schemas.SHIPPED.read_text("utf-8")) == schemas.schema()


def test_it_says_what_every_key_is_for() -> None:
    def undescribed(schema: Any, at: str = "") -> Iterator[str]:
        for key, inner in schema.get("properties", {}).items():
            if "description" not in inner and "const" not in inner:
                yield f"{at}.{key}"
            yield from undescribed(inner, f"{at}.{key}")
        for inner in (schema.get("additionalProperties"), schema.get("items")):
            if isinstance(inner, dict):
                yield from undescribed(inner, f"{at}[]")

    assert list(undescribed(schemas.schema())) == []
