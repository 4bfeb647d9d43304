"""Rules of permalinks by section, and their tokens (gohugo.io, "Configure permalinks")."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flyers.core.errors import AddressError
from flyers.sites.english import DAYS, MONTHS
from flyers.sites.hugo.contentfile import ContentFile
from flyers.sites.hugo.frontmatter import PageMatter
from flyers.sites.hugo.letters import lowered, normal
from flyers.sites.hugo.releases import Release

PERMALINK = "/:sections/:slugorcontentbasename/"
"""The path of a page whose section has no rule, but for folders that are no sections."""

_TOKEN = re.compile(r":\w+(?:\[.+?\])?", re.ASCII)

_DATES: Mapping[str, Callable[[datetime.date], str]] = {
    "year": lambda day: str(day.year),
    "month": lambda day: f"{day.month:02}",
    "monthname": lambda day: MONTHS[day.month],
    "day": lambda day: f"{day.day:02}",
    "weekday": lambda day: str(day.isoweekday() % 7),
    "weekdayname": lambda day: DAYS[day.weekday()],
    "yearday": lambda day: str(day.timetuple().tm_yday),
    # Layouts of Go's package time that are a day, a month or a year.
    "2006": lambda day: f"{day.year:04}",
    "06": lambda day: f"{day.year % 100:02}",
    "01": lambda day: f"{day.month:02}",
    "1": lambda day: str(day.month),
    "Jan": lambda day: MONTHS[day.month][:3],
    "January": lambda day: MONTHS[day.month],
    "02": lambda day: f"{day.day:02}",
    "2": lambda day: str(day.day),
    "002": lambda day: f"{day.timetuple().tm_yday:03}",
    "Mon": lambda day: DAYS[day.weekday()][:3],
    "Monday": lambda day: DAYS[day.weekday()],
}


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The rules of pages by section, its name in lower case and without slashes around it. A
    section with several rules has None. ``unread`` says what is in their place, if they are no
    table."""

    by_section: Mapping[str, str | None]
    unread: str = ""

    def of(self, file: ContentFile, release: Release) -> str:
        """Return the rule for a page; empty if there is none. Raises AddressError if several may
        count."""
        if self.unread:
            raise AddressError(
                f"{self.unread}; build the site, give --url, or set "
                "[site] permalink in flyers.toml."
            )
        found = {self.by_section[key] for key in self._keys(file, release)}
        if len(found) > 1 or None in found:
            raise AddressError(
                f"Hugo has several permalink rules for {file.name!r}, and picks one of them by "
                "chance; leave one, or give --url."
            )
        return next(iter(found)) or "" if found else ""

    def _keys(self, file: ContentFile, release: Release) -> Iterator[str]:
        if not release.paths:
            # A bundle at the root is in no section, though it has a folder.
            own = normal(file.section) if release.normal else file.section
            yield from (key for key in self.by_section if key == own)
            return
        path = normal("/".join((*file.folders, file.name)))
        for key in self.by_section:
            if re.search(r"[*?{}\[\]!,]", key):
                raise AddressError(
                    f"The permalinks of Hugo's configuration have a pattern {key!r}, which flyers "
                    "does not read; build the site, or give --url."
                )
            if path == key or path.startswith(f"{key}/") or (not key and "/" not in path):
                yield key


def rules_of(permalinks: Any) -> Rules:
    """Return the rules that a table of permalinks has for pages."""
    if isinstance(permalinks, list):
        return Rules(by_section={}, unread="Hugo's permalinks are a list, which flyers cannot read")
    if not isinstance(permalinks, dict):
        return Rules(by_section={})
    rows = [(key, rule) for key, rule in permalinks.items() if isinstance(rule, str)]
    pages = permalinks.get("page")
    rows += pages.items() if isinstance(pages, dict) else ()
    rules: dict[str, str | None] = {}
    for key, rule in rows:
        section = str(key).strip(" /").lower()
        if isinstance(rule, str) and key != "_merge":
            rules[section] = rule if rules.get(section, rule) == rule else None
    return Rules(by_section=rules)


@dataclass(frozen=True, kw_only=True)
class Expansion:
    """Values of the tokens for a page. ``made`` makes a text part of an address."""

    file: ContentFile
    matter: PageMatter
    release: Release
    made: Callable[[str], str]

    def path(self, rule: str) -> str:
        """Return the path that a rule gives the page. Raises AddressError."""
        if "\\" in rule or "%" in rule:
            raise AddressError(
                f"Hugo's permalink {rule!r} has signs that its versions read differently; "
                "build the site, or give --url."
            )
        # Hugo reads the whole as a query, in which + is a blank.
        return _TOKEN.sub(lambda match: self._value(match[0][1:], rule), rule).replace("+", " ")

    def _value(self, token: str, rule: str) -> str:
        if token in _DATES:
            return _DATES[token](self.matter.date())
        if token == "section":
            return self._folder(self.file.section)
        if token == "sections":
            return "/".join(map(self._folder, self.file.sections))
        if match := re.fullmatch(r"sections\[(.+)\]", token):
            return self._cut_sections(match[1])
        if token in ("slug", "slugorfilename", "slugorcontentbasename") and (slug := self._slug()):
            return slug
        if token in ("filename", "contentbasename", "slugorfilename", "slugorcontentbasename"):
            return self._made("name", self.file.name)
        if token not in ("title", "slug"):
            raise AddressError(
                f"Hugo's permalink {rule!r} has :{token}, which flyers cannot read; "
                "build the site, or give --url."
            )
        return self._title()

    def _cut_sections(self, cut: str) -> str:
        sections = tuple(map(self._folder, self.file.sections))
        found = "/".join(_cut(sections, cut))
        # Before 0.123 a section at the root has an empty one within, unless it has a page.
        if len(sections) == 1 and found != "/".join(filter(None, _cut((*sections, ""), cut))):
            raise AddressError(
                f"Versions of Hugo differ in :sections[{cut}] of {self.matter.file}, which is in "
                "one section alone; build the site, or give --url."
            )
        return found

    def _folder(self, name: str) -> str:
        return normal(name) if self.release.normal else name

    def _slug(self) -> str:
        slug = self.matter.slug()
        return self._made("slug", slug) if slug else ""

    def _title(self) -> str:
        title = self.matter.text("title")
        if "/" in title:
            raise AddressError(
                f"{self.matter.file}: versions of Hugo make different addresses of a title with a "
                "slash; give the page a `slug:` line, or give --url."
            )
        return self._made("title", title)

    def _made(self, what: str, text: str) -> str:
        made = self.made(text)
        if not made or re.search("[#%]", made):
            raise AddressError(
                f"{self.matter.file}: Hugo makes no certain address of the {what} {text!r:.60}; "
                "give the page a `slug:` of plain letters, or give --url."
            )
        return made


def _cut(sections: Sequence[str], cut: str) -> Sequence[str]:
    """Return the sections of ``[2]``, ``[last]`` or ``[1:3]``; what is beyond them is empty."""
    last = len(sections) - 1

    def place(text: str, usual: int) -> int:
        text = text.strip()
        return usual if not text else last if text == "last" else int(text)

    low, colon, high = lowered(cut.strip()).partition(":")
    try:
        begin, end = place(low, 0), place(high, len(sections))
    except ValueError:
        raise AddressError(
            f"Hugo's permalink has :sections[{cut}], which flyers cannot read; give --url."
        ) from None
    if begin > last or begin < 0:
        return ()
    return sections[begin : min(end, len(sections))] if colon else sections[begin : begin + 1]
