"""In which line of a TOML file each key is."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flyers.campaign.lines import Keys, lines_of

FILE = '''\
# a comment with [brackets] and = signs
title = "a # in a text"   # and behind it
"quoted key" = 1

[site]                       # 5
address = "https://a.example"
text = """
[not.a.table]
a = "1"
"""
static = 'lit#eral'           # 11

[events.library-rally]
when = 2026-10-04 14:00:00    # 14
use = [
  { layout = "headline",      # 16
    format = "letter" },
  # nothing
  { layout = "event", sizes = [1,
    2] },                     # 20
]
place.name = "Town Hall"      # 22

[[rows]]
a = 1                         # 25
[[rows]]
b = [[1, 2], [3]]             # 27
[rows.inner]
c = 1.5                       # 29
'''


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("title",), 2),
        (("quoted key",), 3),
        (("site",), 5),
        (("site", "address"), 6),
        (("site", "text"), 7),
        (("site", "static"), 11),
        (("events",), 13),
        (("events", "library-rally"), 13),
        (("events", "library-rally", "when"), 14),
        (("events", "library-rally", "use", 0, "layout"), 16),
        (("events", "library-rally", "use", 0, "format"), 17),
        (("events", "library-rally", "use", 1), 19),
        (("events", "library-rally", "use", 1, "sizes", 1), 20),
        (("events", "library-rally", "place", "name"), 22),
        (("rows", 0, "a"), 25),
        (("rows", 1, "b", 1, 0), 27),
        (("rows", 1, "inner", "c"), 29),
    ],
)
def test_every_key_has_its_line(keys: Keys, line: int) -> None:
    assert lines_of(FILE)[keys] == line


def test_what_only_looks_like_a_table_is_none() -> None:
    assert ("not",) not in lines_of(FILE)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_any_end_of_line_does(ends: str) -> None:
    assert lines_of(FILE.replace("\n", ends))[("rows", 1, "inner", "c")] == 29


_NAMES = st.text("abc-_1", min_size=1, max_size=4)
_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=9)
_VALUES = st.recursive(
    st.integers(-9, 9) | st.booleans() | _TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=8,
)


def toml(value: Any) -> str:
    """A value in one line of TOML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


def keys_of(value: Any, above: Keys = ()) -> Iterator[Keys]:
    """The keys that lead to a value, and to all that is in it."""
    yield above
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from keys_of(one, (*above, key))


@given(st.lists(st.tuples(_NAMES, _VALUES), max_size=5, unique_by=lambda row: row[0]))
def test_all_that_is_in_a_line_has_that_line(rows: list[tuple[str, Any]]) -> None:
    text = "".join(f"{key} = {toml(value)}\n" for key, value in rows)
    assert tomllib.loads(text) == dict(rows)
    expected = {
        keys: line for line, (key, value) in enumerate(rows, 1) for keys in keys_of(value, (key,))
    }
    assert lines_of(text) == expected
