"""Values as a TOML file has them, on one line."""

import datetime
import json
from collections.abc import Mapping
from typing import Any


def toml(value: Any) -> str:
    """A text, flag, number, time, list or table as TOML (1.0)."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key_of(key)} = {toml(inner)}" for key, inner in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    # The escapes of JSON are those of TOML, but for one character that JSON lets stand.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def key_of(name: str) -> str:
    """A key, in quotation marks where it has to be."""
    plain = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if plain else toml(name)
