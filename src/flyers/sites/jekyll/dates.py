"""The day of a document, in the time zone of its site.

A stamp without a zone is of UTC where YAML reads it as a time, and of the site's zone where it is a
text; the front matter no longer says which it was.
"""

import datetime
import re
import zoneinfo
from collections.abc import Iterator
from typing import Any

from flyers.core.errors import AddressError

_STAMP = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)"
    r"(?:(?:[Tt]|\s+)(\d\d?):(\d\d)(?::(\d\d)(?:\.\d*)?)?\s*(Z|UTC|[-+]\d\d?(?::?\d\d)?)?)?"
)


def dated(value: Any, form: str, zone: str, file: str) -> str:
    """Return a date of front matter or of a file's name by the site's clock, in a form of strftime.

    ``zone`` is the site's ``timezone``; without one, where the site is built decides, and a date
    counts only if it is the same in UTC. Raises AddressError.
    """
    found = {one.strftime(form) for one in _moments(value, zone, file)}
    if len(found) != 1:
        raise AddressError(
            f"{file}: its date {str(value)!r:.40} depends on the time zone; write it "
            "with its zone, like 2027-10-04 14:00 +0200, and timezone in the site's configuration, "
            "or give --url."
        )
    return found.pop()


def _moments(value: Any, zone: str, file: str) -> Iterator[datetime.datetime]:
    here = _zone(zone, file)
    stamp = _stamp(value, file)
    if isinstance(stamp, datetime.datetime) and stamp.tzinfo:
        yield stamp.astimezone(here or datetime.UTC).replace(tzinfo=None)
        if not here:
            yield stamp.replace(tzinfo=None)
        return
    if not isinstance(stamp, datetime.datetime):
        yield datetime.datetime.combine(stamp, datetime.time.min)
        return
    yield stamp
    if here and re.search(r":\d\d:\d\d", str(value)):
        yield stamp.replace(tzinfo=datetime.UTC).astimezone(here).replace(tzinfo=None)


def _zone(name: str, file: str) -> datetime.tzinfo | None:
    if not name:
        return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise AddressError(
            f"{file}: the site's timezone {name!r:.60} is not known here, so that the day of its "
            "date cannot be told; correct timezone in the site's configuration, or give --url."
        ) from None


def _stamp(value: Any, file: str) -> datetime.date:
    """Return the date as it is written: a datetime if it has a time, with its zone if it has
    one."""
    if isinstance(value, datetime.date):
        return value
    match = _STAMP.fullmatch(str(value).strip())
    try:
        if match:
            year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
            if match[4] is None:
                return datetime.date(year, month, day)
            return datetime.datetime(
                year, month, day, hour, minute, second, tzinfo=_offset(match[7])
            )
    except ValueError:
        pass
    raise AddressError(
        f"{file}: the date {str(value)!r:.40} cannot be read; write it like 2027-10-04, or give "
        "--url."
    )


def _offset(text: str | None) -> datetime.tzinfo | None:
    if not text:
        return None
    if text in ("Z", "UTC"):
        return datetime.UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    ahead = datetime.timedelta(hours=int(hours), minutes=int(minutes))
    return datetime.timezone(-ahead if text[0] == "-" else ahead)
