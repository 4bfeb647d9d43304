"""The folders that a flyers.toml may lead into: its own, or the repository that it is in.

A flyers.toml can come with a folder that somebody sent, or change with a pull request, and names
files to read and a folder to write. It may not lead out of what it came with, unless the user says
with ``--trust`` that it is theirs, or that they have read it.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from flyers.core.belonging import found_within
from flyers.core.errors import ConfigError
from flyers.core.flyers_toml import TRUST

LONGEST_NAME, LONGEST_PATH = 255, 4000
"""Bytes of a name and of a path that systems take."""


def reach_of(folder: Path) -> Path:
    """Return the top of the git repository that a folder is in, else the folder.

    A repository of all that the user has at home, as some keep their settings in, is none here.
    """
    folder = folder.resolve()
    try:
        home = Path.home().resolve()
    except RuntimeError:  # a user without one
        home = None
    for around in (folder, *folder.parents):
        if home and home.is_relative_to(around):
            break
        if (around / ".git").exists():
            return around
    return folder


def is_trusted() -> bool:
    """Return True if flyers.toml may lead anywhere."""
    return os.environ.get(TRUST, "") not in ("", "0")


def check_reach(path: Path, homes: Sequence[Path], where: str) -> None:
    """Refuse a path that leads out of all homes, be it by a link; none are given if all may be led
    to. ``where`` begins the sentence. Raises ConfigError."""
    too_long = any(len(os.fsencode(part)) > LONGEST_NAME for part in path.parts)
    if too_long or len(os.fsencode(path)) > LONGEST_PATH:
        raise ConfigError(f"{where} names a path that is too long for any system; shorten it.")
    if homes and found_within(path, homes) is None:
        raise ConfigError(
            f"{where} leads out of {homes[0]}; give --trust, or set {TRUST}=1, "
            "if you wrote this configuration or have read it."
        )
