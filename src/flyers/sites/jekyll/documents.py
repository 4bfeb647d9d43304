"""A file of a Jekyll site as a post, a document of a collection, or a page."""

import fnmatch
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from flyers.core.errors import AddressError
from flyers.core.files import from_here

EXCLUDED = (
    ".sass-cache",
    ".jekyll-cache",
    "gemfiles",
    "Gemfile",
    "Gemfile.lock",
    "node_modules",
    "vendor/bundle/",
    "vendor/cache/",
    "vendor/gems/",
    "vendor/ruby/",
)
"""What Jekyll leaves out by itself."""

_DATED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(.*)", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Document:
    """A file. ``kind`` is the type of defaults: ``posts``, a collection's name, or ``pages``;
    ``path`` is the path that defaults go by, ``inner`` that below the collection's folder.

    ``above`` are the folders that give a post categories; ``dated`` is the day in its name.
    """

    kind: str
    path: str
    inner: str
    stem: str
    suffix: str
    above: tuple[str, ...] = ()
    dated: str = ""
    rest: str = ""
    """The name without day and suffix."""


def document_of(
    path: Path,
    source: Path,
    collections_dir: str,
    collections: Collection[str],
    included: Collection[str] = (),
) -> Document:
    """Return a file as Jekyll reads it; ``included`` are hidden folders and files that it reads.
    Raises AddressError if it makes no page of it."""
    inner = PurePosixPath(path.relative_to(source).as_posix())
    folders = inner.parts[:-1]
    root = PurePosixPath(collections_dir).parts if collections_dir else ()
    below = inner.parts[len(root) :] if folders[: len(root)] == root else ()
    within = PurePosixPath(*below) if below else inner
    stem, suffix = path.stem, path.suffix
    match = _DATED.fullmatch(stem)
    dated, rest = (match[1], match[2]) if match else ("", stem)
    if "_posts" in folders and below:
        at = below.index("_posts")
        if not match:
            raise AddressError(
                f"{from_here(path)} is no post to Jekyll, whose names begin like 2027-10-04-; "
                "rename it, or give --url."
            )
        kind, above, skipped = "posts", below[:at], below[at + 1 :]
    elif below and below[0].removeprefix("_") in collections and below[0].startswith("_"):
        kind, above, skipped = below[0].removeprefix("_"), (), below[1:]
    else:
        kind, above, skipped, within = "pages", (), inner.parts, inner
    if any(_is_hidden(part, included) for part in (*above, *skipped)):
        raise AddressError(
            f"{from_here(path)} is left out by Jekyll, or is a draft; move it to where it gets a "
            "page, or give --url."
        )
    relative = within.as_posix()
    cleaned = relative.removesuffix(suffix)
    if kind != "pages":
        cleaned = cleaned.replace(f"_{kind}", "", 1).rstrip(".")
    return Document(
        kind=kind,
        path=relative,
        inner=cleaned,
        stem=stem.rstrip(".") if kind == "pages" else stem,
        suffix=suffix,
        above=above,
        dated=dated,
        rest=rest.rstrip("."),
    )


def _is_hidden(part: str, included: Collection[str]) -> bool:
    if any(fnmatch.fnmatchcase(part, pattern.strip("/")) for pattern in included):
        return False
    return part[0] in "._#~" or part.endswith("~")


def is_excluded(inner: str, patterns: Collection[str]) -> bool:
    """Return True for a path, from the source folder, that a pattern of ``exclude`` leaves out.

    A pattern is also the beginning of paths: ``doc`` leaves out ``docs``.
    """
    return any(
        fnmatch.fnmatchcase(one, pattern.rstrip("/")) or f"{one}/".startswith(pattern.lstrip("/"))
        for one in _prefixes(inner)
        for pattern in patterns
    )


def _prefixes(inner: str) -> Iterator[str]:
    parts = inner.split("/")
    for count in range(1, len(parts) + 1):
        yield "/".join(parts[:count])
