"""Contents of files and folders as digests. A file that has not been touched is not read again."""

import os
import time
from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path

from flyers.production.build.memory import seen

LENGTH = 16
"""Bytes of a digest: two contents that share one will not be met with."""

MISSING = "-"
"""The digest of what is not there."""

SETTLED = 2_000_000_000
"""Nanoseconds: what was changed a moment ago may be changed again without its time telling."""

Known = Mapping[str, tuple[int, int, str]]
"""By path: size and time of change, and the digest then."""


class Digests:
    """Digests, each found once; ``known`` are those of an earlier time."""

    def __init__(self, known: Known | None = None) -> None:
        self._known = known or {}
        self._found: dict[str, tuple[int, int, str]] = {}
        self.folders: dict[str, tuple[int, int]] = {}
        """Every folder that was listed, as it was before."""

    def of(self, path: Path | str, content: Callable[[bytes], bytes] = bytes) -> str:
        """The digest of a file, or of the part of it that ``content`` says is of interest."""
        name = os.fspath(path)
        if name not in self._found:
            self._found[name] = self._look(name, content)
        return self._found[name][2]

    def of_folder(self, folder: Path) -> str:
        """One digest of all files in a folder and of what they are called; not of those in its
        folders."""
        self.folders.setdefault(str(folder), seen(folder))
        try:
            files = sorted(path for path in folder.iterdir() if path.is_file())
        except OSError:
            return MISSING
        lines = "".join(f"{path.name} {self.of(path)}\n" for path in files)
        return _digest(lines.encode("utf-8", "surrogateescape"))

    def found(self) -> dict[str, tuple[int, int, str]]:
        """What can be taken for known the next time: files that have settled."""
        now = time.time_ns()
        return {name: row for name, row in self._found.items() if row[1] < now - SETTLED}

    @property
    def sight(self) -> dict[str, tuple[int, int]]:
        """Every file that was asked for: size and time of change."""
        return {name: (size, changed) for name, (size, changed, _) in self._found.items()}

    @property
    def newest(self) -> int:
        """When the last of all files was changed; 0 where there is none."""
        return max((row[1] for row in self._found.values()), default=0)

    @property
    def settled(self) -> bool:
        """Whether all files have."""
        return len(self.found()) == len(self._found)

    def _look(self, name: str, content: Callable[[bytes], bytes]) -> tuple[int, int, str]:
        size, changed = seen(name)
        known = self._known.get(name)
        if known and tuple(known[:2]) == (size, changed):
            return size, changed, known[2]
        if size < 0:
            return size, changed, MISSING
        try:
            return size, changed, _digest(content(Path(name).read_bytes()))
        except OSError:
            return size, changed, MISSING


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=LENGTH).hexdigest()
