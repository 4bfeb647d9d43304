"""The address of a statement's page, which goes into the QR code. It is never guessed.

An address is given, proved or computed. Given is the one that was asked for, or that the statement
has. Else a rule computes one: that of ``--url``, that of flyers.toml for the folders that it is
for, or those of the site's generator. Where the built site is there, it proves the address, or the
address is refused: a rule of the generator's gives way to the place where the site has the page.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from flyers.core.errors import AddressError
from flyers.core.files import from_here
from flyers.core.terminal import LONGEST
from flyers.sites.built.folder import BuiltSite, built_site
from flyers.sites.built.proof import Prover
from flyers.sites.site import GeneratedSite, Site, WebPage
from flyers.sites.tokens import has_tokens, path_by
from flyers.sites.web_address import checked

Basis = Literal["given", "proved", "computed"]
"""Given by a person; found in the site as it was built; or made by rules alone."""

_RULE = "or a flyers.toml with address and permalink in [site]."
_WAYS = f"give --url, or a `url:` line with the whole address in its front matter, {_RULE}"


@dataclass(frozen=True, kw_only=True)
class PageAddress:
    """The whole address of a page, percent-encoded. ``source`` says, for people, where it is
    from: the file of the built site, or the rule. ``doubt`` is what makes it look wrong all the
    same. ``seen`` are files and folders of the built site whose change may change it."""

    url: str
    basis: Basis
    source: str = ""
    doubt: str = ""
    seen: tuple[Path, ...] = ()

    @property
    def words(self) -> str:
        """The basis and the source, for people."""
        return f"{self.basis} by {self.source}"


@dataclass(frozen=True, kw_only=True)
class _Ruled:
    """The answer of the rules: a whole address, or the lack of one. One that is ``fixed`` a person
    wrote, so that it does not give way to the built site."""

    url: str = ""
    source: str = ""
    basis: Basis = "computed"
    fixed: bool = False
    lack: AddressError | None = None


def page_address(
    page: WebPage,
    *,
    asked: str | None,
    own: str,
    site: Site | None,
    generated: GeneratedSite | None = None,
    told: str | None = None,
) -> PageAddress:
    """Return the address of the page. Raises AddressError with the ways to give one.

    ``own`` is the address in the front matter, or a page's canonical one; ``told`` is what the
    generator itself answered, empty for a page that it does not have.
    """
    built = built_for(site)
    itself = bool(built and page.path and page.path.is_relative_to(built.folder))
    if asked is not None and not has_tokens(asked):
        return _given(checked(asked), "--url", site, built)
    if asked is None and own and not own.startswith("/") and not itself:
        return _given(_own_address(page, own), "the statement", site, built)
    rules = _by_rules(page, asked, own, site, generated)
    if told is not None and asked is None:
        return _told(page, told, rules, site, generated)
    apart = bool(generated and generated.has_hosts)
    if site is None or built is None or apart or not (rules.lack or _is_on(rules.url, site)):
        return _unproved(page, rules, site)
    return _proved(page, rules, site, built)


def short_address(page: WebPage, site: Site, rule: str) -> PageAddress:
    """Return the shorter address that a rule gives a page. Raises AddressError."""
    url = ruled(page, site.address, rule)
    built = built_for(site)
    stub = built and built.stub(_path(url, site))
    if built and stub:
        return PageAddress(url=url, basis="proved", source=_named(stub), seen=(stub,))
    return _unproved(page, _Ruled(url=url, source="[site] short"), site)


def ruled(page: WebPage, site: str, rule: str) -> str:
    """Return the address that a site's permalink rule gives a page. Raises AddressError."""
    return checked(_joined(site, path_by(rule, page)))


def built_for(site: Site | None) -> BuiltSite | None:
    """Return the built site: the first folder that has pages; None if there is none."""
    found = map(built_site, site.built if site else ())
    return next(filter(None, found), None)


def _by_rules(
    page: WebPage,
    asked: str | None,
    own: str,
    site: Site | None,
    generated: GeneratedSite | None,
) -> _Ruled:
    """Return what the first rule says that is for the page."""
    try:
        if asked is not None:
            url = checked(path_by(asked, page))
            return _Ruled(url=url, source="the rule of --url", fixed=True)
        theirs = generated if generated and page.path and generated.content_of(page.path) else None
        if own.startswith("/") and not (theirs and _is_the_generators(own, page)):
            url = _own_address(page, own, site)
            return _Ruled(url=url, source="the statement", basis="given", fixed=True)
        if site is None:
            raise AddressError(_lack(page))
        if site.permalink and site.is_for(page):
            if page.refused:
                raise AddressError(_lack(page))
            url = ruled(page, site.address, site.permalink)
            return _Ruled(url=url, source="[site] permalink", fixed=True)
        if theirs:
            path = theirs.path_of(page)
            url = checked(path if "://" in path else _joined(site.address, path))
            return _Ruled(url=url, source=theirs.file.name)
        if site.usual and site.is_for(page) and not page.refused:
            url = ruled(page, site.address, site.usual)
            return _Ruled(url=url, source=f"flyers' usual rule {site.usual}")
        raise AddressError(_lack(page, site, ruled=bool(site.permalink or generated)))
    except AddressError as lack:
        return _Ruled(lack=lack)


