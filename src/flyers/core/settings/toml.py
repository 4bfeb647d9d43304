"""Values written as TOML, on one line."""

import datetime
import json
from collections.abc import Mapping
from typing import Any


def toml(value: Any) -> str:
    """Return a text, flag, number, time, list or table as TOML (1.0)."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key_of(key)} = {toml(inner)}" for key, inner in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    # JSON escapes as TOML does, except for U+007F, which JSON does not escape.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def key_of(name: str) -> str:
    """Return a key, in quotation marks if it needs them."""
    plain = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if plain else toml(name)
