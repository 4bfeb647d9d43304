"""Metadata of a statement, from front matter or from a page's head, in one form."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flyers.core.findings import Finding
from flyers.statements.facts import events, standing
from flyers.statements.facts.frontmatter import Matter
from flyers.statements.statement import noted
from flyers.statements.wording.dates import date_of
from flyers.statements.wording.language import language_tag
from flyers.statements.wording.plain import plain

# The front matter's names for one thing, the better one first.
NAMES = {
    "title": ("title",),
    "deck": ("deck", "summary", "description", "subtitle", "excerpt"),
    "date": ("date", "publishdate", "publish_date", "pubdate", "published"),
    "authors": ("authors", "author", "byline", "by", "writer"),
    "language": ("lang", "language", "locale"),
    "direction": ("dir", "direction"),
    "tags": ("tags", "topics", "categories", "keywords", "tag", "category"),
    "address": ("canonicalurl", "canonical_url", "canonical", "permalink", "url"),
}
_KINDS = {dict: "a table", list: "a list", bool: "true or false"}

WEB_ADDRESS = re.compile(r"https?://[^\s/<>\"\\]+[^\s<>\"\\]*|/(?!/)[^\s<>\"\\]*", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Metadata as the source gives it; a field that it does not give is empty."""

    title: str = ""
    deck: str = ""
    date: datetime.date | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""
    direction: str = ""
    slug: str = ""
    address: str = ""
    refused: str = ""
    """What was given for an address, and where, if none of it is one."""
    untitled: str = ""
    """The title as written, if nothing of it is left in plain words."""
    draft: bool = False
    event: Any = None
    """The event's time and place as they are given, see ``events``."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """The front matter as it is written."""
    notes: tuple[Finding, ...] = ()


def facts_of(matter: Matter) -> Facts:
    """Read the front matter; note unusable values, and raise for a title that is no text."""
    params = matter.values.get("params")
    # Hugo keeps the author's own keys in a table; the top level goes before it.
    values = {
        **({str(k).lower(): v for k, v in params.items()} if isinstance(params, dict) else {}),
        **matter.values,
    }
    notes: list[Finding] = []
    title = _first(values, "title")
    if isinstance(title, dict | list):
        raise matter.error(
            "title", f'the title is {_kind(title)}; write it as one text, as in `title: "…"`.'
        )
    language = language_tag(_text(values, "language", notes))
    words = plain(_word(title))
    address, refused = _address(values, matter, notes)
    return Facts(
        title=words,
        untitled="" if words else _word(title),
        deck=plain(_text(values, "deck", notes)),
        date=_date(values, notes),
        authors=tuple(dict.fromkeys(_authors(_first(values, "authors")))),
        tags=tuple(dict.fromkeys(_tags(values))),
        language=language,
        direction=_direction(_text(values, "direction", notes)),
        slug=_word(values.get("slug")),
        address=address,
        refused=refused,
        draft=standing.is_draft(values),
        event=events.given(values),
        values=matter.values,
        notes=tuple(notes),
    )


def _first(values: dict[str, Any], field_name: str) -> Any:
    given = (values.get(name) for name in NAMES[field_name])
    return next((value for value in given if value not in (None, "", [], {})), None)


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "not text")


def _word(value: object) -> str:
    """Return a scalar as text, and an empty text for anything else."""
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).strip()


def _text(values: dict[str, Any], field_name: str, notes: list[Finding]) -> str:
    value = _first(values, field_name)
    if isinstance(value, dict | list):
        notes.append(noted(field_name, f"it is {_kind(value)}, not text: left out"))
    return _word(value)


def _date(values: dict[str, Any], notes: list[Finding]) -> datetime.date | None:
    value = _first(values, "date")
    found = date_of(value)
    if (
        found is None
        and value is not None
        and _word(value).lower() not in standing.YES | standing.NO
    ):
        notes.append(noted(f"date {_word(value)!r:.60}", "not a date that can be read"))
    return found


def _authors(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in items:
        if isinstance(item, dict):
            item = _named(item)
        name = plain(_word(item))
        parts = name.split("; ") if isinstance(value, str) else [name]
        names.extend(_person(part) for part in parts if part)
    return names


def _named(table: Mapping[str, Any]) -> Any:
    """Return the name in a table about a person."""
    given = {str(key).lower().replace("_", ""): value for key, value in table.items()}
    for first, last in (("firstname", "lastname"), ("first", "last"), ("given", "family")):
        if given.get(first) and given.get(last):
            return f"{given[first]} {given[last]}"
    names = ("name", "displayname", "fullname", "title", "id")
    return next((given[key] for key in names if given.get(key)), None)


def _person(name: str) -> str:
    """Return an author's name as it is printed: ``dan-williams`` is only how a site files it."""
    if re.fullmatch(r"[^\W\d_A-Z]+(?:-[^\W\d_A-Z]+)+", name):
        return " ".join(part.capitalize() for part in name.split("-"))
    return name


def _tags(values: dict[str, Any]) -> list[str]:
    value = _first(values, "tags")
    if isinstance(value, str):
        value = value.split(",")
    items = value if isinstance(value, list) else [value]
    return [tag for item in items if (tag := plain(_word(item)))]


def _direction(text: str) -> str:
    return text.lower() if text.lower() in ("ltr", "rtl") else ""


def _address(values: dict[str, Any], matter: Matter, notes: list[Finding]) -> tuple[str, str]:
    """Return the first usable address, and a complaint about the first unusable one."""
    refused = ""
    for name in NAMES["address"]:
        text = _word(values.get(name))
        # Jekyll's `/:year/:title/` is a rule for addresses, not this page's address.
        if not text or re.search(r"/:\w", text):
            continue
        if WEB_ADDRESS.fullmatch(text):
            return text, ""
        # Generators read the last two by rules of their own (`url: about us`), and honour them.
        if name not in ("permalink", "url"):
            notes.append(noted(f"{name} {text!r:.80}", "not a web address or /path: ignored"))
        refused = refused or f"{matter.place(name)}: {name} {text!r:.80} is no web address or /path"
    return "", refused
