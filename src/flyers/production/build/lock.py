"""A lock for one build at a time in a folder; the next waits until the one before has ended."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def taking_turns(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock file; ``waiting`` is called once if another process has it.

    The system takes it back from a process that ends, however it ends. Where
    there are no such locks, builds go on side by side: what they write is whole
    and the same.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
