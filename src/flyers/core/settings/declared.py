"""Declaration of a table: keys with the kinds of their values, which may be tables again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from flyers.core.settings.wrong import NoKey, Wrong, brief, near

REQUIRED = object()
"""The default of a key that has to be given."""


class ValueKind(Protocol):
    """A kind of value: one of core.settings.kinds, or a table below."""

    @property
    def words(self) -> str:
        """The kind in words: ``a text``."""

    def read(self, value: Any) -> Any:
        """Return the value in our units. Raises ValueError with the words that follow the value in
        a sentence."""

    def schema(self) -> dict[str, Any]:
        """Return the kind as JSON Schema (draft 2020-12)."""


@dataclass(frozen=True)
class Key:
    """A key of a table. ``default`` is a value as the file would have it, None for none;
    ``purpose`` is one line; ``example`` is a value that a person would write."""

    kind: ValueKind
    default: Any = REQUIRED
    purpose: str = ""
    example: Any = None


@dataclass(frozen=True)
class Table:
    """A table with these keys and no others."""

    keys: Mapping[str, Key]
    lacking: str = "add it"
    """Advice where a key is missing that has to be given."""
    words: str = "a table"

    def read(self, value: Any) -> dict[str, Any]:
        """Return the values of all keys. Raises Wrong."""
        if not isinstance(value, dict):
            raise ValueError("is not a table; write keys and values")
        for key in value:
            if key not in self.keys:
                raise NoKey(f"there is no key {key!r}; {near(key, self.keys)}", key=key)
        return {key: self._value(key, row, value) for key, row in self.keys.items()}

    def _value(self, key: str, row: Key, table: Mapping[str, Any]) -> Any:
        if key not in table:
            if row.default is REQUIRED:
                raise Wrong(f"lacks {key!r}; {self.lacking.format(key=key, example=row.example)}")
            return None if row.default is None else row.kind.read(row.default)
        try:
            return row.kind.read(table[key])
        except Wrong as wrong:
            raise wrong.below(key) from None
        except ValueError as error:
            raise Wrong(f"{key} = {brief(table[key])} {error}", key=key) from None

    def schema(self) -> dict[str, Any]:
        needed = [key for key, row in self.keys.items() if row.default is REQUIRED]
        return {
            "type": "object",
            "properties": {key: described(row) for key, row in self.keys.items()},
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }


@dataclass(frozen=True)
class Variant:
    """A table whose keys depend on the value of one of them."""

    by: Key
    name: str
    tables: Mapping[str, Table]
    words: str = "a table"

    def read(self, value: Any) -> dict[str, Any]:
        """Return the values of all keys of its variant. Raises Wrong."""
        if not isinstance(value, dict):
            raise ValueError("is not a table; write keys and values")
        asked = Table({self.name: self.by}, f"add one of {', '.join(self.tables)}").read(
            {key: inner for key, inner in value.items() if key == self.name}
        )[self.name]
        return Table({self.name: self.by, **self.tables[asked].keys}).read(value)

    def schema(self) -> dict[str, Any]:
        variants = []
        for name, table in self.tables.items():
            one = Table({self.name: self.by, **table.keys}).schema()
            one["properties"][self.name] = {"const": name}
            variants.append(one)
        return {"type": "object", "required": [self.name], "oneOf": variants}


@dataclass(frozen=True)
class Named:
    """A table whose keys are names that the user chooses."""

    each: ValueKind
    name: ValueKind
    words: str = field(default="a table of names", kw_only=True)

    def read(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ValueError("is not a table; write names and values")
        return {key: self._one(key, inner) for key, inner in value.items()}

    def _one(self, key: str, value: Any) -> Any:
        try:
            self.name.read(key)
        except ValueError as error:
            raise Wrong(f"{brief(key)} {error}", key=key) from None
        try:
            return self.each.read(value)
        except Wrong as wrong:
            raise wrong.below(key) from None
        except ValueError as error:
            raise Wrong(f"{key} = {brief(value)} {error}", key=key) from None

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": self.name.schema(),
            "additionalProperties": self.each.schema(),
        }


@dataclass(frozen=True)
class Some:
    """A list of one value or more, or of ``least`` values."""

    each: ValueKind
    least: int = field(default=1, kw_only=True)

    @property
    def words(self) -> str:
        return f"a list, each {self.each.words}"

    def read(self, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) < self.least:
            filled = " with something in it" if self.least else ""
            raise ValueError(f"is not a list{filled}; write [ ] around what belongs there")
        return tuple(self._one(number, inner) for number, inner in enumerate(value))

    def _one(self, number: int, value: Any) -> Any:
        try:
            return self.each.read(value)
        except Wrong as wrong:
            raise wrong.below(number) from None
        except ValueError as error:
            raise ValueError(f"has {brief(value)}, which {error}") from None

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.each.schema(), "minItems": self.least}


def described(row: Key) -> dict[str, Any]:
    """Return a key's kind as JSON Schema, with its purpose and its default."""
    more: dict[str, Any] = {"description": row.purpose} if row.purpose else {}
    if row.default is not REQUIRED and row.default not in (None, {}):
        more["default"] = row.default
    return {**row.kind.schema(), **more}
