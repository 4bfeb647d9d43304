"""flyers.toml, found upward from a folder, as git finds its own.

Imports next to nothing: a build with nothing to do, and the check of a single
file, ask for it before anything else is loaded.
"""

from collections.abc import Collection
from pathlib import Path

NAME = "flyers.toml"

TRUST = "FLYERS_TRUST"
"""Variable of the environment that says the same as --trust (see ``campaign.reach``)."""

OUT = "out"
"""Folder of a build where [build] in flyers.toml names none."""


def flyers_toml(start: Path) -> Path | None:
    """Return the flyers.toml in force in a folder: its own, or the nearest above it."""
    return upward(start, (NAME,))


def upward(start: Path, names: Collection[str]) -> Path | None:
    """Return the first file of one of those names in the folder or the nearest above it."""
    for folder in (start, *start.parents):
        for name in names:
            if (folder / name).is_file():
                return folder / name
    return None
