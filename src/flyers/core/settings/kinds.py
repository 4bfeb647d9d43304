"""Kinds of single values: texts, flags, lengths, numbers, choices, ranges."""

import datetime
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

from flyers.core import units
from flyers.core.settings.wrong import near
from flyers.core.units import Range


@dataclass(frozen=True)
class Plain:
    """A kind of value that is no table and no list of tables."""

    words: str
    reader: Callable[[Any], Any]
    shape: dict[str, Any] = field(default_factory=dict)

    def read(self, value: Any) -> Any:
        return self.reader(value)

    def schema(self) -> dict[str, Any]:
        return dict(self.shape)


def _anything(value: object) -> object:
    return value


anything = Plain("anything", _anything)
"""A value that another declaration reads."""


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("is not a text; write one in quotation marks")
    return value


text = Plain("a text", _text, {"type": "string", "pattern": r"\S"})


def matching(pattern: str, words: str, instead: str, *, example: str = "") -> Plain:
    """Return the kind of texts that match a pattern; ``instead`` begins the advice for others."""
    compiled = re.compile(pattern)
    shown = f" like {example}" if example else ""

    def reader(value: object) -> str:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise ValueError(f"is not {words}; {instead}{shown}")
        return value

    return Plain(words, reader, {"type": "string", "pattern": f"^(?:{pattern})$"})


name_of = matching(r"[\w-]*[^\W_][\w-]*", "a name", "write one word of letters, digits and hyphens")
"""A text that can be a class in HTML and part of a file's name."""


def line(longest: int) -> Plain:
    """Return the kind of texts on one line, of at most ``longest`` characters."""

    def reader(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError("is not a text; write one in quotation marks")
        if len(value) > longest:
            raise ValueError(f"has {len(value)} letters; shorten it to {longest} at most")
        words = " ".join(value.split())
        if not words.isprintable():
            raise ValueError("has a character that cannot be printed; type it anew")
        return words

    return Plain("a text", reader, {"type": "string", "maxLength": longest})


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false; write one of them")
    return value


yes_or_no = Plain("true or false", _yes_or_no, {"type": "boolean"})


def one_of(known: Collection[str]) -> Plain:
    """Return the kind of a choice."""

    def reader(value: object) -> object:
        if not isinstance(value, str) or value not in known:
            names = ", ".join(known)
            hint = near(value, known)
            instead = hint if hint.startswith("did") else "write one of them"
            raise ValueError(f"is not one of {names}; {instead}")
        return value

    return Plain(f"one of {', '.join(known)}", reader, {"enum": list(known)})


def number(low: float, high: float) -> Plain:
    """Return the kind of numbers from ``low`` to ``high``."""

    def reader(value: Any) -> float:
        if not _is_number(value) or not low <= value <= high:
            wrong = "is out of range" if _is_number(value) else "is not a number"
            raise ValueError(f"{wrong}; write a number from {low:g} to {high:g}")
        return float(value)

    return Plain(
        f"a number from {low:g} to {high:g}",
        reader,
        {"type": "number", "minimum": low, "maximum": high},
    )


def whole(low: int, high: float) -> Plain:
    """Return the kind of whole numbers from ``low`` to ``high``."""
    bounds = f"of {low} or more" if high == inf else f"from {low} to {high:,}"

    def reader(value: Any) -> int:
        if not _is_number(value) or not low <= value <= high or value % 1:
            within = _is_number(value) and value % 1 == 0
            wrong = "is out of range" if within else "is not a whole number"
            raise ValueError(f"{wrong}; write a whole number {bounds}")
        return int(value)

    shape = {"type": "integer", "minimum": low}
    return Plain(
        f"a whole number {bounds}", reader, shape | ({"maximum": high} if high < inf else {})
    )


def span(low: float, high: float) -> Plain:
    """Return the kind of ranges, [smaller, larger], whose ends are from ``low`` to ``high``."""

    def reader(value: Any) -> Range:
        right = isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))
        if not right or not low <= value[0] <= value[1] <= high:
            raise ValueError(
                "is not a range; write the smaller, then the larger "
                f"of two numbers from {low:g} to {high:g}"
            )
        return Range(low=float(value[0]), high=float(value[1]))

    items = {"type": "number", "minimum": low, "maximum": high}
    return Plain("a range", reader, {"type": "array", "items": items, "minItems": 2, "maxItems": 2})


LENGTH = r"\s*(\d+(\.\d+)?|\.\d+)(\s*/\s*0*[1-9]\d*)?\s*(pt|in|mm|cm|px)\s*"
"""Pattern of a length."""


def distance(low: float, high: float) -> Plain:
    """Return the kind of lengths from ``low`` to ``high`` points, written with a unit unless 0."""

    def reader(value: object) -> float:
        try:
            bare = value is not False and value in (0, "0")
            points = 0.0 if bare else units.length(_text(value))
        except ValueError:
            raise ValueError('is not a length; write one like "25mm" or "12pt"') from None
        if not low <= points <= high:
            raise ValueError(f"is out of range; write a length from {low:g}pt to {high:g}pt")
        return points

    kinds = [{"const": 0}, {"type": "string", "pattern": f"^(?:{LENGTH}|0)$"}]
    return Plain("a length", reader, {"anyOf": kinds})


def _date_or_words(value: object) -> object:
    if isinstance(value, datetime.datetime | datetime.date):
        return value
    if not isinstance(value, str) or not value.strip():
        raise ValueError("is no date or time; write it like 2027-10-04T14:00:00, or in words")
    return value


date_or_words = Plain(
    "a date, a date and time, or a text", _date_or_words, {"type": "string", "pattern": r"\S"}
)


def each_once(known: Sequence[str]) -> Plain:
    """Return the kind of lists of known names; a list may be empty."""
    one = one_of(known)

    def reader(value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise ValueError(f"is not a list; write [ ], or in it some of {', '.join(known)}")
        for name in value:
            try:
                one.read(name)
            except ValueError as error:
                raise ValueError(f"has {name!r}, which {error}") from None
        return tuple(dict.fromkeys(value))

    return Plain(
        f"a list of some of {', '.join(known)}", reader, {"type": "array", "items": one.schema()}
    )


def _is_number(value: object) -> bool:
    """Return True for a number that is no boolean. NaN fails every comparison later."""
    return isinstance(value, int | float) and not isinstance(value, bool)
