"""An event for people's calendars: iCalendar (RFC 5545)."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from flyers.core.errors import OptionError

Moment = datetime.datetime | datetime.date

LONGEST_LINE = 75
"""Octets, without the line break (3.1)."""


@dataclass(frozen=True, kw_only=True)
class CalendarEvent:
    """One event. ``stamp`` is the day of the statement and never today, so that the same statement
    makes the same file on every day."""

    name: str
    title: str
    where: str
    begins: Moment
    ends: Moment | None
    stamp: datetime.date
    address: str


def moment(value: Moment | str | None) -> Moment | None:
    """Return a day, or a day and time; None for words, which no calendar understands."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    try:
        if len(text) == len("2027-10-04"):
            return datetime.date.fromisoformat(text)
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None


def last_day(*moments: Moment | str | None) -> datetime.date | None:
    """Return the day of the first moment that a calendar understands. Give an event's end before
    its beginning."""
    for at in filter(None, map(moment, moments)):
        return at.date() if isinstance(at, datetime.datetime) else at
    return None


def calendar(entry: CalendarEvent) -> bytes:
    """Return the file. Raises OptionError for an event that ends before it begins."""
    return "".join(f"{folded(line)}\r\n" for line in _lines(entry)).encode()


def _lines(entry: CalendarEvent) -> Iterator[str]:
    host = re.sub(r"^[a-z]+://([^/]+).*", r"\1", entry.address)
    unique = sha256(f"{entry.name}\n{entry.address}".encode()).hexdigest()[:32]
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//flyers//EN", "METHOD:PUBLISH")
    yield from ("BEGIN:VEVENT", f"UID:{unique}@{host}")
    yield f"DTSTAMP:{entry.stamp:%Y%m%d}T000000Z"
    yield f"DTSTART{_value(entry.begins)}"
    if entry.ends is not None:
        yield f"DTEND{_value(_end(entry, entry.ends))}"
    yield f"SUMMARY:{escaped(entry.title)}"
    if entry.where:
        yield f"LOCATION:{escaped(entry.where)}"
    yield f"URL:{entry.address}"
    yield from ("END:VEVENT", "END:VCALENDAR")


def _end(entry: CalendarEvent, ends: Moment) -> Moment:
    """Return the end: that of a whole day is the next day (3.6.1)."""
    begins = entry.begins
    try:
        is_right = type(ends) is type(begins) and ends >= begins
    except TypeError:  # one of them has a time zone
        is_right = False
    if not is_right:
        raise OptionError(
            f"The event {entry.name} ends at {ends}, but begins at {begins}; give `until` like "
            "`when`, and not before it."
        )
    return ends if isinstance(ends, datetime.datetime) else ends + datetime.timedelta(days=1)


def _value(at: Moment) -> str:
    """Return a date, a time by the clock of the place, or one in UTC if it has a zone (3.3.5)."""
    if not isinstance(at, datetime.datetime):
        return f";VALUE=DATE:{at:%Y%m%d}"
    if at.tzinfo is None:
        return f":{at:%Y%m%dT%H%M%S}"
    return f":{at.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Return a text as a value: without control characters, separators escaped (3.3.11)."""
    plain = "".join(c for c in " ".join(text.split()) if c.isprintable())
    return re.sub(r"([\\;,])", r"\\\1", plain)


def folded(line: str) -> str:
    """Return a long line in several, never broken within a character (3.1)."""
    parts, room = [""], LONGEST_LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append("")
            room = LONGEST_LINE - 1
        parts[-1] += letter
        room -= size
    return "\r\n ".join(parts)
