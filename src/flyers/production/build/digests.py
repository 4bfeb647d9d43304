"""Digests of files and folders. A file that was not touched since the last build is not read."""

import os
import time
from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path

from flyers.production.build.memory import seen, touched

LENGTH = 16
"""Bytes of a digest: long enough that no two contents will ever share one."""

MISSING = "-"
"""The digest of a file or folder that is missing."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time is relied on: one written twice within the clock's tick
has the same time both times."""

FAR = 86_400_000_000_000
"""Nanoseconds by which clocks of different machines do not differ: a day."""

Known = Mapping[str, tuple[int, int, str]]
"""By path: size, time of change in nanoseconds, and the digest at that time."""


class Digests:
    """Digests, each worked out once; ``known`` are those of the last build."""

    def __init__(self, known: Known | None = None) -> None:
        self._known = known or {}
        self._found: dict[str, tuple[int, int, str]] = {}
        self.folders: dict[str, tuple[int, int]] = {}
        """Every folder that was listed, as it was before that."""

    def of(self, path: Path | str, content: Callable[[bytes], bytes] = bytes) -> str:
        """Return the digest of a file, or of the part of it that ``content`` returns."""
        name = os.fspath(path)
        if name not in self._found:
            self._found[name] = self._look(name, content)
        return self._found[name][2]

    def of_folder(self, folder: Path) -> str:
        """Return one digest of the names and contents of a folder's files, subfolders left out."""
        self.folders.setdefault(str(folder), seen(folder))
        try:
            files = sorted(path for path in folder.iterdir() if path.is_file())
        except OSError:
            return MISSING
        lines = "".join(f"{path.name} {self.of(path)}\n" for path in files)
        return _digest(lines.encode("utf-8", "surrogateescape"))

    def found(self) -> dict[str, tuple[int, int, str]]:
        """Return what the next build may take for known: files whose time can be relied on. One
        from the far future can be: whoever writes it anew gives it another."""
        now = time.time_ns()
        return {
            name: row
            for name, row in self._found.items()
            if not now - SETTLED <= row[1] <= now + FAR
        }

    @property
    def stamps(self) -> dict[str, tuple[int, int]]:
        """Size and time of change of every file."""
        return {name: (size, changed) for name, (size, changed, _) in self._found.items()}

    @property
    def newest(self) -> int:
        """The time at which any file was touched last; 0 where there is none."""
        return max(map(touched, self._found), default=0)

    @property
    def settled(self) -> bool:
        """True if the times of all files can be relied on."""
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
