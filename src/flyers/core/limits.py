"""Limits of a process: processor time and memory, as far as the system has them, and its end at
one."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """Seconds of a processor that a task may take, and bytes beyond what its process begins
    with."""

    seconds: float
    memory: int


class Killed(StrEnum):
    """The end of a process that died at a task."""

    TIME = "time"
    """It came to its bound of processor time."""
    MEMORY = "memory"
    """It came to its bound of memory."""
    OTHERWISE = "otherwise"
    """By somebody, or by the system for want of memory."""


NO_MEMORY = 86
"""Exit code of a process that was refused memory."""


def has_limits() -> bool:
    """Return True if the system has limits for a process: Windows has none."""
    try:
        import resource  # noqa: F401
    except ImportError:
        return False
    return True


def in_force(seconds: int, memory: int) -> tuple[int, int]:
    """Return the seconds and bytes that a process gets where it is to have so many: no more than
    this one has itself, from its shell or container."""
    if not has_limits():
        return seconds, memory
    import resource

    return _lower(seconds, resource.RLIMIT_CPU), _lower(memory, resource.RLIMIT_AS)


def limit_for_good(seconds: int, memory: int) -> None:
    """Let this process end after so many seconds of a processor in all, and have so many bytes of
    memory; it cannot have more again."""
    if not has_limits():
        return
    import resource

    _set(resource.RLIMIT_CPU, seconds, seconds)
    _set(resource.RLIMIT_AS, memory, memory)
    _set(resource.RLIMIT_CORE, 0, 0)


def limit_time(seconds: float) -> None:
    """Let this process end after so many more seconds of a processor, by SIGXCPU. The limit can be
    moved again for the next task, but never beyond the one that this process came with."""
    if not has_limits():
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    end = int(spent.ru_utime + spent.ru_stime + seconds) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    _set(resource.RLIMIT_CPU, _lower(end, resource.RLIMIT_CPU), hard)


def limit_memory(extra: int) -> None:
    """Let this process take so many more bytes than it has now; beyond, memory is refused to it."""
    if not has_limits():
        return
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    _set(resource.RLIMIT_AS, _lower(_taken() + extra, resource.RLIMIT_AS), hard)
    _set(resource.RLIMIT_CORE, 0, 0)


def end_of(process: "BaseProcess") -> Killed:
    """Return the way in which a process ended that has closed its pipe."""
    process.join()
    if not has_limits():
        return Killed.OTHERWISE
    if process.exitcode == -signal.SIGXCPU:
        return Killed.TIME
    # GLib and C++ give a process up where memory is refused to them.
    refused = process.exitcode in (NO_MEMORY, -signal.SIGABRT, -signal.SIGTRAP)
    return Killed.MEMORY if refused else Killed.OTHERWISE


@contextmanager
def ending_without_memory() -> Iterator[None]:
    try:
        yield
    except MemoryError:
        os._exit(NO_MEMORY)


def _taken() -> int:
    """Return the bytes of addresses that this process has taken; 0 where the system does not say.

    proc(5): the first number of ``statm`` is the size in pages.
    """
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _lower(wanted: int, which: int) -> int:
    """Return the lower of a wanted limit and the one that this process came with."""
    return min([wanted, *(limit for limit in _at_first(which) if limit >= 0)])


@cache
def _at_first(which: int) -> tuple[int, int]:
    """Return a limit, soft and hard, as it was when it was first asked for; negative is none."""
    import resource

    return resource.getrlimit(which)


def _set(which: int, soft: int, hard: int) -> None:
    """Set a limit, as far as the system takes it: macOS refuses one of memory that is below what it
    has reserved itself, and a container may refuse all."""
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(which, (soft, hard))
