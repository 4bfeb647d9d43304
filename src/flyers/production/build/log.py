"""The log of a build: a line of JSON for every piece, appended once its files are whole.

The last line of a piece counts. A line that a killed process left half written
is no record, so that its piece is made again. The first line names the folder of the
flyers.toml, and one at the end lists the files that no piece has any more.
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

PieceName = tuple[str, str, str, str]
"""The piece of a record: a statement as named from the folder of flyers.toml, a layout, a format
and a printer. A ticket has no layout and no format."""

STRAYS: PieceName = ("", "", "", "")
"""The name of the record of files that were made once, and belong to no piece any more."""


def named(path: Path, home: Path) -> str:
    """Return a file's name from a folder, the same on every system."""
    try:
        return Path(os.path.relpath(path, home)).as_posix()
    except ValueError:  # it is on another drive
        return path.as_posix()


def ticket_of(name: PieceName) -> PieceName:
    """Return the name of the ticket that goes with a piece."""
    return name[0], "", "", name[3]


@dataclass(frozen=True, kw_only=True)
class Record:
    """A piece as it was made. ``needs`` are digests of what it was made of, ``pictures`` those of
    the paths at which its pictures were sought, named from the folder of flyers.toml, and
    ``files`` those of the files, named from the folder of the build. ``page`` is the address of
    its page, ``basis`` and ``source`` what that rests on: ``rules`` is the digest of the site's
    rules, ``grounds`` are those of what was looked at in the built site, named like the
    pictures. If it could not be made,
    ``error`` is the message, ``code`` its exit code, and the files are those of an earlier build;
    ``owner`` is the statement that has the piece's file instead, if that is the reason.
    ``language`` is the statement's, ``event`` the ISO day of the event that the piece calls to."""

    name: PieceName
    needs: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    rules: str = ""
    grounds: Mapping[str, str] = field(default_factory=dict)
    page: str = ""
    basis: str = ""
    source: str = ""
    language: str = ""
    event: str = ""
    error: str = ""
    code: int = 0
    owner: str = ""
    warnings: tuple[str, ...] = ()
    seconds: float = 0

    def paths(self, out: Path) -> list[Path]:
        """Return the files, the piece itself first."""
        return [out / name for name in self.files]

    def is_whole(self, out: Path, digests: Digests) -> bool:
        """Return True if all files are there as they were written."""
        return all(digests.of(out / name) == was for name, was in self.files.items())


class Log:
    """The records in one file, by their pieces; ``out`` is the folder of the files, and ``home``
    that of their flyers.toml.

    Raises OutputError if they are those of another flyers.toml: each would take the other's
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
        """Read the file anew: other processes append to it."""
        self._whose = self._home
        self._records: dict[PieceName, Record] = {}
        self._files: dict[str, str] = {}
        for row in _rows(self.path):
            self._whose = str(row.get("home", self._whose))
            if record := _record(row):
                self._records[record.name] = record
                self._files |= record.files

    def record(self, name: PieceName) -> Record | None:
        """Return the record of a piece, or None."""
        return self._records.get(name)

    def add(self, record: Record) -> None:
        """Append a record in one write, since other processes append here too. A line end goes
        before it, in case that the last one has none."""
        text = f"\n{json.dumps(asdict(record), ensure_ascii=False)}\n"
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            os.write(descriptor, text.encode("utf-8", "surrogateescape"))
        finally:
            os.close(descriptor)

    def keep(self, names: Iterable[PieceName], digests: Digests) -> None:
        """Rewrite the file with the last record of each of these pieces, and one of the files that
        none of them has."""
        self.read()
        names = tuple(names)
        rows = [self._records[name] for name in names if name in self._records]
        if strays := self.strays(names, digests):
            rows.append(Record(name=STRAYS, files=strays))
        said = [{"home": self._home}, *map(asdict, rows)]
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in said)
        write_whole(self.path, text.encode("utf-8", "surrogateescape"))

    def strays(self, names: Iterable[PieceName], digests: Digests) -> dict[str, str]:
        """Return the files that were written for other pieces than these, or for these under
        another name, with their digests; only those that are still there as they were written."""
        records = [self._records[name] for name in names if name in self._records]
        own = {file for record in records for file in record.files}
        others = {file: was for file, was in self._files.items() if file not in own}
        found = {
            file: was
            for file, was in sorted(others.items())
            if self._is_inside(file) and digests.of(self._out / file) == was
        }
        if not found:
            return {}
        # On a disk that ignores capitals, an old name may lead to a new file.
        kept = {_identity(self._out / file) for file in own}
        return {file: was for file, was in found.items() if _identity(self._out / file) not in kept}

    def _is_inside(self, file: str) -> bool:
        """Return True if a file is in the folder; a log from elsewhere may name any path."""
        folder = (self._out / file).parent.resolve()
        return folder.is_relative_to(self._out.resolve())

    def overwritten(self, names: Sequence[PieceName]) -> list[tuple[Record, PieceName, str]]:
        """Return the records of pieces that make a file which an earlier piece makes too, that
        piece and the file."""
        owners: dict[str, PieceName] = {}
        found = []
        for record in filter(None, map(self.record, names)):
            for file in () if record.error else record.files:
                owner = owners.setdefault(file, record.name)
                if owner != record.name:
                    found.append((record, owner, file))
                    break
        return found


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what is the same of a file under all its names."""
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


def _record(row: Mapping[str, Any]) -> Record | None:
    """Return a row as a record, or None if it is none."""
    try:
        statement, layout, fmt, printer = row["name"]
        more = {
            "name": (statement, layout, fmt, printer),
            "files": dict(row["files"]),
            "warnings": tuple(row["warnings"]),
        }
        return Record(**{**row, **more})
    except (ValueError, TypeError, KeyError):
        return None
