"""Limits of a process: processor time and memory, as far as the system has them."""

import os
import signal
from contextlib import suppress
from pathlib import Path


def has_limits() -> bool:
    """Return True if the system has limits for a process: Windows has none."""
    try:
        import resource  # noqa: F401
    except ImportError:
        return False
    return True


def limit_time(seconds: float) -> None:
    """Let this process end after so many more seconds of a processor, by SIGXCPU.

    The limit can be moved again for the next task, but never beyond the one that was set for this
    process from outside.
    """
    if not has_limits():
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    end = int(spent.ru_utime + spent.ru_stime + seconds) + 1
    _set(resource.RLIMIT_CPU, _least(end, most), most)


def limit_memory(extra: int) -> None:
    """Let this process take so many more bytes than it has now; beyond, memory is refused to it."""
    if not has_limits():
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    _set(resource.RLIMIT_AS, _least(_taken() + extra, most), most)
    _set(resource.RLIMIT_CORE, 0, 0)


def ran_out_of_time(exit_code: int | None) -> bool:
    """Return True if a process that ended so came to its limit of processor time."""
    return has_limits() and exit_code == -signal.SIGXCPU


def was_aborted(exit_code: int | None) -> bool:
    """Return True if a process that ended so gave itself up, as GLib and C++ do where memory is
    refused to them."""
    return has_limits() and exit_code in (-signal.SIGABRT, -signal.SIGTRAP)


def _taken() -> int:
    """Return the bytes of addresses that this process has taken; 0 where the system does not say.

    proc(5): the first number of ``statm`` is the size in pages.
    """
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _least(wanted: int, most: int) -> int:
    import resource

    return wanted if most == resource.RLIM_INFINITY else min(wanted, most)


def _set(which: int, soft: int, hard: int) -> None:
    """Set a limit, as far as the system takes it: macOS refuses one of memory that is below what it
    has reserved itself."""
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(which, (soft, hard))
