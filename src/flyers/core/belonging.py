"""Files read only where they belong: what a link leads out of a folder is refused.

A folder that a stranger sent, or that a pull request changed, may hold links to any file of the
machine. So a path is resolved before it is read, and what is read is the resolved one. The names
that the user writes on the command line may be links to anywhere: the user chose them.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from flyers.core.errors import FlyersError


def found_within(path: Path, homes: Iterable[Path]) -> Path | None:
    """Return the file or folder that a path leads to, all links followed, or None if it lies in
    none of the homes. It need not exist; a home may be reached by a link itself."""
    try:
        found = path.resolve()
        inside = any(found.is_relative_to(home.resolve()) for home in homes)
    except (OSError, ValueError, RuntimeError):  # links in a circle, a NUL
        return None
    return found if inside else None


def kept_within(path: Path, *homes: Path, error: type[FlyersError]) -> Path:
    """Return the file or folder that a path leads to, all links followed.

    Raises ``error`` if that lies in none of the homes, or if it is there and is neither a file nor
    a folder: reading a pipe or a device may never end.
    """
    found = found_within(path, homes)
    if found is None:
        raise error(
            f"{path} leads out of {homes[0]}, and nothing is read there; "
            "put the file itself in its place."
        )
    try:
        kind = found.stat().st_mode
    except OSError:
        return found  # its reader says that it is missing, or that its name is too long
    if not (S_ISREG(kind) or S_ISDIR(kind)):
        raise error(f"{path} is a pipe or a device, no file; remove it.")
    return found


MOST_FILES = 10_000
"""Files below a folder of which all are looked at."""


def all_within(folder: Path, *, error: type[FlyersError]) -> Iterator[Path]:
    """Yield every file and folder below a folder. Raises ``error`` at one that ``kept_within``
    refuses, and where there are more than MOST_FILES."""
    seen = 0
    for here, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(here, name)
            kept_within(path, folder, error=error)
            yield path
        seen += len(files)
        if seen > MOST_FILES:
            raise error(f"{folder} has more than {MOST_FILES:,} files; keep those that it needs.")
