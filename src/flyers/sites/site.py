"""A site as flyers.toml and its generator's own configuration describe it, and a page of it."""

import datetime
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from flyers.core.errors import ConfigError


@dataclass(frozen=True, kw_only=True)
class WebPage:
    """A statement as the page of a site: the facts of which its address is made."""

    name: str
    """The file name without date and suffix."""
    filename: str
    title: str
    slug: str
    date: datetime.date | None
    path: Path | None = None
    """The statement's file, resolved; None for standard input."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """The front matter: keys in lower case with ``_``, scalars of YAML as they are written."""
    section: str = ""
    """The first folder below the site's content folder."""
    sections: str = ""
    """All folders on the way there, as a path."""
    language: str = ""
    """The statement's language, BCP 47."""
    paragraphs: tuple[str, ...] = ()
    """The words of its text, by which its page is known."""
    refused: str = ""
    """What the statement gives for its address, and where, if that is none."""

    @property
    def called(self) -> str:
        """The name that messages call it by."""
        return self.filename or "standard input"


USUAL = ("public", "_site", "output", "dist", "build")
"""Folders that generators build into, by name from the site's."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site's address and the rules that flyers.toml gives.

    ``permalink`` overrides the rules of the site's generator, for the files in ``contents``;
    ``usual`` is the rule for them where there is neither. ``short`` is the rule of a shorter
    redirect to a page, if there is one. ``built`` are folders that the finished site may stand in,
    the first that has pages counts; with ``prove``, an address that no built site has is an
    error."""

    address: str
    permalink: str | None = None
    usual: str | None = None
    contents: tuple[Path, ...] = ()
    short: str | None = None
    built: tuple[Path, ...] = ()
    prove: bool = False

    def is_for(self, page: WebPage) -> bool:
        """Return True if the rule is for that page; for standard input, if there is a slug."""
        if page.path is None:
            return bool(page.slug or page.name)
        inside = (page.path.is_relative_to(folder) for folder in self.contents)
        return any(inside) or not self.contents


@dataclass(frozen=True, kw_only=True)
class ContentFolder:
    """A folder of statements, and the language that all of it is in; empty: the site's own."""

    folder: Path
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class ServedFolder:
    """A folder, or a file, that the site serves as it is: ``at`` a path from the site's root, with
    no slash before or behind it; None if it is not known."""

    folder: Path
    at: str | None = ""


@dataclass(frozen=True, kw_only=True)
class GeneratedSite:
    """A site as its generator's configuration describes it; nothing of the site's is run.

    Folders are absolute. Each generator has its own class, which knows its rules.
    """

    generator: str
    file: Path
    """The configuration; its folder is the site's."""
    address: str = ""
    """Where the site is, with the path of its root; empty if the configuration does not say."""
    contents: tuple[ContentFolder, ...] = ()
    static: Path | None = None
    """The folder whose files the site serves as ``/``."""
    served: tuple[ServedFolder, ...] | None = None
    """All folders whose files the site serves as they are; None: ``static`` alone."""
    unsure_served: str = ""
    """The reason why there may be others, for people; empty if there are none."""
    language: str = ""
    """The language of a page that gives none: BCP 47, or empty."""
    outputs: tuple[str, ...] = ()
    """Folders, by name from the site's, that the generator builds into."""
    files: tuple[Path, ...] = ()
    """All files that this was read from."""

    @property
    def folder(self) -> Path:
        """The folder of the site."""
        return self.file.parent

    @property
    def content(self) -> Path | None:
        """The folder of statements that is published; None if there is none."""
        return self.contents[0].folder if self.contents else None

    def keys(self) -> Mapping[str, str]:
        """Return the keys of [site] that are known, folders by name from the site's."""
        folders = {
            "content": self.content,
            "static": self.static,
        }
        named = {
            key: Path(os.path.relpath(folder, self.folder)).as_posix()
            for key, folder in folders.items()
            if folder
        }
        return {**({"address": self.address} if self.address else {}), **named}

    def content_of(self, path: Path) -> ContentFolder | None:
        """Return the innermost folder of statements that holds a file; None if none does."""
        around = [one for one in self.contents if path.is_relative_to(one.folder)]
        return max(around, key=lambda one: len(one.folder.parts), default=None)

    def language_of(self, path: Path) -> str:
        """Return the language of a page's file: its folder's, else the site's."""
        content = self.content_of(path)
        return (content.language if content else "") or self.language

    def spoken(self) -> Iterator[str]:
        """Yield the languages that the site has pages in, as far as its configuration says so."""
        return (one.language for one in self.contents)

    def path_served(self, file: Path) -> str | None:
        """Return the path from the site's root at which the built site has a file as it is; None if
        that is not known.

        Raises ConfigError, which says what the site lacks, if it has the file nowhere.
        """
        own = (ServedFolder(folder=self.static),) if self.static else ()
        around = [
            one
            for one in (own if self.served is None else self.served)
            if file.is_relative_to(one.folder)
        ]
        inner = max(around, key=lambda one: len(one.folder.parts), default=None)
        if (inner is None or inner.at is None) and self.unsure_served:
            return None
        if inner is None or inner.at is None:
            raise ConfigError(
                f"{self.generator} would not serve {self._named(file)}: {self.what_serves(file)}."
            )
        return (PurePosixPath(inner.at) / file.relative_to(inner.folder).as_posix()).as_posix()

    def _named(self, file: Path) -> str:
        inside = file.is_relative_to(self.folder)
        return (file.relative_to(self.folder) if inside else file).as_posix()

    def what_serves(self, file: Path) -> str:
        """Return what to do, in words, so that the site serves a file."""
        return f"name a folder that it serves as static in flyers.toml, not {file.parent.name}"

    @property
    def has_hosts(self) -> bool:
        """True if some pages are on another host than the rest, so that the folder of the built
        site does not tell where a page is."""
        return False

    def path_of(self, page: WebPage) -> str:
        """Return the path of a page from the site's root, percent-encoded or not; the whole address
        of a page with a host of its own.

        A ``permalink``, ``url`` or ``slug`` among the page's values is the generator's to honour;
        no path from the site's root in them is taken over otherwise. Raises AddressError, which
        says how to give it, for a page whose path the rules do not tell.
        """
        raise NotImplementedError

    def rules(self) -> Iterator[tuple[str, str]]:
        """Yield the rules of addresses for people: of which pages, and the rule as written."""
        return iter(())
