"""Texts of front matter, where YAML may have made another value of what is written."""

import datetime
import re
from typing import Any

# YAML 1.1, "Language-Independent Types": what is a number, a truth value, nothing or a date when
# it stands without quotation marks. Whole numbers stay what they look like.
_OTHER = re.compile(
    r"[-+]?0\d+|[-+]?\d[\d_]*_[\d_]*|\+\d+|[-+]?(\d[\d_]*)?\.\d*([eE][-+]?\d+)?|[-+]?\d+[eE][-+]?\d+"
    r"|[-+]?0[xob][\da-fA-F_]+|[-+]?\d+(:[0-5]?\d)+(\.\d*)?|[-+]?\.(inf|nan)"
    r"|\d{4}-\d\d?-\d\d?([Tt ].*)?|true|false|yes|no|on|off|y|n|null|~",
    re.IGNORECASE,
)


def listed(value: Any) -> list[Any]:
    """Return a list as it is, nothing for nothing, and any other value as a list of one."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def text_of(value: Any) -> str | None:
    """Return the text that a generator reads, empty for nothing; None if it cannot be told.

    ``007`` is a text in quotation marks, and else the number 7: the front matter no longer says.
    """
    if value is None:
        return ""
    if isinstance(value, bool | float | list | dict | datetime.date | datetime.time):
        return None
    text = str(value)
    return None if _OTHER.fullmatch(text.strip()) else text
