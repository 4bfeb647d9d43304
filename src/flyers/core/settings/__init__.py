"""Declared tables of settings: of each key the kind of its value, its default, its purpose.

From a declaration follow the reading of a file, with errors that name the nearest
key; its JSON Schema; and its documentation. A kind takes a value as TOML gives it,
and returns it in our units or raises ValueError with the end of a sentence: what
is wrong with the value, and what to write instead.
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
