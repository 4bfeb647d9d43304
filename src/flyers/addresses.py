"""Where a statement's page is: the address in the QR code. Never guessed.

In order: the address that was asked for, the statement's own, the site's rule.
"""

import datetime
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from flyers.errors import AddressError

PERMALINK = "/statements/:slug/"
LONGEST = 500
"""Characters; beyond it a code is too dense for a flyer."""

_TOKEN = re.compile(r":([a-z]+)")


@dataclass(frozen=True, kw_only=True)
class Site:
    """What flyers.toml (or Hugo's own configuration) says of the site."""

    address: str
    permalink: str = PERMALINK


@dataclass(frozen=True, kw_only=True)
class Page:
    """What an address rule may draw on."""

    name: str
    """The file name without date and suffix."""
    filename: str
    title: str
    slug: str
    date: datetime.date | None
    section: str = ""


def slugify(text: str) -> str:
    """Lower-case words joined by hyphens, as site generators make them; letters of any script."""
    kept = re.sub(r"[^\w\s-]", "", text.replace("’", "").lower())
    return re.sub(r"[\s_-]+", "-", kept).strip("-")


def page_address(page: Page, *, asked: str | None, own: str, site: Site | None) -> str:
    """The full address of the page, percent-encoded.

    Raises AddressError with the ways to give one.
    """
    if asked:
        return checked(_TOKEN.sub(lambda m: _token(m, page), asked) if ":slug" in asked else asked)
    if own.startswith("/") and site:
        return checked(site.address.rstrip("/") + own)
    if own and not own.startswith("/"):
        return checked(own)
    if site:
        path = _TOKEN.sub(lambda m: _token(m, page), site.permalink)
        return checked(site.address.rstrip("/") + "/" + path.lstrip("/"))
    raise AddressError(
        f"No address for the QR code of {page.filename!r}; give --url, or a `url:` line in its "
        'front matter, or a flyers.toml with [site] address = "https://…".'
    )


def _token(match: re.Match[str], page: Page) -> str:
    """One permalink token (gohugo.io, "URL management": permalink tokens)."""
    name = match[1]
    slug = page.slug or page.name
    texts = {
        "slug": slug,
        "slugorfilename": slug,
        "slugorcontentbasename": slug,
        "filename": page.filename,
        "contentbasename": page.filename,
        "title": slugify(page.title),
        "section": page.section,
        "sections": page.section,
    }
    if name in texts:
        return quote(texts[name], safe="-._~/%")
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
        known = ", ".join(f":{token}" for token in (*texts, *patterns))
        raise AddressError(f"The permalink rule has :{name}; it may use {known}.")
    if page.date is None:
        raise AddressError(
            f"The permalink rule has :{name}, but {page.filename!r} has no date; "
            "add a `date:` line to its front matter."
        )
    return page.date.strftime(patterns[name]).lower()


def checked(address: str) -> str:
    """The address as it goes into the code, or an AddressError that says what is wrong with it."""
    address = address.strip()
    try:
        host = urlsplit(address).hostname or ""
        if not host.isascii():  # RFC 3490: phones look a host up by its ASCII form
            address = address.replace(host, host.encode("idna").decode("ascii"), 1)
        address = quote(address, safe="%/:=&?~#+!$,;'@()*[]-._")
        parts = urlsplit(address)
    except ValueError:  # UnicodeError is one too
        host, parts = "", urlsplit("")
    stranger = "@" in parts.netloc  # what stands before it looks like the host and is not
    if parts.scheme not in ("http", "https") or "." not in host.strip(".") or stranger:
        raise AddressError(
            f"{address!r} is not a web address; write it whole, like https://example.org/page/."
        )
    if len(address) > LONGEST:
        raise AddressError(
            f"The address has {len(address)} characters, and a QR code that dense does not scan; "
            f"use one under {LONGEST}, such as a redirect on your own site."
        )
    return address


def in_words(address: str) -> str:
    """The address as it is printed: without scheme, www and the last slash, in readable letters."""
    from urllib.parse import unquote

    text = re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
    # Letters that cannot be seen, or that turn the reading direction, stay in figures.
    return plain if (plain := unquote(text)).isprintable() else text


def host(address: str) -> str:
    """Whose page it is, as a flyer shows it."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
