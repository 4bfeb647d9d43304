"""The page of a statement in the site as it was built: found, or the reason why it is not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from flyers.core.errors import AddressError
from flyers.core.files import from_here
from flyers.sites.built.folder import BuiltPage, BuiltSite
from flyers.sites.built.likeness import ALIKE, LIKE, SURE, letters, pieces, share
from flyers.sites.site import WebPage
from flyers.sites.tokens import slugify

WAYS = "build the site again, or give --url."


@dataclass(frozen=True, kw_only=True)
class Proof:
    """The page that was found: its path from the site's root, and all files and folders that were
    looked at. ``elsewhere`` is the address that the page's canonical link gives, if that
    is on another site."""

    path: str
    page: BuiltPage
    seen: tuple[Path, ...]
    elsewhere: str = ""

    @property
    def file(self) -> Path:
        """The file of the page."""
        return self.page.file

    def serves(self, path: str) -> bool:
        """Return True if the site has the page at that path, written in whatever form."""
        return path == self.path or self.page.serves(path)


@dataclass(frozen=True, kw_only=True)
class _Hit:
    """A page with the statement's title, and the share of its text that it has. ``numbers`` is True
    if it has all those with a digit: what differs between the pages of a yearly meeting."""

    page: BuiltPage
    titled: int
    share: float
    numbers: bool


class Prover:
    """Finds the page of one statement in a built site, whose root is at ``address``."""

    def __init__(self, built: BuiltSite, address: str, page: WebPage) -> None:
        self._built = built
        self._root = urlsplit(address)
        self._page = page
        self._title = letters(page.title)
        self._pieces = pieces(page.paragraphs)
        self._numbers = tuple(one for one in self._pieces if any(map(str.isdigit, one)))

    def proof(self, path: str | None) -> Proof:
        """Return the proof of the page, which the rules put at ``path`` if they tell.

        Raises AddressError if the site does not have the page, or has it several times.
        """
        itself = self._page.path and self._built.page(self._page.path)
        if itself and itself.file.is_relative_to(self._built.folder):
            return self._proof(itself, path, (itself.file,))
        at = list(self._built.at(path)) if path else []
        for page in at:
            hit = self._held(page)
            if hit and hit.share >= SURE and self._original(page) == page:
                return self._proof(page, path, (page.file,))
        found = self._best(path, at)
        if len(found) > 1:
            names = " and ".join(sorted(str(from_here(hit.page.file)) for hit in found)[:2])
            more = f" and {len(found) - 2} more" if len(found) > 2 else ""
            raise AddressError(
                f"The built site has {self._page.called!r} in several pages, {names}{more}; "
                "give --url with the one that is meant."
            )
        for hit in found:
            if hit.page in at or self._is_certain(hit):
                return self._proof(hit.page, path, (self._built.folder,))
        raise AddressError(self._refusal(path, [*at, *(hit.page for hit in found)]))

    def _proof(self, page: BuiltPage, path: str | None, seen: tuple[Path, ...]) -> Proof:
        """Return the proof of a page, with the path that the site itself uses for it."""
        own = self._canonical(page)
        said = own if own and page.serves(own) else None
        ruled = path if path and page.serves(path) else None
        return Proof(
            path=said or ruled or quote(page.path),
            page=page,
            seen=seen,
            elsewhere=self._elsewhere(page),
        )

    def _held(self, page: BuiltPage) -> _Hit | None:
        """Return a page as a hit if it has the statement's title and most of its text."""
        titled = page.head.titled(self._title)
        if not titled:
            return None
        text = self._built.text(page)
        found = share(self._pieces, text)
        numbers = all(number in text for number in self._numbers)
        hit = _Hit(page=page, titled=titled, share=found, numbers=numbers)
        return hit if found >= LIKE else None

    def _is_certain(self, hit: _Hit) -> bool:
        """Return True for a page that is the statement's though no rule leads there: not a copy of
        it for another language, where the site tells languages apart."""
        language = hit.page.head.language
        told = len({one.head.language for one in self._built.pages} - {""}) > 1
        if told and not _same_language(language or self._page.language, self._page.language):
            return False
        return hit.share >= ALIKE and hit.numbers

    def _best(self, path: str | None, at: Sequence[BuiltPage]) -> Sequence[_Hit]:
        """Return the hits among which nothing tells more: one, if all is well."""
        named = [*at, *self._named()]
        first = dict.fromkeys((*named, *map(self._original, named)))
        hits = [hit for page in first if (hit := self._held(page))]
        if not any(hit.share >= SURE for hit in hits):
            hits = [hit for page in self._built.pages if (hit := self._held(page))]
        files = {hit.page.file for hit in hits}
        best = max((hit.share for hit in hits), default=0)
        for keep in (
            # A print version, or a list that shows the page, says where the page itself is.
            lambda hit: self._original(hit.page).file not in files - {hit.page.file},
            lambda hit: hit.share > best - (1 - SURE),
            lambda hit: hit.titled > 1,
            lambda hit: bool(path) and hit.page.serves(path),
            lambda hit: _same_language(hit.page.head.language, self._page.language),
            lambda hit: self._is_listed(hit.page),
        ):
            if len(hits) > 1:
                hits = [hit for hit in hits if keep(hit)] or hits
        return hits

    def _named(self) -> Iterator[BuiltPage]:
        """Yield the pages whose file or folder is called as the statement may be."""
        page = self._page
        names = {page.slug, page.name, page.filename, slugify(page.title)} - {""}
        for file in self._built.files:
            name = file.parent.name if file.stem == "index" else file.stem
            if name in names and (found := self._built.page(file)):
                yield found

    def _original(self, page: BuiltPage) -> BuiltPage:
        """Return the page that a page's canonical link leads to; itself if it has none."""
        own = self._canonical(page)
        if not own or page.serves(own):
            return page
        return next(self._built.at(own), page)

    def _canonical(self, page: BuiltPage) -> str | None:
        """Return the path from the site's root of a page's canonical link, the empty text without
        one, None for an address on another site."""
        if not page.head.canonical:
            return ""
        try:
            parts = urlsplit(page.head.canonical)
        except ValueError:
            return ""
        root = self._root.path.rstrip("/")
        same = parts.netloc.lower() in ("", self._root.netloc.lower())
        if not parts.path.startswith("/"):
            return "" if same else None
        if not same or not f"{parts.path}/".startswith(f"{root}/"):
            return None
        return parts.path.removeprefix(root) or "/"

    def _elsewhere(self, page: BuiltPage) -> str:
        """Return the canonical link of a page if it has another host or scheme than the site's
        address, or is not below it."""
        link = page.head.canonical
        scheme = link.partition(":")[0].lower() if "://" in link else self._root.scheme.lower()
        other = self._canonical(page) is None or scheme != self._root.scheme.lower()
        return link if other else ""

    def _is_listed(self, page: BuiltPage) -> bool:
        paths = (unquote(urlsplit(one).path) for one in self._built.listed)
        root = unquote(self._root.path.rstrip("/"))
        return any(page.serves(path.removeprefix(root)) for path in paths)

    def _refusal(self, path: str | None, at: Sequence[BuiltPage]) -> str:
        """Return what is wrong, with the nearest page that the site has."""
        name = self._page.called
        if at:
            return (
                f"{from_here(at[0].file)} is not the page of {name!r}, since title or text differ; "
                f"{WAYS}"
            )
        where = f" at {path:.60}" if path else ""
        near = self._nearest(path)
        hint = f", the nearest is {near:.60}" if near else ""
        folder = from_here(self._built.folder)
        return f"The site built in {folder} has no page of {name!r}{where}{hint}; {WAYS}"

    def _nearest(self, path: str | None) -> str:
        """Return the path of the page that is called nearly so; empty if none is."""
        by_name = {_last(page.path): page.path for page in self._built.pages}
        wanted = (_last(path or ""), self._page.slug, self._page.name, slugify(self._page.title))
        for name in filter(None, wanted):
            if near := get_close_matches(name, by_name, n=1):
                return by_name[near[0]]
        return ""


def _last(path: str) -> str:
    """Return the last step of a path, without what a server leaves out."""
    return unquote(path).rstrip("/").rpartition("/")[2].removesuffix(".html")


def _same_language(one: str, other: str) -> bool:
    """Return True for one language, whatever the regions."""
    return one.lower().replace("_", "-").partition("-")[0] == other.lower().partition("-")[0]
