"""The desk that a kit is made on: a hidden folder beside its place, which no run leaves behind.

A run that is killed cannot clear its desk; the next one does. A desk is somebody's as long as the
lock on its file is held, which the system takes back from a process that ends, however it ends.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

PREFIX = ".making-"
OLD = "old-"
"""Beginning of the name that a kit has on the desk which is just being replaced."""

_LOCK = ".lock"


@contextmanager
def cleared_desk(place: Path) -> Iterator[Path]:
    """Yield a new desk in the folder of all kits; those of killed runs are removed before. Raises
    OSError."""
    for desk in place.glob(f"{PREFIX}*"):
        _clear(desk, place)
    with TemporaryDirectory(dir=place, prefix=PREFIX) as name:
        desk = Path(name)
        descriptor = os.open(desk / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _is_locked(descriptor)
            yield desk
        finally:
            os.close(descriptor)


def _clear(desk: Path, place: Path) -> None:
    """Remove a desk that is nobody's any more; a kit that was just being replaced comes back."""
    # Without a file to lock it is just being laid, or nobody's desk at all.
    with suppress(OSError):
        descriptor = os.open(desk / _LOCK, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        try:
            if desk.is_symlink() or not _is_locked(descriptor):
                return
            for old in desk.glob(f"{OLD}*"):
                if not (kit := place / old.name.removeprefix(OLD)).exists():
                    old.rename(kit)
            shutil.rmtree(desk)
        finally:
            os.close(descriptor)


def _is_locked(descriptor: int) -> bool:
    """Lock the file; return False if another process has it, or there are no such locks."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True
