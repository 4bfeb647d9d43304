"""The memory of a build: every file and folder that decided it, with size and time of change.

If none of them was touched, the next build has nothing to do, and knows it without reading one.
Imports next to nothing.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flyers.core.flyers_toml import OUT, TRUST, flyers_toml
from flyers.core.today import today
from flyers.core.version import __version__

FOLDER = ".flyers"
"""The folder, in that of the finished files, of what the next build has to know."""

FILE = "seen.json"

VERSION = f"{__version__}, 3"
"""Version of the keys: a memory of another one counts for nothing."""

Stamps = Mapping[str, tuple[int, int]]
"""Files and folders, each with size in bytes and time of change in nanoseconds."""


def glance(start: Path) -> tuple[Mapping[str, Any], Path] | None:
    """Return the last build's report for the flyers.toml of a folder, and its own folder; None
    unless a build would report the same now."""
    import tomllib

    file = flyers_toml(start.resolve())
    if file is None:
        return None
    try:
        out = tomllib.loads(file.read_text("utf-8-sig")).get("build", {}).get("out", OUT)
        place = file.parent / out
    except (OSError, ValueError, AttributeError, TypeError):
        return None
    found = summary(remembered(place / FOLDER), today().isoformat())
    return (found, place) if found is not None else None


def remembered(folder: Path) -> dict[str, Any]:
    """Return the memory in a folder; empty where there is none that can be read."""
    try:
        memory = json.loads((folder / FILE).read_text("utf-8", "surrogateescape"))
    except (OSError, ValueError):
        return {}
    return memory if isinstance(memory, dict) and memory.get("version") == VERSION else {}


def summary(memory: Mapping[str, Any], today: str) -> Mapping[str, Any] | None:
    """Return the last build's report, or None if anything was touched since."""
    if not memory or memory["day"] != today or memory["around"] != _around():
        return None
    for path, row in memory["files"].items():
        if seen(path) != (row[0], row[1]):
            return None
    for path, changed in memory["folders"].items():
        if seen(path)[1] != changed:
            return None
    found: Mapping[str, Any] | None = memory["summary"]
    return found


def memory_of(
    files: Mapping[str, tuple[int, int, str]],
    folders: Stamps,
    summary: Mapping[str, Any] | None,
    today: str,
) -> bytes:
    """Return the memory as a file: digests of files, and the report if nothing was left to do."""
    memory = {
        "version": VERSION,
        "day": today,
        "around": _around(),
        "files": files,
        "folders": {path: changed for path, (_, changed) in folders.items()},
        "summary": summary,
    }
    text = json.dumps(memory, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogateescape")


def seen(path: Path | str) -> tuple[int, int]:
    """Return a file's or folder's size and time of change; -1 and 0 where there is none."""
    try:
        stat = Path(path).stat()
    except OSError:
        return -1, 0
    return stat.st_size, stat.st_mtime_ns


def touched(path: Path | str) -> int:
    """Return the time at which a file was changed, by the system's clock: unlike the time that it
    is dated, nobody can set it to the future. 0 where there is none."""
    try:
        stat = Path(path).stat()
    except OSError:
        return 0
    return stat.st_mtime_ns if sys.platform == "win32" else stat.st_ctime_ns


def _around() -> list[str]:
    """Return what else decides a build: the interpreter, the folders of more fonts and layouts,
    and whether flyers.toml is trusted."""
    named = (os.environ.get(name, "") for name in ("FLYERS_FONTS", "FLYERS_LAYOUTS", TRUST))
    return [sys.version, *named]
