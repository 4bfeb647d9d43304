"""Whether anything was touched since a build had nothing left to do: every file and folder that it
looked at is looked at again, and none is read. Imports next to nothing, and takes no time.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flyers.core.flyers_toml import OUT, flyers_toml
from flyers.core.today import today
from flyers.core.version import __version__

FOLDER = ".flyers"
"""In the folder of a build: what the next one has to know."""

FILE = "seen.json"

VERSION = f"{__version__}, 2"
"""Of what is remembered: it changes with the keys."""

Sight = Mapping[str, tuple[int, int]]
"""Files and folders: size and time of change when they were looked at."""


def glance(start: Path) -> tuple[Mapping[str, Any], Path] | None:
    """What the last build said for the flyers.toml of a folder, and where it built, if it would
    say the same now."""
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
    """What the last build left there of what it saw; nothing where that cannot be told."""
    try:
        memory = json.loads((folder / FILE).read_text("utf-8", "surrogateescape"))
    except (OSError, ValueError):
        return {}
    return memory if isinstance(memory, dict) and memory.get("version") == VERSION else {}


def summary(memory: Mapping[str, Any], today: str) -> Mapping[str, Any] | None:
    """What the last build said, if it would say the same now; else None."""
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
    folders: Sight,
    summary: Mapping[str, Any] | None,
    today: str,
) -> bytes:
    """What the next build is to know: digests of files, and if all was done a summary."""
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
    """A file's or folder's size and time of change; -1 and 0 where there is none."""
    try:
        stat = Path(path).stat()
    except OSError:
        return -1, 0
    return stat.st_size, stat.st_mtime_ns


def _around() -> list[str]:
    """What else decides: the interpreter, and where more fonts and layouts are looked for."""
    named = (os.environ.get(name, "") for name in ("FLYERS_FONTS", "FLYERS_LAYOUTS"))
    return [sys.version, *named]