def _is_the_generators(own: str, page: WebPage) -> bool:
    """Return True if a path is from a key that generators have rules for."""
    return own in (page.values.get("permalink"), page.values.get("url"))


def _lack(page: WebPage, site: Site | None = None, *, ruled: bool = False) -> str:
    """Return why there is no rule for the page, though the site may be ``ruled``, and what to
    do."""
    if page.refused:
        return f"{page.refused}; mend it, or give --url, {_RULE}"
    if site and page.path and ruled and site.contents:
        folder = from_here(site.contents[0])
        return (
            f"No address for the QR code of {page.called!r}: it is not in {folder}, where the site "
            "has its pages; give --url, or correct content in [site]."
        )
    if site and page.path:
        return (
            f"No address for the QR code of {page.called!r}: flyers.toml does not say where the "
            'site has its pages; give --url, or add permalink = "/:slug/" to [site].'
        )
    return f"No address for the QR code of {page.called!r}; {_WAYS}"


def _given(url: str, source: str, site: Site | None, built: BuiltSite | None) -> PageAddress:
    """Return an address that a person wrote, with what does not fit the site."""
    doubt = ""
    if site and _is_on(url, site):
        path = _path(url, site)
        if built and not built.has(path):
            doubt = f"the site built in {_named(built.folder)} has no page at {path:.80}"
    elif site and source != "--url":
        doubt = f"the statement has an address that is not on {site.address}: {url:.120}"
    return PageAddress(url=url, basis="given", source=source, doubt=doubt)


def _unproved(page: WebPage, rules: _Ruled, site: Site | None) -> PageAddress:
    """Return what the rules say. Raises AddressError where that does not do."""
    if rules.lack:
        raise rules.lack
    if site and site.prove and rules.basis == "computed":
        raise AddressError(
            f"The address of {page.called!r} is only computed, by {rules.source}, and prove = true "
            "in [site] asks for a proof; build the site, or give --url."
        )
    seen = site.built if site else ()
    return PageAddress(url=rules.url, basis=rules.basis, source=rules.source, seen=seen)


def _proved(page: WebPage, rules: _Ruled, site: Site, built: BuiltSite) -> PageAddress:
    """Return the address at which the built site has the page. Raises AddressError."""
    path = None if rules.lack else _path(rules.url, site)
    try:
        proof = Prover(built, site.address, page).proof(path)
    except AddressError as error:
        if rules.basis == "given":
            return _given(rules.url, rules.source, site, built)
        why = f"{error} {rules.lack or ''}".rstrip()
        raise AddressError(why if len(why) <= LONGEST else str(error)) from None
    url = rules.url
    if not (rules.fixed and path and proof.serves(path)):
        url = checked(_joined(site.address, proof.path))
        if rules.fixed and path:
            raise AddressError(
                f"{rules.source} puts {page.called!r} at {path:.60}, and the built site has it at "
                f"{proof.path:.60}; correct the one, build the other again, or give --url."
            )
    doubt = ""
    if path and not proof.serves(path):
        doubt = (
            f"{rules.source} puts the page at {path:.80}, and the built site has it at "
            f"{proof.path:.80}, which counts"
        )
    if proof.elsewhere:
        doubt = (
            f"the canonical link of {_named(proof.file)} is {proof.elsewhere:.120}, and the site's "
            f"address is {site.address}"
        )
    return PageAddress(
        url=url, basis="proved", source=_named(proof.file), doubt=doubt, seen=proof.seen
    )


def _told(
    page: WebPage, told: str, rules: _Ruled, site: Site | None, generated: GeneratedSite | None
) -> PageAddress:
    """Return the address that the generator answered, at the address that flyers.toml has."""
    source = generated.generator if generated else "the generator"
    if not told:
        raise AddressError(
            f"{source} lists no page of {page.called!r}, or only a draft; give --url, or publish "
            "the page."
        )
    theirs = generated.address.rstrip("/") if generated else ""
    if site and theirs and f"{told}/".startswith(f"{theirs}/"):
        told = told.removeprefix(theirs) or "/"
    url = checked(_joined(site.address, told) if site and told.startswith("/") else told)
    if rules.fixed and rules.url != url:
        raise AddressError(
            f"{rules.source} gives {page.called!r} the address {rules.url:.80}, and the site's "
            f"generator {url:.80}; correct the one, or give --url."
        )
    return PageAddress(url=url, basis="proved", source=source)


def _own_address(page: WebPage, own: str, site: Site | None = None) -> str:
    """Return the address in the front matter: a whole one, or a path from the site's root."""
    if own.startswith("/"):
        if site is None:
            raise AddressError(f"The address of {page.called!r} is only the path {own!r}; {_WAYS}")
        own = _joined(site.address, own)
    try:
        return checked(own)
    except AddressError as error:
        raise AddressError(f"The address that {page.called!r} gives: {error}") from None


def _joined(address: str, path: str) -> str:
    return f"{address.rstrip('/')}/{path.lstrip('/')}"


def _is_on(url: str, site: Site) -> bool:
    """Return True if an address is on the site, by the same scheme and below its root."""
    return f"{url}/".lower().startswith(f"{site.address.rstrip('/')}/".lower())


def _path(url: str, site: Site) -> str:
    """Return the path from the site's root of an address on it."""
    return re.split("[?#]", url[len(site.address.rstrip("/")) :])[0] or "/"


def _named(path: Path) -> str:
    return str(from_here(path))
