"""The metadata of a Pelican article or page: the front matter's, over that of its path.

In the order of docs.getpelican.com, "Writing content": DEFAULT_METADATA, EXTRA_PATH_METADATA,
FILENAME_METADATA, PATH_METADATA, the folder as the category, the front matter.
"""

import fnmatch
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flyers.core.errors import AddressError
from flyers.sites.pelican.settings import Settings
from flyers.sites.pelican.slugs import LONGEST, pattern_of
from flyers.sites.site import WebPage

FILENAME = r"(?P<date>\d{4}-\d{2}-\d{2}).*"
"""The usual FILENAME_METADATA."""

_MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")


@dataclass(frozen=True, kw_only=True)
class Kind:
    """Articles or pages: the beginning of their settings' names, the usual folders and addresses.
    ``url`` with ``{lang}`` is that of other languages."""

    called: str
    setting: str
    draft: str
    paths: tuple[str, ...]
    url: str
    draft_url: str


KINDS = {
    "article": Kind(
        called="articles",
        setting="ARTICLE",
        draft="DRAFT",
        paths=("",),
        url="{slug}.html",
        draft_url="drafts/{slug}.html",
    ),
    "page": Kind(
        called="pages",
        setting="PAGE",
        draft="DRAFT_PAGE",
        paths=("pages",),
        url="pages/{slug}.html",
        draft_url="drafts/pages/{slug}.html",
    ),
}


@dataclass(frozen=True, kw_only=True)
class PelicanFacts:
    """A file of the content folder: its path from there, its kind, its metadata as written."""

    path: str
    kind: Kind
    metadata: Mapping[str, str]
    title: str

    def refused(self, why: str) -> AddressError:
        """Return an error for a page that Pelican does not make, or not surely there."""
        return AddressError(f"{self.path}: {why}")


def facts_of(page: WebPage, content: Path, settings: Settings) -> PelicanFacts:
    """Return what Pelican knows of a page. Raises AddressError if it makes none of the file, or if
    its settings are computed."""
    if page.path is None or not page.path.is_relative_to(content):
        raise AddressError(
            f"{page.filename!r} is not in Pelican's content folder {content}; "
            "put it there, or give --url."
        )
    path = page.path.relative_to(content).as_posix()
    kind = _kind(path, settings)
    named = page.path.suffix in _MARKDOWN
    if page.path.suffix != page.path.suffix.lower():
        raise AddressError(
            f"{path}: Pelican reads no {page.path.suffix}; write it in small letters."
        )
    if not named and "date" not in page.values:  # HTML keeps its metadata in tags
        raise AddressError(
            f"{path}: Pelican takes its address from tags that are not read here; give --url."
        )
    front = {key: word for key, value in page.values.items() if (word := _word(value))}
    metadata = {**dict(_of_path(path, settings)), **front}
    title = metadata.get("title", "" if named else page.title)
    return PelicanFacts(path=path, kind=kind, metadata=metadata, title=title)


def _kind(path: str, settings: Settings) -> Kind:
    """Return the kind of a file by its folder; the folders of one kind are none of the other's."""
    parts = PurePosixPath(path).parts
    for pattern in settings.get("IGNORE_FILES", ["**/.*", ".#*", "__pycache__"]):
        if any(fnmatch.fnmatch(part, str(pattern)) for part in parts):
            raise AddressError(f"{path}: Pelican ignores it, by IGNORE_FILES; rename it.")
    paths = {
        name: settings.get(f"{kind.setting}_PATHS", kind.paths) for name, kind in KINDS.items()
    }
    found = []
    for name, kind in KINDS.items():
        others = [one for other in paths if other != name for one in paths[other]]
        out = [*settings.get(f"{kind.setting}_EXCLUDES", []), *others]
        held = [one for one in paths[name] if _is_below(path, one)]
        if held and not any(one and one not in held and _is_below(path, one) for one in out):
            found.append(kind)
    if len(found) != 1:
        what = "makes no page of it" if not found else "makes both an article and a page of it"
        raise AddressError(
            f"{path}: Pelican {what}, by ARTICLE_PATHS and PAGE_PATHS; correct them, or give --url."
        )
    return found[0]


def _is_below(path: str, folder: object) -> bool:
    own = PurePosixPath(path)
    return folder == "" or own.is_relative_to(PurePosixPath(str(folder)))


def _of_path(path: str, settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the metadata that a file has by where it is; what comes later counts."""
    yield from _words(settings.get("DEFAULT_METADATA", {}))
    sorted_in = settings.get("CATEGORY_SAVE_AS", "category/{slug}.html")
    if sorted_in and (category := settings.get("DEFAULT_CATEGORY", "misc")):
        yield "category", category
    if date := settings.known("DEFAULT_DATE"):
        numbers = date[:3] if isinstance(date, tuple | list) else ()
        day = "-".join(f"{number:02}" for number in numbers) if numbers else str(date)
        yield "date", "" if date == "fs" else day
    for one, facts in sorted(settings.get("EXTRA_PATH_METADATA", {}).items()):
        if isinstance(facts, dict) and (path == one or path.startswith(f"{one}".rstrip("/") + "/")):
            yield from _words(facts)
    file = PurePosixPath(path)
    found: dict[str, str] = {}
    for rule, text in (
        (settings.get("FILENAME_METADATA", FILENAME), file.stem),
        (settings.get("PATH_METADATA", ""), path),
    ):
        match = pattern_of(rule).match(text[:LONGEST]) if rule else None
        for key, value in (match.groupdict() if match else {}).items():
            if value is not None:
                found.setdefault(key.lower(), value)
    if sorted_in and settings.get("USE_FOLDER_AS_CATEGORY", True) and file.parent.name:
        found.setdefault("category", file.parent.name)
    yield from found.items()


def _words(facts: object) -> Iterator[tuple[str, str]]:
    for key, value in dict(facts).items() if isinstance(facts, dict) else ():
        yield str(key).lower(), _word(value)


def _word(value: object) -> str:
    """Return a value as text; of several, the first."""
    if isinstance(value, list | tuple):
        return _word(value[0]) if value else ""
    return "" if value is None or isinstance(value, dict) else str(value).strip()
