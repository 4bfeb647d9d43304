"""The folder that a generator built a site into: its pages by path, by name, and all of them."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from flyers.sites.built.html import PageHead, head_of, text_of

LARGEST = 3_000_000
"""Bytes of a file that are read."""

MOST = 50_000
"""Pages that are looked at."""

PAGES = (".html", ".htm")
_NO_PAGES = frozenset({"404.html", "500.html", "offline.html"})
_SITEMAPS = ("sitemap.xml", "sitemap_index.xml", "sitemap-index.xml", "sitemap-0.xml")
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_](?:[a-z]{4}|[a-z]{2}))?", re.IGNORECASE)
_LOCATION = re.compile(r"<(?:\w+:)?loc>\s*(?:<!\[CDATA\[)?\s*([^<>\s\]]+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class BuiltPage:
    """An HTML file of a built site. ``path`` is that of its page from the site's root, in letters
    and not percent-encoded, by which every server finds it."""

    file: Path
    path: str
    head: PageHead

    def serves(self, path: str) -> bool:
        """Return True if servers find the file by that path too: ``/x``, ``/x/``, ``/x.html``."""
        path = unquote(path)
        if self.path.endswith("/"):
            return path in (self.path, self.path.rstrip("/"), f"{self.path}{self.file.name}")
        return path in (self.path, self.path.rpartition(".")[0])


class BuiltSite:
    """A built site. What is read of it is kept, so that an object is good for one run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._heads: dict[Path, BuiltPage | None] = {}
        self._texts: dict[Path, str] = {}
        self._names: dict[Path, frozenset[str]] = {}

    @cached_property
    def stamps(self) -> Mapping[str, tuple[int, int]]:
        """Every folder, page and sitemap, with size in bytes and time of change in nanoseconds."""
        return dict(self._walked(self.folder))

    @property
    def is_there(self) -> bool:
        """True if it is a site: with a page at its root or in the folder of a language, or with a
        sitemap. A folder of that name may hold something else."""
        if any((self.folder / name).is_file() for name in ("index.html", *_SITEMAPS)):
            return True
        homes = self.folder.glob("*/index.html")
        return any(_LANGUAGE.fullmatch(home.parent.name) for home in homes)

    @cached_property
    def files(self) -> Sequence[Path]:
        """The HTML files but those that are no pages: errors, drafts."""
        found = (Path(name) for name in self.stamps if name.lower().endswith(PAGES))
        return [file for file in found if self._is_page(file)]

    def at(self, path: str) -> Iterator[BuiltPage]:
        """Yield the page at a path from the site's root, in each of the files that may hold it."""
        name = unquote(path).strip("/")
        slash = path.endswith("/") or not name
        names = (f"{name}/index.html", name, f"{name}.html", f"{name}/index.htm")
        for one in names if slash else (*names[1:], names[0]):
            if one.lower().endswith(PAGES) and (page := self.page(self.folder / one.lstrip("/"))):
                yield page

    def has(self, path: str) -> bool:
        """Return True if there is anything at a path from the site's root, if it be a file to
        download or a stub that leads on."""
        name = unquote(path).strip("/")
        names = (name, f"{name}/index.html", f"{name}.html")
        return any(self._content(self.folder / one, 1) is not None for one in names)

    def stub(self, path: str) -> Path | None:
        """Return the file at a path that leads on to another page; None if there is none."""
        name = unquote(path).strip("/")
        for file in (self.folder / name / "index.html", self.folder / f"{name}.html"):
            html = self._content(file)
            if html is not None and head_of(html).redirects:
                return file
        return None

    def page(self, file: Path) -> BuiltPage | None:
        """Return an HTML file as a page; None if it is not there, or leads on to another page."""
        if file not in self._heads:
            self._heads[file] = self._read(file)
        return self._heads[file]

    def text(self, page: BuiltPage) -> str:
        """Return the letters of a page's text."""
        if page.file not in self._texts:
            self._texts[page.file] = text_of(self._content(page.file) or "")
        return self._texts[page.file]

    @cached_property
    def pages(self) -> Sequence[BuiltPage]:
        """All pages."""
        return [page for file in self.files if (page := self.page(file))]

    @cached_property
    def listed(self) -> frozenset[str]:
        """The addresses that its sitemaps have, as they are written."""
        found: set[str] = set()
        waiting = [self.folder / name for name in _SITEMAPS]
        for number, file in enumerate(waiting):
            text = self._content(file) if number < MOST else None
            for address in map(unescape, _LOCATION.findall(text or "")):
                if address.lower().endswith(".xml"):  # an index of sitemaps
                    inner = self.folder / unquote(urlsplit(address).path).lstrip("/")
                    waiting += [inner] if inner not in waiting else []
                else:
                    found.add(address)
        return frozenset(found)

    def path_of(self, file: Path) -> str:
        """Return the path by which every server finds a file of the folder."""
        name = file.relative_to(self.folder).as_posix()
        return f"/{name.removesuffix(file.name) if file.stem == 'index' else name}"

    def _read(self, file: Path) -> BuiltPage | None:
        html = self._content(file)
        if html is None or not self._is_called(file):
            return None
        head = head_of(html)
        path = self.path_of(file)
        return None if head.redirects else BuiltPage(file=file, path=path, head=head)

    def _is_called(self, file: Path) -> bool:
        """Return True if the folders have these very names: a disk that ignores capitals finds a
        page where the site's server will not."""
        while file != self.folder:
            if file.parent not in self._names:
                self._names[file.parent] = frozenset(one.name for one in file.parent.iterdir())
            if file.name not in self._names[file.parent]:
                return False
            file = file.parent
        return True

    def _content(self, file: Path, most: int = LARGEST) -> str | None:
        """Return the text of a file; None if it is not there, or not in this folder."""
        try:
            inside = file.resolve().is_relative_to(self.folder)
            if not inside or not file.is_file():
                return None
            with file.open("rb") as opened:
                return opened.read(most).decode("utf-8", "replace")
        except (OSError, ValueError):  # a name that is too long, or has a NUL
            return None

    def _walked(self, folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
        waiting, pages = [str(folder)], 0
        while waiting and pages < MOST:
            here = waiting.pop()
            try:
                entries = sorted(os.scandir(here), key=lambda entry: entry.name)
                stat = Path(here).stat()
            except OSError:
                continue
            yield here, (0, stat.st_mtime_ns)
            for entry in entries:
                if entry.name[0] == "." or entry.name == "node_modules" or entry.is_symlink():
                    continue
                if entry.is_dir():
                    waiting.append(entry.path)
                elif entry.name.lower().endswith((*PAGES, ".xml")):
                    pages += 1
                    stat = entry.stat()
                    yield entry.path, (stat.st_size, stat.st_mtime_ns)

    def _is_page(self, file: Path) -> bool:
        parts = file.relative_to(self.folder).parts
        return parts[-1] not in _NO_PAGES and "drafts" not in parts[:-1]


@lru_cache(maxsize=8)
def built_site(folder: Path) -> BuiltSite | None:
    """Return the site that was built into a folder; None if no page is there."""
    built = BuiltSite(folder)
    return built if built.is_there else None


def forget() -> None:
    """Forget what was read of built sites: they may have been built again since."""
    built_site.cache_clear()
