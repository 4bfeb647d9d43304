"""All files of a Hugo site's configuration, read as one table (gohugo.io, "Configure Hugo")."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flyers.core.table_file import table_in

_SUFFIXES = (".toml", ".yaml", ".yml", ".json")
_ROOTS = ("hugo", "config")
_FOLDER = "config/_default"

_FOLDERS = (_FOLDER, "config/production")
"""Folders of configuration, the later over the earlier; a site is built for production."""


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """The table of a site, its keys in lower case, and the files that it was read from."""

    folder: Path
    table: Mapping[str, Any]
    files: tuple[Path, ...]


def configuration_of(folder: Path) -> Configuration:
    """Return the configuration of the site in a folder. Raises ConfigError for a broken file."""
    table: dict[str, Any] = {}
    files = tuple(_files(folder))
    for file in files:
        _set(table, _placed(file, folder))
    return Configuration(folder=folder, table=table, files=files)


def _files(folder: Path) -> Iterator[Path]:
    roots = (folder / f"{stem}{suffix}" for stem in _ROOTS for suffix in _SUFFIXES)
    if root := next((file for file in roots if file.is_file()), None):
        yield root
    for name in _FOLDERS:
        yield from sorted(
            file
            for file in (folder / name).rglob("*")
            if file.suffix.lower() in _SUFFIXES and file.is_file()
        )


def _placed(file: Path, folder: Path) -> dict[str, Any]:
    """Return what a file says, below the keys that its name stands for: ``permalinks.toml`` for
    one, ``params.de.toml`` for those of a language."""
    table: dict[str, Any] = lower(table_in(file)[0])
    if file.parent == folder or file.stem in _ROOTS:
        return table
    name, _, language = file.stem.lower().partition(".")
    if len(table) == 1 and isinstance(table.get(name), dict | list):
        table = table[name]
    if not language:
        return {name: table}
    inner = {name: table} if name in ("menu", "menus", "params") else table
    return {"languages": {language: inner}}


def lower(value: Any) -> Any:
    """Return a table with all its keys in lower case."""
    if isinstance(value, dict):
        return {str(key).lower(): lower(inner) for key, inner in value.items()}
    return [lower(inner) for inner in value] if isinstance(value, list) else value


def _set(table: dict[str, Any], other: Mapping[str, Any]) -> None:
    """Put the values of another table over those of the table, key by key."""
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(table.get(key), dict):
            _set(table[key], value)
        else:
            table[key] = value
