"""The log of a build: a line of JSON for every piece, written by whoever made it, once it is whole.

The last line on a piece counts. A line that a killed process left half written
is no line, so that its piece is made again.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from flyers.building.digests import Digests
from flyers.errors import OutputError
from flyers.files import write_whole

Name = tuple[str, str, str, str]
"""What a line is about: a statement from the folder of flyers.toml, a layout, a format and a
printer; or for a ticket no layout and no format."""


def named(path: Path, home: Path) -> str:
    """A file by its name from a folder, the same on every system."""
    return Path(os.path.relpath(path, home)).as_posix()


def ticket_of(name: Name) -> Name:
    """What the ticket is called that goes with a piece."""
    return name[0], "", "", name[3]


@dataclass(frozen=True, kw_only=True)
class Line:
    """What became of a piece. ``needs`` are digests of what it was made of, and ``pictures`` of the
    places where its pictures were looked for, by their names from the folder of flyers.toml;
    ``files`` those of what was written, by their names from the folder of the build. ``error`` is
    why nothing was, and ``code`` how that ends a run; ``warnings`` are what to know, and
    ``language`` is the statement's."""

    name: Name
    needs: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
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
    """The lines in one file, by what they are about."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines = _read(path)

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

    def keep(self, names: Iterable[Name]) -> None:
        """Read what was added, and write the last line on each of these pieces alone."""
        self._lines = _read(self.path)
        kept = [self._lines[name] for name in names if name in self._lines]
        text = "".join(json.dumps(asdict(line), ensure_ascii=False) + "\n" for line in kept)
        write_whole(self.path, text.encode("utf-8", "surrogateescape"))

    def overwritten(self, names: Sequence[Name]) -> list[tuple[Line, Name, str]]:
        """Pieces that make a file which another one, before them, makes as well."""
        owners: dict[str, Name] = {}
        found = []
        for line in filter(None, map(self.line, names)):
            for file in line.files:
                owner = owners.setdefault(file, line.name)
                if owner != line.name:
                    found.append((line, owner, file))
                    break
        return found


def _read(path: Path) -> dict[Name, Line]:
    try:
        rows = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise OutputError(f"Cannot read {path} ({error.strerror}); remove it.") from error
    lines = {}
    for row in rows:
        try:
            line = _line(json.loads(row.decode("utf-8", "surrogateescape")))
        except (ValueError, TypeError, KeyError):
            continue
        lines[line.name] = line
    return lines


def _line(row: Mapping[str, Any]) -> Line:
    statement, layout, fmt, printer = row["name"]
    more = {"name": (statement, layout, fmt, printer), "warnings": tuple(row["warnings"])}
    return Line(**{**row, **more})
