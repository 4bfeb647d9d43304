"""Dates and times as people and site generators write them."""

import datetime
import re

# A month is known by its first letters, in the languages that share them.
MONTHS = {
    1: ("january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "jan"),
    2: ("february", "februar", "février", "febrero", "febbraio", "fevereiro", "februari", "feb"),
    3: ("march", "märz", "mars", "marzo", "março", "maart", "mar"),
    4: ("april", "avril", "abril", "aprile", "apr"),
    5: ("may", "mai", "mayo", "maggio", "maio", "mei"),
    6: ("june", "juni", "juin", "junio", "giugno", "junho", "jun"),
    7: ("july", "juli", "juillet", "julio", "luglio", "julho", "jul"),
    8: ("august", "août", "agosto", "augustus", "augusti", "aug"),
    9: ("september", "septembre", "septiembre", "settembre", "setembro", "sept", "sep"),
    10: ("october", "oktober", "octobre", "octubre", "ottobre", "outubro", "oct", "okt"),
    11: ("november", "novembre", "noviembre", "novembro", "nov"),
    12: ("december", "dezember", "décembre", "diciembre", "dicembre", "dezembro", "dec", "dez"),
}
NUMBER_OF_MONTH = {name: number for number, names in MONTHS.items() for name in names}
MONTH = "|".join(sorted(NUMBER_OF_MONTH, key=len, reverse=True))

# Year, month, day by name of the group; the first that is found counts.
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        r"\b(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})\b",
        r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})\b",
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s(?:de\s|of\s)?(?P<m>{MONTH})\b\.?,?"
        r"(?:\s(?:de\s)?(?P<y>\d{4})\b)?",
        rf"\b(?P<m>{MONTH})\b\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<y>\d{{4}})\b)?",
    )
)
_TIMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s?(?P<half>[ap])\.?\s?m\b",
        r"(?:\b|T)(?P<h>\d{1,2}):(?P<m>\d{2})(?!\d)",
        r"\b(?P<h>\d{1,2})(?:[.h](?P<m>\d{2}))?\s?(?:uhr|h)\b",
    )
)


def date_in(text: str) -> datetime.date | None:
    """Return the first date with a year in a text, or None."""
    for pattern in _DATES:
        match = pattern.search(text)
        if match and match["y"]:
            month = match["m"].lower()
            number = int(month) if month.isdigit() else NUMBER_OF_MONTH[month]
            try:
                return datetime.date(int(match["y"]), number, int(match["d"]))
            except ValueError:
                return None
    return None


def time_in(text: str) -> datetime.time | None:
    """Return the first time of day in a text, or None."""
    for pattern in _TIMES:
        match = pattern.search(text)
        if match:
            hour = int(match["h"])
            half = (match.groupdict().get("half") or "").lower()
            if half:
                hour = hour % 12 + (12 if half == "p" else 0)
            try:
                return datetime.time(hour, int(match["m"] or 0))
            except ValueError:
                return None
    return None


# A date as computers write it, and a time behind it: 2027-10-04, 2027-10-04T14:00.
_STAMP = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})(?!\d)(?P<time>T\d[\w:+]*|,?\s+\d{1,2}:\d+)?")


def is_false_stamp(text: str) -> bool:
    """Return True if a text begins like an ISO 8601 date or time that does not exist.

    Free words are never false, and neither are words behind a date: ``2027-10-04, all day``.
    """
    match = _STAMP.match(text.strip())
    if match is None:
        return False
    if match["time"] and match["time"].startswith("T"):
        try:
            datetime.datetime.fromisoformat(match[0])
        except ValueError:
            return True
        return False
    return date_in(match["date"]) is None or bool(match["time"] and time_in(match["time"]) is None)


def date_of(value: object) -> datetime.date | None:
    """Return the date of a front matter value: a text, a date, or a date with a time."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    return date_in(value) if isinstance(value, str) else None


def time_of(value: object) -> datetime.time | None:
    """Return the time of day of a front matter value."""
    if isinstance(value, datetime.datetime):
        return value.time().replace(tzinfo=None)
    if isinstance(value, datetime.time):
        return value.replace(tzinfo=None)
    return time_in(value) if isinstance(value, str) else None
