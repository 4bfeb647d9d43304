"""Time and place of an event, from the front matter or a page's structured data."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from flyers.core.findings import Finding
from flyers.statements.facts.structured import joined
from flyers.statements.statement import Event, noted
from flyers.statements.wording.dates import date_of, is_false_stamp, time_of
from flyers.statements.wording.plain import plain

_WHERE = ("where", "location", "place", "venue", "address")
_WHEN = ("when", "start", "starts")
_END = ("until", "end", "ends")
# `3.–5. Juni`, `June 3 to 5`, `del 3 al 5 de junio`: no single day.
_DAYS = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th|er|º)?\.?\s*(?:[-–—&+/]|bis|und|to|and|until|al?|y|au|et|à|e|a|t/m|til)"
    r"\s*(?:el\s|le\s|the\s)?\d{1,2}(?:st|nd|rd|th|er|º)?(?:\.|\b)(?!\s?(?:uhr|h|[ap]\.?m)\b)(?=.*[^\W\d_])",
    re.IGNORECASE,
)

# Names at the top level of a front matter, in sites and themes for events; without ``_``.
_TOP: dict[str, tuple[str, ...]] = {
    "date": ("eventdate", "dateofevent", "dateevent", "meetingdate"),
    "start": (
        *("start", "starts", "startdate", "datestart", "eventstart", "eventstartdate"),
        *("startsat", "startat", "begin", "begins", "dtstart", "startdatetime", "when"),
        *("beginn", "wann", "début", "debut", "quand", "inicio", "cuando", "cuándo"),
    ),
    "time": (
        *("time", "eventtime", "starttime", "timestart", "doors", "meetingtime"),
        *("uhrzeit", "zeit", "heure", "horaire", "hora"),
    ),
    "end": (
        *("end", "ends", "enddate", "dateend", "eventend", "eventenddate", "endsat", "endat"),
        *("endtime", "timeend", "until", "dtend", "enddatetime"),
        *("ende", "bis", "fin"),
    ),
    "where": (
        *("where", "location", "place", "venue", "eventlocation", "eventplace", "eventvenue"),
        *("meetingplace", "locationname", "venuename", "ort", "veranstaltungsort", "treffpunkt"),
        *("wo", "lieu", "lugar", "ubicación", "ubicacion"),
    ),
    "address": ("address", "eventaddress", "venueaddress"),
    "title": ("eventtitle", "eventname"),
}
# In a table of an event, where a date is the event's own.
_INSIDE = {**_TOP, "date": ("date", "datum", "fecha", *_TOP["date"])}
_PLACE = ("where", "address")
# Names that ``event_of`` takes for the same.
_SAME = {
    "start": _WHEN,
    "end": _END,
    "where": _WHERE,
    "title": ("title", "name"),
    "date": ("date",),
    "time": ("time",),
}
_FLAGS = frozenset({"true", "yes", "false", "no"})
_KINDS = frozenset({"event", "events", "meeting", "meetings", "termin", "termine", "veranstaltung"})


def given(values: Mapping[str, Any]) -> Any:
    """Return the event of a front matter: its ``event``, and what stands beside that.

    In a page that is an event (by ``type``, ``layout`` or category, or since it has a time and a
    place) the page's own date is the event's.
    """
    own = values.get("event")
    flat = _flat(values)
    beside = _known(flat, _TOP)
    if isinstance(own, Mapping):
        more = {**_known(_flat(beside), {"where": ("where",)}), **_known(_flat(own), _INSIDE)}
        named = {str(key).strip().lower() for key in own}
        return {**{key: one for key, one in more.items() if not named & {*_SAME[key]}}, **own}
    is_flag = str(own).lower() in _FLAGS
    # Wowchemy's `event` is the event's name, and its date the page's.
    is_name = isinstance(own, str) and "dateend" in flat and date_of(own) is None
    if own not in (None, "") and not is_flag:
        beside = {k: v for k, v in beside.items() if k not in ("start", "date") or is_name}
        beside["title" if is_name else "when"] = own
    told = beside.keys() & {"start", "date", "when"}
    timed = beside.keys() >= {"time", "where"}
    if values.get("date") and not told and (timed or is_name or _is_event(values)):
        beside["start"] = values["date"]
    return beside if beside.keys() & {"start", "date", "when", "where"} else None


def _flat(table: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).lower().replace("_", "").replace("-", ""): one for key, one in table.items()}


def _known(flat: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """Return what a table says of an event, by our own names; the words of a place are one text."""
    found: dict[str, Any] = {}
    for name, known in names.items():
        value = next((flat[key] for key in known if flat.get(key) not in (None, "", [], {})), None)
        if name in _PLACE:
            value = _place(value)
        if value is not None and not isinstance(value, Mapping | list | bool):
            found[name] = value
    parts = [_text(found.pop(name)) for name in _PLACE if name in found]
    if parts:
        found["where"] = ", ".join([parts[0], *(p for p in parts[1:] if p not in parts[0])])
    return found


def _place(value: Any) -> Any:
    if isinstance(value, Mapping):
        return joined(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return value


def _is_event(values: Mapping[str, Any]) -> bool:
    kinds = [values.get(key) for key in ("type", "layout", "category", "categories", "kind")]
    flat = [one for kind in kinds for one in (kind if isinstance(kind, list) else [kind])]
    is_told = str(values.get("event")).lower() in ("true", "yes")
    return is_told or any(str(kind).strip().lower() in _KINDS for kind in flat)


def event_of(value: Any, language: str, notes: list[Finding]) -> Event:
    """Return the event of a table, or of a text with its date and time."""
    if value in (None, ""):
        return Event()
    if not isinstance(value, dict):
        value = {"when": value}
    table = {str(key).strip().lower(): inner for key, inner in value.items()}
    for key in _WHERE:
        table[key] = _place(table.get(key))
    odd = [key for key, inner in table.items() if isinstance(inner, dict | list)]
    for key in odd:
        notes.append(noted(f"event {key}", "it is a table or a list, not text: left out"))
        del table[key]
    for key in [key for key in (*_WHEN, "date") if is_false_stamp(_text(table.get(key)))]:
        what = f"event {key} {_text(table.pop(key))!r:.60}"
        notes.append(noted(what, "no such date or time: left out", "warning"))
    moment = next((table[key] for key in _WHEN if table.get(key)), None)
    date = _day(table.get("date")) or _day(moment)
    time = time_of(table.get("time")) or time_of(moment)
    return Event(
        title=plain(_text(table.get("title") or table.get("name"))),
        when=_when(table, moment, date, time, language),
        where=plain(next((_text(table[key]) for key in _WHERE if table.get(key)), "")),
        date=date,
        time=time,
        one_day=_is_one_day(table, moment),
    )


def _day(value: Any) -> datetime.date | None:
    """Return the day of a value; None if it tells of several."""
    several = isinstance(value, str) and _DAYS.search(value)
    return None if several else date_of(value)


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
    begin = ", ".join(word for word in words if word) or plain(_text(moment))
    end = _end(table, date, language)
    return f"{begin} – {end}" if end and begin and end not in begin else begin


def _end(table: dict[str, Any], date: datetime.date | None, language: str) -> str:
    """Return the end in words, its date only if it is another day."""
    given = next((table[key] for key in _END if table.get(key)), None)
    if isinstance(given, str) and not _is_iso(given):
        return plain(given)
    day, time = date_of(given), time_of(given)
    words = [in_words(day, None, language) if day and day != date else ""]
    if time and not (day and time == datetime.time()):
        words.append(in_words(None, time, language))
    return ", ".join(filter(None, words))


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
