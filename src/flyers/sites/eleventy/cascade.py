"""The data of an Eleventy page: the front matter, over data files, over layouts, over global data.

In the order of 11ty.dev, "Data cascade". Data files in JavaScript are read as far as they export
a literal object, and never run.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flyers.core.belonging import found_within
from flyers.core.errors import FrontMatterError
from flyers.sites.eleventy.program import json_of, text_of
from flyers.sites.script import UNREAD, ScriptObject, script_of
from flyers.sites.site import WebPage
from flyers.statements.facts import frontmatter

_SUFFIXES = (".json", ".11tydata.json", ".11tydata.cjs", ".11tydata.mjs", ".11tydata.js")
"""Ends of data files' names; what a later one says counts."""

_PRUNED = ("node_modules", "vendor")
_MOST = 20_000
"""EleventyFolders that are looked through for data files."""


@dataclass(frozen=True, kw_only=True)
class DataLayer:
    """The values of one file by their keys; UNREAD ones are computed, and ``whole`` is False if
    there may be more."""

    file: Path
    values: Mapping[str, Any]
    whole: bool = True


@dataclass(frozen=True, kw_only=True)
class Cascade:
    """All data files of a site: by the path that they are for, without its suffix, and global."""

    root: Path
    local: Mapping[Path, tuple[DataLayer, ...]] = field(default_factory=dict)
    everywhere: tuple[DataLayer, ...] = ()
    layouts: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that this was read from."""
        local = (layer.file for layers in self.local.values() for layer in layers)
        return (*local, *(layer.file for layer in self.everywhere))

    def layers(self, page: WebPage) -> Iterator[DataLayer]:
        """Yield the data of a page, what counts first."""
        assert page.path is not None
        yield DataLayer(file=page.path, values=page.values)
        found = [*self._of_path(page.path)]
        yield from found
        layout = next((x.values["layout"] for x in found if "layout" in x.values), None)
        yield from self._of_layouts(page.values.get("layout", layout))
        yield from self.everywhere

    def of_folder(self, folder: Path) -> Iterator[DataLayer]:
        """Yield the data of a folder's files, what counts first."""
        while folder.is_relative_to(self.root):
            if folder != self.root or self.root.name:
                yield from self.local.get(folder / folder.name, ())
            folder = folder.parent

    def _of_path(self, path: Path) -> Iterator[DataLayer]:
        yield from self.local.get(path.with_suffix(""), ())
        yield from self.of_folder(path.parent)

    def _of_layouts(self, name: Any) -> Iterator[DataLayer]:
        """Yield the front matter of a page's layout, and of the layout's own."""
        seen: set[str] = set()
        while isinstance(name, str) and name and name not in seen:
            seen.add(name)
            paths = (folder / f"{name}{end}" for folder in self.layouts for end in _LAYOUTS)
            found = next((p for p in paths if p.is_file() and found_within(p, self.layouts)), None)
            if found is None:
                return
            try:
                values = frontmatter.split(text_of(found), str(found)).values
            except FrontMatterError:
                values = {"permalink": UNREAD}
            yield DataLayer(file=found, values=values)
            name = values.get("layout")


_LAYOUTS = ("", ".njk", ".liquid", ".html", ".webc", ".11ty.js", ".hbs", ".md")


def cascade_of(root: Path, data: Path, layouts: tuple[Path, ...], out: Path) -> Cascade:
    """Return the data files below the input folder, without those of its output and packages."""
    local: dict[Path, list[DataLayer]] = {}
    for count, (place, folders, names) in enumerate(os.walk(root)):
        folder = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if name[0] not in "._"
            and name not in _PRUNED
            and folder / name != out
            and count < _MOST
        )
        stems = {Path(name).stem for name in names} | {folder.name}
        for end in _SUFFIXES:
            for name in sorted(names):
                stem = name.removesuffix(end)
                if stem != name and (stem in stems or end != ".json") and "." not in stem:
                    local.setdefault(folder / stem, []).insert(0, _layer(folder / name))
    everywhere = [_global(path) for path in sorted(data.glob("*")) if path.suffix in _DATA]
    return Cascade(
        root=root,
        local={path: tuple(layers) for path, layers in local.items()},
        everywhere=tuple(everywhere),
        layouts=layouts,
    )


_DATA = (".json", ".js", ".cjs", ".mjs")


def _layer(path: Path) -> DataLayer:
    if path.suffix == ".json":
        return DataLayer(file=path, values=json_of(path))
    exported = script_of(text_of(path)).exported()
    return DataLayer(
        file=path,
        values=exported if exported is not None else {},
        whole=isinstance(exported, ScriptObject) and exported.whole,
    )


def _global(path: Path) -> DataLayer:
    """Return a file of global data as the one value of its name."""
    name = path.name.partition(".")[0]
    if path.suffix == ".json":
        text = text_of(path).strip()
        value: Any = json_of(path) if text.startswith("{") else UNREAD
    else:
        exported = script_of(text_of(path)).exported()
        value = exported if exported is not None else UNREAD
    return DataLayer(file=path, values={name: value})
