"""Reads a table of settings by a table of what it may hold.

A schema has a row for every key: what reads its value, and what counts where the
key is missing. A reader takes a value as TOML gives it, and returns it in our
units or raises ValueError with what to write instead.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from math import inf
from typing import Any

from flyers.copyfit import Range
from flyers.units import length

REQUIRED = object()

Reader = Callable[[Any], Any]


@dataclass(frozen=True)
class Key:
    """What a key may hold, and its value where it is not given."""

    reader: Reader
    default: Any = REQUIRED


def read(table: object, schema: Mapping[str, Key], where: str) -> dict[str, Any]:
    """The values of all keys of the schema. Raises ValueError, which begins with ``where``."""
    if not isinstance(table, dict):
        raise ValueError(f"{where} is not a table; write keys and values")
    for key in table.keys() - schema.keys():
        near = get_close_matches(key, schema, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"it may have {', '.join(schema)}"
        raise ValueError(f"{where}: there is no key {key!r}; {hint}")
    values = {}
    for key, row in schema.items():
        if key not in table and row.default is REQUIRED:
            raise ValueError(f"{where} lacks {key!r}; docs/layouts.md says what belongs there")
        try:
            values[key] = row.reader(table[key]) if key in table else row.default
        except ValueError as error:
            raise ValueError(f"{where}: {key} = {_brief(table[key])} {error}") from None
    return values


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) < 60 else f"{text[:57]}…"


def anything(value: object) -> object:
    """For what is read by a schema of its own."""
    return value


def text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("is not a text; write one in quotation marks")
    return value


def name_of(value: object) -> str:
    """A text that can stand as one class in HTML."""
    if not text(value).replace("-", "").replace("_", "").isalnum():
        raise ValueError("is not a name; write one word of letters, digits and hyphens")
    return text(value)


def yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false; write one of them")
    return value


def one_of(known: Collection[str]) -> Reader:
    def reader(value: object) -> object:
        if value not in known:
            raise ValueError(f"is not one of {', '.join(known)}; write one of them")
        return value

    return reader


def number(low: float, high: float) -> Reader:
    def reader(value: Any) -> float:
        if not _is_number(value) or not low <= value <= high:
            raise ValueError(f"is not right; write a number from {low:g} to {high:g}")
        return float(value)

    return reader


def whole(low: int, high: float) -> Reader:
    def reader(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            bounds = f"of {low} or more" if high == inf else f"from {low} to {high:g}"
            raise ValueError(f"is not right; write a whole number {bounds}")
        return value

    return reader


def span(low: float, high: float) -> Reader:
    """A range [smaller, larger] whose ends are numbers from ``low`` to ``high``."""

    def reader(value: Any) -> Range:
        right = isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))
        if not right or not low <= value[0] <= value[1] <= high:
            raise ValueError(
                "is not a range; write the smaller, then the larger "
                f"of two numbers from {low:g} to {high:g}"
            )
        return Range(low=float(value[0]), high=float(value[1]))

    return reader


def distance(low: float, high: float) -> Reader:
    """A length with its unit, in points, from ``low`` to ``high`` points. A bare 0 needs none."""

    def reader(value: object) -> float:
        try:
            bare = value is not False and value in (0, "0")
            points = 0.0 if bare else length(text(value))
        except ValueError:
            raise ValueError('is not a length; write one like "25mm" or "12pt"') from None
        if not low <= points <= high:
            raise ValueError(f"is not right; write a length from {low:g}pt to {high:g}pt")
        return points

    return reader


def some(reader: Reader) -> Reader:
    """A list of one thing or more."""

    def all_of(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or not value:
            raise ValueError(
                "is not a list with something in it; write [ ] around what belongs there"
            )
        return tuple(map(reader, value))

    return all_of


def named(reader: Reader, check_name: Reader = name_of) -> Reader:
    """A table whose keys are free, each a name."""

    def all_of(value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError("is not a table; write names and values")
        return {check_name(key): reader(part) for key, part in value.items()}

    return all_of


def _is_number(value: object) -> bool:
    """A boolean is none, though Python counts with it; NaN is sorted out by any comparison."""
    return isinstance(value, int | float) and not isinstance(value, bool)
