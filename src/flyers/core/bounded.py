"""Work that may not come to an end, in a process of its own that has to."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from flyers.core.processes import may_fork, spawned

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Result = TypeVar("Result")


def bounded(
    do: Callable[[], Result], *, seconds: int, memory: int
) -> AbstractContextManager[Callable[[], Result]]:
    """``do`` something in a process that ends after so many seconds of a processor, or beyond so
    many bytes of memory; on a system without such limits, after so many seconds by the clock.

    Yields the function that waits for the result. It raises what ``do`` raised,
    and ChildProcessError if the process came to its bounds or died. Leaving the
    ``with`` block ends the process. Where no fork is safe, ``do`` has to be picklable.
    """
    if may_fork():
        return _forked(do, seconds, memory)
    return _spawned(do, seconds, memory)


@contextmanager
def _forked(do: Callable[[], Result], seconds: int, memory: int) -> Iterator[Callable[[], Result]]:
    import pickle

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live_within(seconds, memory)
        with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
            pickle.dump(_outcome(do), pipe, pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    os.close(writing)

    def result() -> Result:
        with os.fdopen(os.dup(reading), "rb") as pipe:
            try:
                outcome = pickle.load(pipe)
            except (EOFError, pickle.UnpicklingError):
                raise ChildProcessError from None
        answer: Result = _taken(outcome)
        return answer

    try:
        yield result
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@contextmanager
def _spawned(do: Callable[[], Result], seconds: int, memory: int) -> Iterator[Callable[[], Result]]:
    here, there, process = spawned(_send, do, seconds, memory)
    there.close()
    end = time.monotonic() + seconds

    def result() -> Result:
        try:
            if not here.poll(None if _has_limits() else max(0.0, end - time.monotonic())):
                raise ChildProcessError
            outcome = here.recv()
        except (EOFError, OSError):
            raise ChildProcessError from None
        answer: Result = _taken(outcome)
        return answer

    try:
        yield result
    finally:
        here.close()
        process.kill()
        process.join()


def _send(do: Callable[[], Any], pipe: "Connection[Any, Any]", seconds: int, memory: int) -> None:
    _live_within(seconds, memory)
    with suppress(BaseException):
        pipe.send(_outcome(do))
    os._exit(0)


def _outcome(do: Callable[[], Result]) -> tuple[bool, Any]:
    try:
        return True, do()
    except MemoryError:
        raise  # the process came to its bounds
    except Exception as error:
        return False, error


def _taken(outcome: tuple[bool, Any]) -> Any:
    well, answer = outcome
    if not well:
        raise answer
    return answer


def _has_limits() -> bool:
    try:
        import resource  # noqa: F401 - Windows has none
    except ImportError:
        return False
    return True


def _live_within(seconds: int, memory: int) -> None:
    """Set this process's limits, as far as the system takes them: macOS refuses one of memory that
    is below what it has reserved itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not _has_limits():
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
