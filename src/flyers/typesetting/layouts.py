"""Finds layouts by name: beside the statement, where $FLYERS_LAYOUTS says, and the shipped ones."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from flyers.core.belonging import all_within, kept_within
from flyers.core.errors import LayoutError, UnknownNameError
from flyers.core.shipped import shipped
from flyers.typesetting.layout import Layout
from flyers.typesetting.layout_file import read_layout

SHARED = "shared"
"""Name of the folder beside the shipped layouts with the files that they share."""


def layout_folders(*beside: Path | None) -> tuple[Path, ...]:
    """Return the folders in which layouts are looked for, nearest first: ``beside`` the statement
    and flyers.toml, $FLYERS_LAYOUTS, the shipped ones. Raises LayoutError."""
    own = [folder / "layouts" for folder in dict.fromkeys(beside) if folder]
    for folder in own:
        kept_within(folder, folder.parent, error=LayoutError)
    named = os.environ.get("FLYERS_LAYOUTS")
    own += [Path(part) for part in named.split(os.pathsep) if part] if named else []
    return (*(folder for folder in own if folder.is_dir()), shipped("layouts"))


def layout_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of all layouts, sorted."""
    return tuple(sorted({p.parent.name for f in folders for p in f.glob("*/layout.toml")}))


def layout_named(name: str, folders: Sequence[Path]) -> Layout:
    """Return the layout of that name from the first folder that has it. Raises LayoutError or
    UnknownNameError."""
    inside = [folder / name for folder in folders if name and name == Path(name).name]
    for folder in inside:
        if (folder / "layout.toml").is_file():
            kept_within(folder, folder.parent, error=LayoutError)
            return _read(folder)
    for folder in inside:
        if folder.exists() and name != SHARED:
            raise LayoutError(
                f"{folder} is no layout, since it has no layout.toml; copy one with "
                f"`flyers layouts new {name}`, or choose another."
            )
    raise UnknownNameError.near("layout", name, layout_names(folders))


def forget() -> None:
    """Read every layout anew the next time it is named."""
    _read.cache_clear()


@cache
def _read(folder: Path) -> Layout:
    """Return a layout. All files of one that is not ours are seen to lie in its folder: templates
    include others, by names that are not known before they are filled."""
    if folder.parent != shipped("layouts"):
        for _ in all_within(folder, error=LayoutError):
            pass
    return read_layout(folder)
