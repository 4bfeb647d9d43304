"""A configuration file, read in the notation that it is in, and the line of each key."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from flyers.campaign.lines import Keys, lines_of
from flyers.core.table_file import table_in


@dataclass(frozen=True)
class File:
    """A configuration file: its ``text``, and its ``table`` as its notation gives it."""

    path: Path
    table: Mapping[str, Any]
    text: str = ""

    @cached_property
    def _lines(self) -> Mapping[Keys, int]:
        return lines_of(self.text)

    def place(self, keys: Keys) -> str:
        """Return the file's name, and the line of the keys or of the nearest table around them."""
        for end in range(len(keys), 0, -1):
            if keys[:end] in self._lines:
                return f"{self.path}, line {self._lines[keys[:end]]}"
        return str(self.path)

    def line(self, keys: Keys) -> str:
        """Return the line alone, in words."""
        return f"line {self._lines[keys]}" if keys in self._lines else str(self.path)

    def folder(self, name: str | None) -> Path | None:
        """Return the path of a folder or file that it names, from its own folder."""
        return (self.path.parent / name).resolve() if name else None


def read(path: Path) -> File:
    """Read a file in TOML, JSON or YAML, by its suffix. Raises ConfigError."""
    table, text = table_in(path)
    return File(path, table, text)
