"""A page's file as Hugo sees it: its folders, its sections, its bundle and its language."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from flyers.core.errors import AddressError, StatementError
from flyers.core.files import from_here
from flyers.sites.hugo.languages import HugoFolder, SiteLanguages
from flyers.sites.hugo.letters import lowered, normal
from flyers.sites.hugo.releases import Release
from flyers.statements.facts import frontmatter

SUFFIXES = frozenset(
    f".{kind}"
    for kind in ("md", "markdown", "mdown", "html", "htm", "adoc", "asciidoc", "ad", "rst", "org")
)
"""gohugo.io, "Content formats"."""

_LARGEST = 200_000
"""Bytes of a section's page that are read for its front matter."""


@dataclass(frozen=True, kw_only=True)
class ContentFile:
    """A page's file. ``folders`` are those from the root of all pages, without the page's own;
    ``name`` is the file's without suffix and language, or that of the folder of a bundle.

    ``sections`` are those down to its section: to the innermost with a page ``_index`` in its
    language, else to the first."""

    folders: tuple[str, ...]
    name: str
    sections: tuple[str, ...]
    language: str = ""
    bundle: bool = False
    index: bool = False

    @property
    def section(self) -> str:
        """The first folder; empty for a page at the root."""
        return self.folders[0] if self.folders else ""


def content_file(
    path: Path, content: HugoFolder, languages: SiteLanguages, release: Release
) -> ContentFile:
    """Return a page's file by the rules of a version. Raises AddressError for what is no page."""
    inner = path.relative_to(content.folder)
    stem, language = _stem(inner.name, languages.known, release)
    own = lowered(stem) if release.normal else stem
    folders = (*content.below, *inner.parts[:-1])
    places = _places(path, content)
    bundle = own == "index"
    above_it = places[: len(places) - bundle]
    if bundle and not folders:
        raise AddressError(
            f"{from_here(path)} is no page to Hugo, in the root folder of its pages; rename it, "
            "or give --url."
        )
    for place in above_it:
        if any(_is(file, "index", release) for file in _heads(place)):
            raise AddressError(
                f"{from_here(path)} belongs to the page in {from_here(place)} and has no address "
                "of its own; give --url, or move it out of that folder."
            )

    def is_section(file: Path) -> bool:
        """Return True for the page of a section in the language of the page."""
        other = _stem(file.name, languages.known, release)[1]
        return _is(file, "_index", release) and (other or usual) == (language or usual)

    usual = content.key or languages.default
    name = folders[-1] if bundle else stem
    above = folders[:-1] if bundle else folders
    return ContentFile(
        folders=above,
        name=name,
        sections=_sections(above, above_it, is_section),
        language=language,
        bundle=bundle,
        index=own == "_index",
    )


def _stem(name: str, languages: Collection[str], release: Release) -> tuple[str, str]:
    """Return a file's name without its suffix and language, and the language."""
    parts = name.split(".")[:-1]
    keys = [lowered(part) if release.normal else part for part in parts]
    whole = ".".join(parts)
    if len(parts) < 2:
        return whole, ""
    for at in range(len(parts) - 1, -1, -1):
        if keys[at] in languages:
            return (".".join(parts[:at]) if at else whole), keys[at]
        if not release.inside:
            break
    return whole, ""


def _places(path: Path, content: HugoFolder) -> list[Path]:
    """Return the folders from the content folder, without it, to the file."""
    parts = path.relative_to(content.folder).parts[:-1]
    return [content.folder.joinpath(*parts[: count + 1]) for count in range(len(parts))]


def _sections(
    folders: tuple[str, ...], places: list[Path], is_index: Callable[[Path], bool]
) -> tuple[str, ...]:
    """Return the folders down to the innermost that is a section."""
    mounted = len(folders) - len(places)
    for count in range(len(folders), 1, -1):
        if count > mounted and any(map(is_index, _heads(places[count - mounted - 1]))):
            return folders[:count]
    return folders[:1]


def _is(file: Path, stem: str, release: Release) -> bool:
    """Return True for a file of a stem, in any language."""
    own = file.name.split(".")[0]
    return (lowered(own) if release.normal else own) == stem


@cache
def _listed(folder: Path, changed: int) -> tuple[Path, ...]:
    return tuple(sorted(file for file in folder.iterdir() if file.suffix.lower() in SUFFIXES))


def _pages(folder: Path) -> tuple[Path, ...]:
    try:
        return _listed(folder, folder.stat().st_mtime_ns)
    except OSError:
        return ()


@cache
def _heading(folder: Path, changed: int) -> tuple[Path, ...]:
    pages = _listed(folder, changed)
    named = (one for one in pages if one.name.split(".")[0].lower() in ("index", "_index"))
    return tuple(one for one in named if one.is_file())


def _heads(folder: Path) -> tuple[Path, ...]:
    """Return the pages that a folder itself is, in any language and any letters."""
    try:
        return _heading(folder, folder.stat().st_mtime_ns)
    except OSError:
        return ()


def named_like(path: Path, content: HugoFolder) -> Path | None:
    """Return a page beside one of the folders above a page that has the folder's name, so that
    newer versions of Hugo no longer take the folder for a section."""
    for place in _places(path, content):
        for file in _pages(place.parent):
            if normal(file.stem) == normal(place.name):
                return file
    return None


def twin(path: Path, content: HugoFolder) -> Path | None:
    """Return a folder whose name differs from that of one above a page by its letters' case alone,
    which Hugo takes for one folder."""
    for place in _places(path, content):
        for other in place.parent.iterdir():
            if other.name != place.name and normal(other.name) == normal(place.name):
                return other
    return None


def cascades(path: Path, content: HugoFolder) -> Iterator[tuple[Path, Any]]:
    """Yield what the sections above a page hand down to it (gohugo.io, "Cascade"), and where."""
    for place in (content.folder, *_places(path, content)):
        for file in _heads(place):
            if file.name.startswith("_") and file != path:
                values = _front(file)
                if "cascade" in values:
                    yield file, values["cascade"]


def _front(file: Path) -> Mapping[str, Any]:
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as opened:
            text = opened.read(_LARGEST)
        return frontmatter.split(text, str(file)).values if "cascade" in text else {}
    except (OSError, StatementError):
        return {}
