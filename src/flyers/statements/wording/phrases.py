"""The few phrases that the tool itself prints, in the statement's language.

A language that is not in the table is served in English.
"""

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from flyers.core.shipped import shipped


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """The phrases of one language. ``distribute`` is the website's label of the file;
    ``actual_size`` and the flips are for the person at the printer; ``code``, with an address in
    it, is read aloud by a screen reader."""

    rest: str
    online: str
    distribute: str
    scan: str
    when: str
    where: str
    code: str
    actual_size: str
    flip_long: str
    flip_short: str


_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""Scripts and regions of Chinese in traditional letters."""
_NORWEGIAN = frozenset({"no", "nn"})


@cache
def table() -> Mapping[str, Phrases]:
    """Return the rows of all languages."""
    rows = tomllib.loads((shipped("words") / "phrases.toml").read_text("utf-8"))
    return {language: Phrases(**row) for language, row in rows.items()}


def phrases(language: str) -> Phrases:
    """Return the row of a BCP 47 language tag."""
    name, *more = language.replace("_", "-").lower().split("-")
    if name == "zh" and _TRADITIONAL & set(more):
        name = "zh-hant"
    rows = table()
    return rows.get("nb" if name in _NORWEGIAN else name, rows["en"])


def _locale(language: str) -> str:
    """Return the nearest locale with dates; plain ``en`` means American English."""
    from babel import Locale, UnknownLocaleError

    tag = language.replace("-", "_")
    for name in (tag, tag.partition("_")[0]):
        try:
            return str(Locale.parse(name))
        except (UnknownLocaleError, ValueError):
            continue
    return "en"


def long_date(date: datetime.date, language: str) -> str:
    """Return a date as the language writes it, as ``March 12, 2026``."""
    from babel.dates import format_date

    return str(format_date(date, "long", locale=_locale(language)))


def weekday(date: datetime.date, language: str) -> str:
    """Return the day of the week as the language writes it, as ``Thursday``."""
    from babel.dates import format_date

    return str(format_date(date, "EEEE", locale=_locale(language)))


def month(date: datetime.date, language: str) -> str:
    """Return the month as the language writes it when it stands alone, as ``March``."""
    from babel.dates import format_date

    return str(format_date(date, "LLLL", locale=_locale(language)))


def clock(time: datetime.time, language: str) -> str:
    """Return the time as the language writes it, as ``7:00 PM`` or ``19:00``."""
    from babel.dates import format_time

    return str(format_time(time, "short", locale=_locale(language)))
