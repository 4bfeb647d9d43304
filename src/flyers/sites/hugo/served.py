"""The folders that a Hugo site serves as they are (gohugo.io, "Directory structure", "Modules")."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from flyers.sites.site import ServedFolder

_STATIC = ("staticdir", *(f"staticdir{number}" for number in range(11)))


def served_of(table: Mapping[str, Any], folder: Path) -> tuple[ServedFolder, ...]:
    """Return the static folders of a configuration, whose keys are in lower case; those of its
    mounts alone, if it has some."""
    mounted = tuple(_mounted(table, folder))
    if mounted:
        return mounted
    names = [name for key in _STATIC for name in _names(table.get(key))]
    return tuple(ServedFolder(folder=(folder / name).resolve()) for name in names or ["static"])


def _mounted(table: Mapping[str, Any], folder: Path) -> Iterator[ServedFolder]:
    module = table.get("module")
    rows = module.get("mounts") if isinstance(module, dict) else None
    for row in rows if isinstance(rows, list) else ():
        keys = (
            {str(key).lower(): value for key, value in row.items()} if isinstance(row, dict) else {}
        )
        source, target = keys.get("source"), keys.get("target")
        if isinstance(source, str) and isinstance(target, str):
            path = PurePosixPath(target.strip("/"))
            if path.parts[:1] == ("static",):
                at = path.relative_to("static").as_posix()
                yield ServedFolder(folder=(folder / source).resolve(), at="" if at == "." else at)


def _names(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]
