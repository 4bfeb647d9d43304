"""Structured data of an HTML page: events, articles and names by schema.org.

JSON-LD (w3.org/TR/json-ld11, embedded in ``script``) and microdata (html.spec.whatwg.org,
"Microdata") are read; what they say is used where the page itself says nothing.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from flyers.statements.body import tree
from flyers.statements.wording.enclosed import enclosed
from flyers.statements.wording.plain import plain

LARGEST = 200_000
DEEPEST = 12

_SCRIPT = re.compile(
    r"<script\b[^<>]*\btype\s*=\s*[\"']?application/ld\+json[\"']?[^<>]*>", re.IGNORECASE
)
_END_SCRIPT = re.compile(r"</script\s*>", re.IGNORECASE)
_ARTICLES = ("Article", "Posting", "WebPage", "Report")


@dataclass(frozen=True, kw_only=True)
class Structured:
    """The facts in a page's structured data. ``event`` is a table as front
    matter has it, of a page that has just one event; ``site`` is the name of the site."""

    event: Mapping[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    date: str = ""
    site: str = ""


def structured_of(text: str) -> Structured:
    """Return what the structured data of a page's source say."""
    if "schema.org" not in text:
        return Structured()
    things = [thing for data in _scripts(text) for thing in _things(data, 0)]
    if "itemtype" in text:
        things += _microdata(text)
    events = [event for thing in things if _is(thing, "Event") and (event := _event(thing))]
    articles = [thing for thing in things if any(_is(thing, kind) for kind in _ARTICLES)]
    sites = [thing for thing in things if _is(thing, "WebSite")]
    article = next(iter(articles), {})
    return Structured(
        event=events[0] if events and all(event == events[0] for event in events) else {},
        authors=tuple(dict.fromkeys(_names(article.get("author")))),
        date=_text(article.get("datePublished")),
        site=next(iter(_names([*sites, article.get("publisher")])), ""),
    )


def _scripts(text: str) -> Iterator[Any]:
    for script in enclosed(_SCRIPT, _END_SCRIPT, text):
        if len(script.inner) <= LARGEST:
            try:
                yield json.loads(script.inner)
            except (ValueError, RecursionError):
                continue


def _things(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield all objects with a type, the outer first."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _things(one, depth + 1)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "isPartOf", "about", "subjectOf"):
            yield from _things(data.get(key), depth + 1)


def _is(thing: Mapping[str, Any], kind: str) -> bool:
    types = thing.get("@type")
    return any(
        str(one).rpartition("/")[2].endswith(kind)
        for one in (types if isinstance(types, list) else [types])
    )


def _event(thing: Mapping[str, Any]) -> dict[str, str]:
    found = {
        "title": _text(thing.get("name")),
        "start": _text(thing.get("startDate")),
        "end": _text(thing.get("endDate")),
        "where": _place(thing.get("location")),
    }
    return {key: value for key, value in found.items() if value} if found["start"] else {}


def _place(value: Any) -> str:
    """Return a place and its address in words; of several the first that has any."""
    if isinstance(value, list):
        return next(filter(None, map(_place, value)), "")
    if not isinstance(value, Mapping):
        return _text(value)
    if _is(value, "VirtualLocation"):
        return _text(value.get("name"))
    return joined(value)


_PARTS = (
    *("name", "hall", "room", "address", "streetaddress", "street", "postalcode", "postcode"),
    *("zip", "addresslocality", "city", "town", "addressregion", "region", "state"),
)


def joined(table: Mapping[str, Any]) -> str:
    """Return the words of a place that is given in parts, in the order of an address."""
    parts = {str(key).lower().replace("_", ""): value for key, value in table.items()}
    found: list[str] = []
    for name in _PARTS:
        value = parts.get(name)
        text = joined(value) if isinstance(value, Mapping) else _text(value)
        if text and text not in found:
            found.append(text)
    return ", ".join(found)


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name")) if isinstance(one, Mapping) else _text(one)
        if name and not name.startswith("http"):
            yield name


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = next(iter(value), None)
    return plain(unescape(str(value))) if isinstance(value, str | int | float) else ""


def _microdata(text: str) -> list[dict[str, Any]]:
    """Return the items of a page as objects of JSON-LD would have them."""
    root = tree.document(tree.CONTROLS.sub("", text))
    above = tree.parents(root)
    items = {element: _typed(element) for element in root.iter() if "itemscope" in element.attrib}
    for element in root.iter():
        owner = above.get(element)
        while owner is not None and owner not in items:
            owner = above.get(owner)
        if owner is not None and (name := element.get("itemprop")):
            items[owner].setdefault(name, items.get(element) or _said(element))
    return [item for item in items.values() if "@type" in item]


def _typed(element: Element) -> dict[str, Any]:
    kind = element.get("itemtype", "")
    return {"@type": kind} if "schema.org" in kind else {}


def _said(element: Element) -> str:
    given = element.get("content") or element.get("datetime")
    return given or tree.text_of(element)
