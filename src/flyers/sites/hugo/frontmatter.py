"""A page's own slug, url, title and date (gohugo.io, "Front matter")."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flyers.core.errors import AddressError
from flyers.sites.scalars import text_of

# All forms that each version of Hugo reads alike; a zone does not move the day.
_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[-+]\d\d:?\d\d)?"
    r"| (\d\d):(\d\d):(\d\d)(?:\.\d+)?(?: ?[-+]\d\d:?\d\d|Z)?)?"
)
_ORDER = {
    "date": ("date", "publishdate", "lastmod"),
    "lastmod": (":git", "lastmod", "date", "publishdate"),
    "publishdate": ("publishdate", "date"),
    "expirydate": ("expirydate",),
}
_ALSO = {
    "lastmod": ("modified",),
    "publishdate": ("pubdate", "published"),
    "expirydate": ("unpublishdate",),
}
_GIT = (":git", ":gitauthordate")


@dataclass(frozen=True, kw_only=True)
class DateSources:
    """Sources of a site's dates (gohugo.io, "Configure front matter"): the keys of each kind of
    date, in order. ``git`` if the site asks git."""

    keys: Mapping[str, tuple[str, ...]]
    git: bool = False

    @property
    def named(self) -> bool:
        """True if the name of a file may give it a date, and a slug."""
        return any(":filename" in keys for keys in self.keys.values())


def date_sources(table: Mapping[str, Any]) -> DateSources:
    """Return where a site takes dates from."""
    rows = table.get("frontmatter")
    rows = rows if isinstance(rows, dict) else {}
    keys = {}
    for kind, usual in _ORDER.items():
        own = rows.get(kind, list(usual))
        own = [own] if isinstance(own, str) else own if isinstance(own, list) else list(usual)
        keys[kind] = tuple(_expanded([str(key).lower() for key in own], usual))
    return DateSources(keys=keys, git=table.get("enablegitinfo") is True)


def _expanded(keys: list[str], usual: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        for one in usual if key == ":default" else (key,):
            yield one
            yield from _ALSO.get(one, ())


@dataclass(frozen=True, kw_only=True)
class PageMatter:
    """A page's front matter, for its address. ``file`` is its file for messages, ``basename`` its
    file's name without suffix and language, or that of its bundle."""

    file: str
    values: Mapping[str, Any]
    basename: str
    sources: DateSources

    def text(self, key: str) -> str:
        """Return the text of a key, empty if it has none. Raises AddressError if YAML may have made
        another value of it."""
        text = text_of(self.values.get(key))
        if text is None:
            raise AddressError(
                f"{self.file}: the {key} {str(self.values[key])!r:.60} may be read as something "
                "else than a text; write it in other letters, or give --url."
            )
        return text

    def slug(self) -> str:
        """Return the slug, without hyphens around it; that of a dated file's name counts if dates
        are taken from names."""
        if "slug" in self.values or not self.sources.named:
            return self.text("slug").strip("-")
        slug = ""
        for kind in ("date", "lastmod", "publishdate", "expirydate"):
            if self._found(kind) == ":filename":
                slug = self.basename[10:].strip(" -_")
        return slug

    def date(self) -> datetime.date:
        """Return the date, of the day that is written. Raises AddressError if there is none."""
        key = self._found("date")
        if key == ":filename":
            return _day(self.basename[:10])  # type: ignore[return-value]
        if not key:
            raise AddressError(
                f"The permalink rule has a date, but {self.file} has none; "
                "add a `date:` line to its front matter, or give --url."
            )
        value = self.values[key]
        day = value if isinstance(value, datetime.date) else _day(str(value).strip())
        if day is None:
            raise AddressError(
                f"{self.file}: not all versions of Hugo can read the {key} {str(value)!r:.40}; "
                "write it like 2027-10-04, or give --url."
            )
        return day

    def _found(self, kind: str) -> str:
        """Return the source that gives the page a kind of date; empty if none does."""
        for key in self.sources.keys[kind]:
            if key == ":filename":
                if re.match(r"\d{4}-\d\d-\d\d.\d\d-\d\d-\d\d", self.basename):
                    raise AddressError(
                        f"{self.file} has a time in its name, which only newer versions of Hugo "
                        "read; give --url, or give the page a `slug:` and a `date:` line."
                    )
                if _day(self.basename[:10]):
                    return key
            elif key == ":filemodtime" or (key in _GIT and self.sources.git):
                if kind == "date" or ":filename" in self.sources.keys[kind]:
                    raise AddressError(
                        f"Hugo takes the date of {self.file} from {key}, which flyers cannot know; "
                        "build the site, or give --url."
                    )
            elif self.values.get(key) not in (None, ""):
                return key
        return ""


def _day(text: str) -> datetime.date | None:
    """Return the day of a stamp; None if it is none, or has a time that there is not."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, day, *clock = (int(part or 0) for part in match.groups())
    hour, minute, second = (one or two for one, two in zip(clock[:3], clock[3:], strict=True))
    try:
        return datetime.datetime(year, month, day, hour, minute, second).date()
    except ValueError:
        return None
