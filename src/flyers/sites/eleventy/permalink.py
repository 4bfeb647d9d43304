"""Permalinks of Eleventy with simple templates in them: names of data, and built-in filters."""

import datetime
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flyers.sites.latin import in_ascii

_PLACE = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")
_TYPED = re.compile(r"[-+.]?\d[\d_.:eExXobT+-]*|true|false|yes|no|on|off|null|~|", re.IGNORECASE)
"""Texts that are none in YAML without quotation marks, of which we do not know."""

_DATE = re.compile(r"date\s*:\s*(?:\"([^\"]*)\"|'([^']*)')")
_SPOKEN = frozenset("YmdyjHMS-_/%")
"""Parts of a date that are figures in any language, and what may stand between them."""


class UncertainError(Exception):
    """An address that cannot be told; its text says why, after the words "its address"."""


@dataclass(frozen=True, kw_only=True)
class TemplateValues:
    """Values for a template: ``find`` returns the data of a name, or raises UncertainError;
    ``date`` is that of the page; ``own`` are filters that the site defines itself."""

    find: Callable[[str], Any]
    date: datetime.datetime | None
    version: int
    own: frozenset[str] = frozenset()
    more: Mapping[str, str] = field(default_factory=dict)


def filled(template: str, values: TemplateValues) -> str:
    """Return a permalink with its templates filled. Raises UncertainError."""
    if "{%" in template or "{#" in template:
        raise UncertainError("has a tag in it")
    made = _PLACE.sub(lambda match: _value(match[1], values), template)
    if "{{" in made or "}}" in made:
        raise UncertainError("has a template in it that cannot be read")
    return made


def path_of(link: str) -> str:
    """Return the path from the site's root at which a permalink's page is. Raises UncertainError.

    Of a file ``index.html`` it is the folder (11ty.dev, "Permalinks")."""
    whole = f"{link}index.html" if link.endswith("/") else link
    if "?" in whole or "#" in whole or ".." in whole.split("/"):
        raise UncertainError("is no path of a page")
    path = posixpath.normpath("/" + whole.lstrip("/"))
    name = path.rpartition("/")[2]
    if name == "index.html":
        return path.removesuffix("index.html")
    if not name.endswith((".html", ".htm")):
        raise UncertainError("ends in neither a slash nor .html")
    return path


def _value(expression: str, values: TemplateValues) -> str:
    head, *filters = _split(expression)
    if head == "page.date":
        return _dated(filters, values)
    if quoted := re.fullmatch(r"\"([^\"]*)\"|'([^']*)'", head):
        found: Any = quoted[1] or quoted[2] or ""
    elif _NAME.fullmatch(head):
        found = values.more[head] if head in values.more else values.find(head)
    else:
        raise UncertainError(f"has {{{{ {expression:.40} }}}} in it")
    text = str(found) if head in values.more else _text(found, head)
    for name in filters:
        if name in values.own or name not in _FILTERS:
            raise UncertainError(f"has the filter {name!r:.40} in it, which is not known here")
        text = _FILTERS[name](text, values.version)
    if re.search(r"[&<>\"']", text):
        raise UncertainError(f"has signs in its {head}")
    return text


def _split(expression: str) -> list[str]:
    """Return the parts between the upright lines outside of quotation marks."""
    parts = re.findall(r"(?:\"[^\"]*\"|'[^']*'|[^|\"'])+", expression)
    return [part.strip() for part in parts] or [""]


def _text(found: Any, name: str) -> str:
    """Return a value as both Liquid and Nunjucks print it."""
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    if not isinstance(found, str):
        raise UncertainError(f"names {name}, which is no text")
    if _TYPED.fullmatch(found) and not re.fullmatch(r"0|[1-9]\d*", found):
        raise UncertainError(f"names {name}, whose value {found!r:.30} is no plain text")
    return found


def _dated(filters: list[str], values: TemplateValues) -> str:
    """Return the page's date, if it is the same wherever the site is built: Liquid has the hour of
    that place."""
    match = _DATE.fullmatch(filters[0]) if len(filters) == 1 and "date" not in values.own else None
    if match is None:
        raise UncertainError("has a date in a form of the site's own in it")
    form = match[1] or match[2] or ""
    if not form or not _SPOKEN.issuperset(form):
        raise UncertainError(f"has a date as {form!r:.30} in it")
    if values.date is None:
        raise UncertainError("has the page's date in it, which is not given")
    around = (values.date + datetime.timedelta(hours=hours) for hours in (-12, 0, 14))
    made = {re.sub(r"%(-?)([A-Za-z])", lambda m, d=day: _part(d, m), form) for day in around}
    if len(made) > 1:
        raise UncertainError("has a date in it that depends on where the site is built")
    return made.pop()


def _part(day: datetime.datetime, match: re.Match[str]) -> str:
    text = day.strftime(f"%{match[2]}")
    return text.lstrip("0") or "0" if match[1] else text


def _slugify(text: str, version: int) -> str:
    """Return the slug of the filter `slugify` (@sindresorhus/slugify, 1 and 2)."""
    plain = in_ascii(text.replace("&", " and "), _OWN)
    if plain is None:
        raise UncertainError(f"is a slug of {text!r:.60}, which cannot be told")
    plain = plain.lower()
    if version > 2:  # the second version of the library joins what stands behind an apostrophe
        plain = re.sub(r"([a-z\d]+)'([ts])(\s|$)", r"\1\2\3", plain)
    return re.sub(r"[^a-z\d]+", "-", plain).strip("-")


_OWN = dict(zip("äöüÄÖÜ", ("ae", "oe", "ue") * 2, strict=True)) | dict.fromkeys("‘’‚‛", "-")


def _slug(text: str, version: int) -> str:
    """Return the slug of the filter `slug` (slugify 1.6), which keeps many signs."""
    plain = in_ascii(text) if re.fullmatch(r"[A-Za-zÀ-ÖØ-öø-ÿ\d\s_.,;?-]*", text) else None
    if plain is None:
        raise UncertainError(f"is a slug of {text!r:.60}, which cannot be told")
    kept = re.sub(r"[,;?]+", "", plain).replace("-", " ")
    return re.sub(r"\s+", "-", kept.strip()).lower()


_FILTERS: Mapping[str, Callable[[str, int], str]] = {
    "slugify": _slugify,
    "slug": _slug,
    "lower": lambda text, _: text.lower(),
    "downcase": lambda text, _: text.lower(),
    "trim": lambda text, _: text.strip(),
    "strip": lambda text, _: text.strip(),
}
