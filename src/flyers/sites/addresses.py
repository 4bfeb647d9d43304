"""The address of a statement's page, which goes into the QR code. It is never guessed.

In order: the address that was asked for, the statement's own, the rule of flyers.toml, the rules of
the site's generator.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from flyers.core.errors import AddressError
from flyers.sites.site import GeneratedSite, WebPage
from flyers.sites.tokens import has_tokens, path_by
from flyers.sites.web_address import checked

Basis = Literal["given", "proved", "computed"]
"""Given by a person; found in the site as it was built; or made by the site's rules alone."""

_RULE = 'or a flyers.toml with [site] address = "https://…".'
_WAYS = f"give --url, or a `url:` line with the whole address in its front matter, {_RULE}"


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site's address and the rules that flyers.toml gives.

    ``permalink`` overrides the rules of the site's generator; ``short`` is the rule of a shorter
    redirect to a page, if there is one. ``built`` is the folder of the finished site; with
    ``prove``, an address that it does not have is an error."""

    address: str
    permalink: str | None = None
    short: str | None = None
    built: Path | None = None
    prove: bool = False


@dataclass(frozen=True, kw_only=True)
class PageAddress:
    """The whole address of a page, percent-encoded. ``source`` says, for people, where it is
    from: the file of the built site, or the rule."""

    url: str
    basis: Basis
    source: str = ""


def page_address(
    page: WebPage,
    *,
    asked: str | None,
    own: str,
    site: Site | None,
    generated: GeneratedSite | None = None,
) -> PageAddress:
    """Return the address of the page. Raises AddressError with the ways to give one."""
    if asked is not None:
        return _given(checked(path_by(asked, page) if has_tokens(asked) else asked), "--url")
    if own:
        return _given(_own_address(page, own, site), "the statement")
    if site and (site.permalink or generated):
        return _computed(page, site, generated)
    if page.refused:
        raise AddressError(f"{page.refused}; mend it, or give --url, {_RULE}")
    raise AddressError(f"No address for the QR code of {page.filename!r}; {_WAYS}")


def ruled(page: WebPage, site: str, rule: str) -> str:
    """Return the address that a site's permalink rule gives a page. Raises AddressError."""
    return checked(site.rstrip("/") + "/" + path_by(rule, page).lstrip("/"))


def _given(url: str, source: str) -> PageAddress:
    return PageAddress(url=url, basis="given", source=source)


def _computed(page: WebPage, site: Site, generated: GeneratedSite | None) -> PageAddress:
    if site.permalink or generated is None:
        rule = site.permalink or ""
        return PageAddress(url=ruled(page, site.address, rule), basis="computed", source=rule)
    path = generated.path_of(page)
    url = checked(path if "://" in path else site.address.rstrip("/") + "/" + path.lstrip("/"))
    return PageAddress(url=url, basis="computed", source=generated.file.name)


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
