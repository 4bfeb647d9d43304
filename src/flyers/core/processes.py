"""Processes, and the way to start one: forked where that is safe, and spawned elsewhere."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from flyers.core.errors import MachineError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess


START = "FLYERS_PROCESSES"
"""Variable of the environment: ``spawn`` starts processes as macOS and Windows do."""


def may_fork() -> bool:
    """Return True if no other thread could hold a lock, and the system's own libraries allow a
    fork."""
    if os.environ.get(START) == "spawn":
        return False
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def started() -> Iterator[None]:
    """Turn the system's refusal to start a process into MachineError."""
    try:
        yield
    except OSError as error:
        raise MachineError(
            f"The system starts no other process ({error.strerror}), and a stranger's file is "
            "looked at in one of its own; close other programs, or raise `ulimit -u` and `-v`."
        ) from error


def spawned(
    target: Callable[..., None], do: Callable[..., Any], *more: Any
) -> "tuple[Connection[Any, Any], Connection[Any, Any], BaseProcess]":
    """Start ``target(do, pipe, *more)`` in a spawned process; returns both ends of its pipe, of
    which the second is to be closed here, and the process."""
    from multiprocessing import get_context

    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=target, args=(do, there, *more), daemon=True)
    with _alone(), uninterrupted(), started():
        process.start()
    return here, there, process


@contextmanager
def _alone() -> Iterator[None]:
    """Hide the caller's script, which every spawned process would otherwise run once more."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let a new process begin deaf to Ctrl-C: that it dies of one while it still loads Python would
    be seen. A process inherits the signals that are blocked when it is started."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
