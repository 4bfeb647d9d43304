"""The log of a build: a line of JSON for every piece, written by whoever made it, once it is whole.

The last line on a piece counts. A line that a killed process left half written
is no line, so that its piece is made again. A first line tells whose build it is, and one
at the end has the files that no piece has any more.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from flyers.core.errors import OutputError
from flyers.core.files import write_whole
from flyers.core.flyers_toml import NAME
from flyers.production.build.digests import Digests

Name = tuple[str, str, str, str]
"""What a line is about: a statement from the folder of flyers.toml, a layout, a format and a
printer; or for a ticket no layout and no format."""

STRAYS: Name = ("", "", "", "")
"""What the line of the files is called that were made once, and belong to no piece any more."""


def named(path: Path, home: Path) -> str:
    """A file by its name from a folder, the same on every system."""
    try:
        return Path(os.path.relpath(path, home)).as_posix()
    except ValueError:  # it is on another drive
        return path.as_posix()


def ticket_of(name: Name) -> Name:
    """What the ticket is called that goes with a piece."""
    return name[0], "", "", name[3]


@dataclass(frozen=True, kw_only=True)
class Line:
    """What became of a piece. ``needs`` are digests of what it was made of, and ``pictures`` of the
    places where its pictures were looked for, by their names from the folder of flyers.toml;
    ``files`` those of what was written, by their names from the folder of the build. ``error`` is
    why nothing was, and ``code`` how that ends a run: then the files are those from before.
    ``warnings`` are what to know, ``language`` is the statement's, and ``event`` the day of the
    event that the piece calls to."""

    name: Name
    needs: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    event: str = ""
    error: str = ""
    code: int = 0
    warnings: tuple[str, ...] = ()
    seconds: float = 0

    def paths(self, out: Path) -> list[Path]:
        """The files, the piece itself first."""
        return [out / name for name in self.files]

    def is_whole(self, out: Path, digests: Digests) -> bool:
        """Whether all files are there as they were written."""
        return all(digests.of(out / name) == was for name, was in self.files.items())


class Log:
    """The lines in one file, by what they are about; ``out`` is the folder of the files, and
    ``home`` that of their flyers.toml.

    Raises OutputError where they are those of another one: each would take the other's
    pieces for its own old ones.
    """

    def __init__(self, path: Path, *, out: Path, home: Path) -> None:
        self.path = path
        self._out = out
        self._home = named(home, self._out)
        self.read()
        other = self._out / self._whose
        if (other / NAME).is_file() and not other.samefile(home):
            raise OutputError(
                f"{self._out} has what {other.resolve() / NAME} builds; "
                "choose another out in [build] of one of the two."
            )

    def read(self) -> None:
        """Take up what was added, by whichever process."""
        self._whose = self._home
        self._lines: dict[Name, Line] = {}
        self._files: dict[str, str] = {}
        for row in _rows(self.path):
            self._whose = str(row.get("home", self._whose))
            if line := _line(row):
                self._lines[line.name] = line
                self._files |= line.files

    def line(self, name: Name) -> Line | None:
        """What is known of a piece."""
        return self._lines.get(name)

    def add(self, line: Line) -> None:
        """Write a line behind the others, in one go: other processes write here as well. Before it
        goes a line's end, in case that the last one has none."""
        text = f"\n{json.dumps(asdict(line), ensure_ascii=False)}\n"
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            os.write(descriptor, text.encode("utf-8", "surrogateescape"))
        finally:
            os.close(descriptor)

    def keep(self, names: Iterable[Name], digests: Digests) -> None:
        """Read what was added, and write the last line on each of these pieces alone, and one on
        the files that none of them has."""
        self.read()
        names = tuple(names)
        rows = [self._lines[name] for name in names if name in self._lines]
        if strays := self.strays(names, digests):
            rows.append(Line(name=STRAYS, files=strays))
        said = [{"home": self._home}, *map(asdict, rows)]
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in said)
        write_whole(self.path, text.encode("utf-8", "surrogateescape"))

    def strays(self, names: Iterable[Name], digests: Digests) -> dict[str, str]:
        """Files that were written for other pieces than these, or for these under another name,
        with their digests: only those that are still there as they were written."""
        lines = [self._lines[name] for name in names if name in self._lines]
        own = {file for line in lines for file in line.files}
        others = {file: was for file, was in self._files.items() if file not in own}
        found = {
            file: was
            for file, was in sorted(others.items())
            if self._is_inside(file) and digests.of(self._out / file) == was
        }
        if not found:
            return {}
        # Where capitals make no other name, an old name may be that of a new file.
        kept = {_identity(self._out / file) for file in own}
        return {file: was for file, was in found.items() if _identity(self._out / file) not in kept}

    def _is_inside(self, file: str) -> bool:
        """Whether a file is in the folder, whatever a log that came from elsewhere says."""
        folder = (self._out / file).parent.resolve()
        return folder.is_relative_to(self._out.resolve())

    def overwritten(self, names: Sequence[Name]) -> list[tuple[Line, Name, str]]:
        """Pieces that make a file which another one, before them, makes as well."""
        owners: dict[str, Name] = {}
        found = []
        for line in filter(None, map(self.line, names)):
            for file in () if line.error else line.files:
                owner = owners.setdefault(file, line.name)
                if owner != line.name:
                    found.append((line, owner, file))
                    break
        return found


def _identity(path: Path) -> tuple[int, int] | None:
    """What a file is, by whatever name."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        rows = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputError(f"Cannot read {path} ({error.strerror}); remove it.") from error
    for row in rows:
        try:
            found = json.loads(row.decode("utf-8", "surrogateescape"))
        except ValueError:
            continue
        if isinstance(found, dict):
            yield found


def _line(row: Mapping[str, Any]) -> Line | None:
    """A row as a line, if it is one."""
    try:
        statement, layout, fmt, printer = row["name"]
        more = {
            "name": (statement, layout, fmt, printer),
            "files": dict(row["files"]),
            "warnings": tuple(row["warnings"]),
        }
        return Line(**{**row, **more})
    except (ValueError, TypeError, KeyError):
        return None
