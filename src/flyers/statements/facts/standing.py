"""Publication status of a statement, from its front matter, for any site generator."""

import datetime
from collections.abc import Mapping
from typing import Any

from flyers.statements.wording.dates import date_of

YES = frozenset({"true", "yes", "on", "1"})
NO = frozenset({"false", "no", "off", "0"})

_FROM = ("publishdate", "publish_date", "date")
_UNTIL = ("expirydate", "expiry_date")


def is_draft(values: Mapping[str, Any]) -> bool:
    """Return True for a draft: ``draft`` (Hugo), ``published: false`` (Jekyll), ``status: draft``
    (Pelican)."""
    return (
        _word(values, "draft") in YES
        or _word(values, "published") in NO
        or _word(values, "status") in ("draft", "hidden", "skip")
    )


def withheld(values: Mapping[str, Any], today: datetime.date) -> str:
    """Return why a statement with this front matter is not on the site; empty if it is."""
    if is_draft(values):
        return "it is a draft"
    begins = next((date for key in _FROM if (date := date_of(values.get(key)))), None)
    if begins and begins > today:
        return f"its date, {begins.isoformat()}, is to come"
    ends = next((date for key in _UNTIL if (date := date_of(values.get(key)))), None)
    if ends and ends <= today:
        return f"it expired on {ends.isoformat()}"
    return ""


def _word(values: Mapping[str, Any], key: str) -> str:
    return str(values.get(key, "")).strip().lower()
