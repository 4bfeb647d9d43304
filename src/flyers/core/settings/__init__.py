"""Tables of settings, declared: what each key holds, what counts without it, what it is for.

From a declaration come the reading of a file, with errors that name the nearest
key; its JSON Schema; and what is said of it in words. A kind takes a value as
TOML gives it, and returns it in our units or raises ValueError with what to
write instead.
"""

from flyers.core.settings.declared import REQUIRED, Key, Named, Some, Table, ValueKind, Variant
from flyers.core.settings.kinds import (
    LENGTH,
    Plain,
    anything,
    date_or_words,
    distance,
    each_once,
    line,
    matching,
    name_of,
    number,
    one_of,
    span,
    text,
    whole,
    yes_or_no,
)
from flyers.core.settings.wrong import Wrong

__all__ = [
    "LENGTH",
    "REQUIRED",
    "Key",
    "Named",
    "Plain",
    "Some",
    "Table",
    "ValueKind",
    "Variant",
    "Wrong",
    "anything",
    "date_or_words",
    "distance",
    "each_once",
    "line",
    "matching",
    "name_of",
    "number",
    "one_of",
    "span",
    "text",
    "whole",
    "yes_or_no",
]
