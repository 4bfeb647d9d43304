"""The address of a statement's page, which goes into the QR code. It is never guessed.

In order: the address that was asked for, the statement's own, the site's rule.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote, unquote, urlsplit

from flyers.core.errors import AddressError

PERMALINK = "/statements/:slug/"
LONGEST = 500
"""Characters; beyond it a code is too dense for a flyer."""

_TOKEN = re.compile(r":([a-z]+)")

_RULE = 'or a flyers.toml with [site] address = "https://…".'
_WAYS = f"give --url, or a `url:` line with the whole address in its front matter, {_RULE}"

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)  # RFC 1123, 2.1
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site's address and permalink rules, from flyers.toml or the site's own configuration.

    ``rules`` holds the rules of sections that have their own, by section; ``permalink`` is the rule
    of all others; ``short`` is the rule of a shorter redirect to a page, if there is one."""

    address: str
    permalink: str = PERMALINK
    rules: Mapping[str, str] = field(default_factory=dict)
    short: str | None = None


@dataclass(frozen=True, kw_only=True)
class WebPage:
    """The facts of a page that a permalink rule may use."""

    name: str
    """The file name without date and suffix."""
    filename: str
    title: str
    slug: str
    date: datetime.date | None
    section: str = ""
    """The first folder below the site's content folder."""
    sections: str = ""
    """All folders on the way there, as a path."""
    refused: str = ""
    """What the statement gives for its address, and where, if that is none."""


def slugify(text: str) -> str:
    """Return a text as a slug: lower-case words of any script, joined by hyphens."""
    kept = re.sub(r"[^\w\s-]", "", text.replace("’", "").lower())
    return re.sub(r"[\s_-]+", "-", kept).strip("-")


def page_address(page: WebPage, *, asked: str | None, own: str, site: Site | None) -> str:
    """Return the full address of the page, percent-encoded.

    Raises AddressError with the ways to give one.
    """
    if asked is not None:
        return checked(_TOKEN.sub(lambda m: _token(m, page), asked) if ":slug" in asked else asked)
    if own:
        return _own_address(page, own, site)
    if site:
        return ruled(page, site.address, site.rules.get(page.section.lower(), site.permalink))
    if page.refused:
        raise AddressError(f"{page.refused}; mend it, or give --url, {_RULE}")
    raise AddressError(f"No address for the QR code of {page.filename!r}; {_WAYS}")


def ruled(page: WebPage, site: str, rule: str) -> str:
    """Return the address that a site's permalink rule gives a page. Raises AddressError."""
    path = _TOKEN.sub(lambda m: _token(m, page), rule)
    return checked(site.rstrip("/") + "/" + path.lstrip("/"))


def _own_address(page: WebPage, own: str, site: Site | None) -> str:
    """Return the address in the front matter: a whole one, or a path from the site's root."""
    if own.startswith("/"):
        if site is None:
            raise AddressError(
                f"The address of {page.filename!r} is only the path {own!r}; {_WAYS}"
            )
        own = site.address.rstrip("/") + own
    try:
        return checked(own)
    except AddressError as error:
        raise AddressError(f"The address that {page.filename!r} gives: {error}") from None


def filled(rule: str, page: WebPage, own: Mapping[str, str]) -> str:
    """Return a file name by a rule of permalink tokens and further tokens in ``own``.

    Raises AddressError for an unknown token, or a date that is not there.
    """
    return _TOKEN.sub(lambda token: own.get(token[1]) or _value(token[1], page, own), rule)


def _token(match: re.Match[str], page: WebPage) -> str:
    return _quoted(_value(match[1], page))


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


def checked(address: str) -> str:
    """Return the address as it goes into the code. Raises AddressError, which names the fault."""
    address = address.strip()
    for is_wrong, what in _FAULTS:
        if is_wrong(address):
            raise AddressError(f"{address!r} {what}.")
    why = ""
    try:
        host = urlsplit(address).hostname or ""
        if not host.isascii():  # RFC 3490: phones look a host up by its ASCII form
            address = address.replace(host, host.encode("idna").decode("ascii"), 1)
        address = quote(address, safe="%/:=&?~#+!$,;'@()*[]-._")
        parts = urlsplit(address)
        _ = parts.port  # a ValueError beyond 65535
    except UnicodeError:
        parts = urlsplit("")
    except ValueError as error:
        parts, why = urlsplit(""), f" ({error})"
    # A stranger before an @ looks like the host and is not.
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _is_host(parts.hostname):
        raise AddressError(
            f"{address!r} is not a web address{why}; write it whole, like https://example.org/page/."
        )
    if len(address) > LONGEST:
        raise AddressError(
            f"The address has {len(address)} characters, and a QR code that dense does not scan; "
            f"use one under {LONGEST}, such as a redirect on your own site."
        )
    return address


def _is_host(name: str | None) -> bool:
    """Return True for a host name with a dot, or an IPv4 address."""
    labels = (name or "").removesuffix(".").split(".")
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels))


def _has_control(address: str) -> bool:
    return bool(_CONTROL.search(unquote(address)))


def _has_space(address: str) -> bool:
    return any(map(str.isspace, address))


def _climbs(address: str) -> bool:
    path = unquote(re.split("[?#]", address)[0])
    return ".." in path.split("/")[3:]


_FAULTS = (
    (_has_control, "has a control character in it; copy it again from the browser"),
    (_has_space, "has a space in it; write the address alone, and %20 for a space of its own"),
    (_climbs, "has .. in its path; write the path that it leads to"),
)


def in_words(address: str) -> str:
    """Return the address as it is printed: no scheme, www or last slash, in readable letters."""
    text = re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
    # Letters that cannot be seen, or that turn the reading direction, stay in figures.
    return plain if (plain := unquote(text)).isprintable() else text


def host(address: str) -> str:
    """Return the host as a flyer shows it, without www."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
