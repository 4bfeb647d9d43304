"""Files by the names that people use, and written so that what exists is a whole file."""

import os
import secrets
from pathlib import Path

from flyers.core.errors import OutputError


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` under a temporary name beside ``path``, then give it its name.

    Readers see the old file or the new one, never half of one. Raises OSError.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def remove(path: Path) -> None:
    """Remove a file that may be gone already. Raises OutputError."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"Cannot remove {path} ({error.strerror}); check its permissions."
        ) from error


def from_here(path: Path) -> Path:
    """As short as a person would name it, from the folder they are in."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
