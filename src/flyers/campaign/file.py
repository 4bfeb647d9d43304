"""A configuration file, read in the notation that it is in, and the line of each key."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from flyers.campaign.lines import Keys, lines_of
from flyers.core.errors import ConfigError


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
    try:
        text = path.read_text("utf-8-sig")
        if path.suffix == ".toml":
            table: Any = tomllib.loads(text)
        elif path.suffix == ".json":
            table = json.loads(text)
        else:
            table = _yaml(text)
    except OSError as error:
        raise ConfigError(
            f"Cannot read {path} ({error.strerror}); check its permissions."
        ) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path} cannot be read: {error}; mend that place.") from error
    return File(path, table if isinstance(table, dict) else {}, text)


def _yaml(text: str) -> Any:
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error).replace("\n", " ")) from error
