"""Rules of paths in Hugo's tokens, for [site], [publish] and file names."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from flyers.core.errors import AddressError
from flyers.sites.site import WebPage

PERMALINK = "/statements/:slug/"

_TOKEN = re.compile(r":([a-z]+)")


def slugify(text: str) -> str:
    """Return a text as a slug: lower-case words of any script, joined by hyphens."""
    kept = re.sub(r"[^\w\s-]", "", text.replace("’", "").lower())
    return re.sub(r"[\s_-]+", "-", kept).strip("-")


def has_tokens(rule: str) -> bool:
    """Return True if a text has the token of a slug in it."""
    return ":slug" in rule


def path_by(rule: str, page: WebPage) -> str:
    """Return the path, or address, that a rule gives a page, its values percent-encoded. Raises
    AddressError."""
    return _TOKEN.sub(lambda match: _quoted(_value(match[1], page)), rule)


def filled(rule: str, page: WebPage, own: Mapping[str, str]) -> str:
    """Return a file name by a rule of permalink tokens and further tokens in ``own``.

    Raises AddressError for an unknown token, or a date that is not there.
    """
    return _TOKEN.sub(lambda token: own.get(token[1]) or _value(token[1], page, own), rule)


def _value(name: str, page: WebPage, own: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the value of one permalink token (gohugo.io, "URL management": permalink tokens)."""
    slug = page.slug or page.name
    texts = {
        "slug": slug,
        "slugorfilename": page.slug or page.filename,
        "slugorcontentbasename": page.slug or page.filename,
        "filename": page.filename,
        "contentbasename": page.filename,
        "title": slugify(page.title),
        "section": page.section,
        "sections": page.sections,
    }
    if name == "slugortitle":
        return page.slug or _title(page)
    if name in texts:
        if ".." in texts[name].split("/"):
            raise AddressError(
                f"The {name} {texts[name]!r} of {page.filename!r} leads out of its folder; "
                "write it without the two dots."
            )
        return texts[name]
    patterns = {
        "year": "%Y",
        "month": "%m",
        "monthname": "%B",
        "day": "%d",
        "weekday": "%w",
        "weekdayname": "%A",
        "yearday": "%j",
    }
    if name not in patterns:
        known = ", ".join(f":{token}" for token in (*texts, *patterns, *own))
        raise AddressError(f"The permalink rule has :{name}; it may use {known}.")
    if page.date is None:
        raise AddressError(
            f"The permalink rule has :{name}, but {page.filename!r} has no date; "
            "add a `date:` line to its front matter."
        )
    return page.date.strftime(patterns[name]).lower()


def _title(page: WebPage) -> str:
    """Return the slug of a title as Hugo makes it, or refuse a title whose signs Hugo may keep."""
    if re.search(r"[^\w\s:;,!?’'\"“”()&–—-]|_", page.title) or not slugify(page.title):
        raise AddressError(
            f"Hugo makes the address of {page.filename!r} of its title, which has signs in it; "
            "give it a `slug:` line."
        )
    return slugify(page.title)


def _quoted(text: str) -> str:
    try:
        return quote(text, safe="-._~/%")
    except UnicodeEncodeError:  # the system gave a name of a file that is not in UTF-8
        raise AddressError(
            f"No address can be made of the name '{text}', which is not in UTF-8; "
            "rename the file, or give it a `slug:` line."
        ) from None
