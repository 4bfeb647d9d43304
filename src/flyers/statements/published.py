"""Statements that a site publishes: those in its content folder, except unpublished ones."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flyers.core.errors import ConfigError, StatementError
from flyers.statements import SUFFIXES, frontmatter, source
from flyers.statements.printbutton import is_marked
from flyers.statements.standing import withheld

_WRITTEN = frozenset(suffix for suffix in SUFFIXES if suffix != ".txt")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One file of the content folder. ``withheld`` is the reason why the site does not show it,
    empty if it does; ``marked`` is True if the file has a place for the print button."""

    path: Path
    withheld: str = ""
    marked: bool = False


def entries(folder: Path, today: datetime.date) -> Iterator[Entry]:
    """Yield every statement below a folder, in the order of their paths.

    An unreadable one is included, so that making it reports the reason. Raises ConfigError if
    there is no such folder.

    What begins with a dot or an underscore is no page of its own to any site generator (Hugo's
    ``_index.md``, Jekyll's ``_drafts``), and neither is a README; but ``_posts`` has pages.
    """
    if not folder.is_dir():
        raise ConfigError(f"{folder} is no folder; name the site's as content in [site].")
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(part[0] in "._" and part != "_posts" for part in parts):
            continue
        if path.suffix.lower() in _WRITTEN and path.stem.lower() != "readme" and path.is_file():
            yield entry_of(path, today)


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
        values = frontmatter.split(text, str(path)).values
    except StatementError:
        return Entry(path=path)
    return Entry(path=path, withheld=withheld(values, today), marked=is_marked(text))
