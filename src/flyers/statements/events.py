"""Time and place of an event, from ``event`` in the front matter. The only import of babel here."""

import datetime
from typing import Any

from flyers.core.findings import Finding
from flyers.statements.dates import date_of, is_false_stamp, time_of
from flyers.statements.plain import plain
from flyers.statements.statement import Event, noted

_WHERE = ("where", "location", "place", "venue", "address")
_WHEN = ("when", "start", "starts")
_END = ("until", "end", "ends")


def event_of(value: Any, language: str, notes: list[Finding]) -> Event:
    """Return the event of a table, or of a text with its date and time."""
    if value in (None, ""):
        return Event()
    if not isinstance(value, dict):
        value = {"when": value}
    table = {str(key).strip().lower(): inner for key, inner in value.items()}
    odd = [key for key, inner in table.items() if isinstance(inner, dict | list)]
    for key in odd:
        notes.append(noted(f"event {key}", "it is a table or a list, not text: left out"))
        del table[key]
    for key in [key for key in (*_WHEN, "date") if is_false_stamp(_text(table.get(key)))]:
        what = f"event {key} {_text(table.pop(key))!r:.60}"
        notes.append(noted(what, "no such date or time: left out", "warning"))
    moment = next((table[key] for key in _WHEN if table.get(key)), None)
    date = date_of(table.get("date")) or date_of(moment)
    time = time_of(table.get("time")) or time_of(moment)
    return Event(
        title=plain(_text(table.get("title") or table.get("name"))),
        when=_when(table, moment, date, time, language),
        where=plain(next((_text(table[key]) for key in _WHERE if table.get(key)), "")),
        date=date,
        time=time,
        one_day=_is_one_day(table, moment),
    )


def _is_one_day(table: dict[str, Any], moment: object) -> bool:
    """Return True if only a date was given, without other words and without an end."""
    given = [value for value in (moment, table.get("date")) if value]
    dated = all(not isinstance(value, str) or _is_iso(value) for value in given)
    return bool(given) and dated and not any(table.get(key) for key in _END)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _when(
    table: dict[str, Any],
    moment: object,
    date: datetime.date | None,
    time: datetime.time | None,
    language: str,
) -> str:
    """Return the author's words, or the date and time in words."""
    if isinstance(moment, str) and not _is_iso(moment):
        return plain(moment)
    words = [in_words(date, None, language) if date else _text(table.get("date"))]
    written = table.get("time")
    if isinstance(written, str):
        words.append(plain(written))
    elif time:
        words.append(in_words(None, time, language))
    return ", ".join(word for word in words if word) or plain(_text(moment))


def _is_iso(text: str) -> bool:
    try:
        datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        return False
    return True


def in_words(date: datetime.date | None, time: datetime.time | None, language: str) -> str:
    """Return a date or time in words, as ``Saturday, 3 August 2024`` or ``7:00 PM``."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date, format_time

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    if date:
        return str(format_date(date, "full", locale=locale))
    return str(format_time(time, "short", locale=locale)).replace("\u202f", " ")
