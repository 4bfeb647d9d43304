"""Front matter that the configuration gives files (jekyllrb.com, "Front Matter Defaults")."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flyers.sites.scalars import listed

_TYPES = {"page": "pages", "post": "posts", "draft": "drafts"}
"""Names of types in old configurations."""


@dataclass(frozen=True, kw_only=True)
class MatterDefaults:
    """The rows of ``defaults``. ``source`` is the site's source folder, ``collections`` the folder
    of its collections below that, empty if it is the same."""

    rows: tuple[Mapping[str, Any], ...]
    source: Path
    collections: str = ""

    def of(self, path: str, kind: str) -> Mapping[str, Any]:
        """Return the values for a file: by its path from the folder of collections, or, of a page,
        from the source folder; and by its type. The longer path goes before, then the later row."""
        values: dict[str, Any] = {}
        scope: Mapping[str, Any] | None = None
        for row in self._matching(path, kind):
            own = row["scope"]
            given = {key: value for key, value in row["values"].items() if value is not None}
            if scope is None or _goes_before(own, scope):
                values, scope = {**values, **given}, own
            else:
                values = {**given, **values}
        return values

    def _matching(self, path: str, kind: str) -> Iterator[Mapping[str, Any]]:
        for row in self.rows:
            scope = row["scope"]
            named = scope.get("type")
            if named is not None and _TYPES.get(str(named), str(named)) != kind:
                continue
            if any(path.removeprefix("/").startswith(begin) for begin in self._begins(scope)):
                yield row

    def _begins(self, scope: Mapping[str, Any]) -> Iterator[str]:
        """Yield the beginnings of the paths that a scope is for."""
        begin = scope.get("path")
        if not isinstance(begin, str) or not begin:
            yield ""
        elif "*" in begin:
            for found in self.source.glob(begin.strip("/")):
                yield self._within(found.relative_to(self.source).as_posix())
        else:
            yield self._within(begin)

    def _within(self, path: str) -> str:
        """Return a path without the folder of collections; without one, without its first slash."""
        return path.removeprefix(f"{self.collections}/")


def _goes_before(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    lengths = [len(str(scope.get("path") or "").strip("/")) for scope in (one, other)]
    if lengths[0] != lengths[1]:
        return lengths[0] > lengths[1]
    return "type" in one or "type" not in other


def defaults_of(table: Mapping[str, Any], source: Path, collections: str) -> MatterDefaults:
    """Return the rows of a configuration that have values."""
    rows = table.get("defaults")
    return MatterDefaults(
        rows=tuple(
            {"values": row["values"], "scope": row.get("scope") or {}}
            for row in listed(rows)
            if isinstance(row, dict)
            and isinstance(row.get("values"), dict)
            and isinstance(row.get("scope") or {}, dict)
        ),
        source=source,
        collections=collections,
    )
