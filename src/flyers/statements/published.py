"""Statements that a site publishes: those in its content folder, except unpublished ones."""

import datetime
import os
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flyers.core.belonging import found_within
from flyers.core.errors import ConfigError, StatementError
from flyers.statements import OFFICE, SUFFIXES, source
from flyers.statements.facts import frontmatter
from flyers.statements.facts.standing import withheld
from flyers.statements.notations import rst
from flyers.statements.printbutton import is_marked

_PACKAGES = frozenset(("node_modules", "bower_components"))
"""Folders of programs that a site is built with, wherever they are."""

_TOPS = frozenset(("vendor", "themes"))
"""The same, at the top of a site."""

_WRITTEN = frozenset(suffix for suffix in SUFFIXES if suffix not in (".txt", *OFFICE))


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One file of the content folder. ``withheld`` is the reason why the site does not show it,
    empty if it does; ``marked`` is True if the file has a place for the print button. One that is
    ``refused``, for the reason that it gives, is not read at all."""

    path: Path
    withheld: str = ""
    marked: bool = False
    refused: str = ""


def entries(folder: Path, today: datetime.date, left_out: Iterable[Path] = ()) -> Iterator[Entry]:
    """Yield every statement below a folder, in the order of their paths, but none below the folders
    that are ``left_out``.

    An unreadable one is included, so that making it reports the reason; one that a link leads out
    of the folder is refused. Raises ConfigError if there is no such folder.

    What begins with a dot or an underscore is no page of its own to any site generator (Hugo's
    ``_index.md``, Jekyll's ``_drafts``), and neither is a README; but ``_posts`` has pages.
    """
    if not folder.is_dir():
        raise ConfigError(f"{folder} is no folder; name the site's as content in [site].")
    for path in sorted(_files(folder, {one.resolve() for one in left_out})):
        if path.suffix.lower() in _WRITTEN and path.stem.lower() != "readme" and path.is_file():
            if found_within(path, [folder]):
                yield entry_of(path, today)
            else:
                yield Entry(
                    path=path,
                    refused=f"{path} leads out of {folder}, and nothing is read there; "
                    "put the file itself in its place.",
                )


def _files(folder: Path, left_out: Set[Path]) -> Iterator[Path]:
    """Yield the files that may be pages."""
    for place, folders, names in os.walk(folder):
        here = Path(place)
        top = here == folder
        folders[:] = [
            name
            for name in folders
            if _is_page(name)
            and name not in _PACKAGES
            and not (top and name in _TOPS)
            and (here / name).resolve() not in left_out
        ]
        yield from (here / name for name in names if _is_page(name))


def _is_page(name: str) -> bool:
    return name[0] not in "._" or name == "_posts"


def entry_of(path: Path, today: datetime.date) -> Entry:
    """Return one statement, and the reason why the site does not show it, if there is one."""
    try:
        seen = path.stat()
    except OSError:
        return Entry(path=path)
    return _entry(path, today, seen.st_size, seen.st_mtime_ns)


@cache
def _entry(path: Path, today: datetime.date, size: int, changed: int) -> Entry:
    """Return the same, cached until the file's size or time changes, for callers that poll."""
    try:
        text = source.decode(source.load(path), str(path))
        split = rst.split if path.suffix.lower() == ".rst" else frontmatter.split
        values = split(text, str(path)).values
    except StatementError:
        return Entry(path=path)
    return Entry(path=path, withheld=withheld(values, today), marked=is_marked(text))
