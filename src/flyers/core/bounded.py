"""Work that may not come to an end, in a process of its own that has to.

The process has limits of time and memory, never above those that this one has from its shell or
container. What it sends is a value: numbers, texts, and frozen dataclasses of this package. An
error crosses as its name and sentence, so that none of an engine's own classes is made here.
"""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import is_dataclass
from enum import Enum
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, NoReturn, TypeVar

from flyers.core import errors
from flyers.core.limits import has_limits, in_force, limit_for_good
from flyers.core.processes import may_fork, spawned, started, uninterrupted

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Result = TypeVar("Result")

PATIENCE = 10
"""Seconds by the clock for each of a processor, on a machine that others use too. A process that
waits for something that never comes uses no processor."""


def bounded(
    do: Callable[[], Result], *, seconds: int, memory: int, also: Sequence[type] = ()
) -> AbstractContextManager[Callable[[], Result]]:
    """``do`` something in a process that ends after so many seconds of a processor, or beyond so
    many bytes of memory; on a system without such limits, after so many seconds by the clock.

    Yields the function that waits for the result, in which ``also`` are classes of other packages.
    It raises the FlyersError that ``do`` raised, RuntimeError for any other error in it,
    and ChildProcessError if the process came to its bounds or died. Leaving the
    ``with`` block ends the process. Where no fork is safe, ``do`` has to be picklable.
    Raises MachineError if the system gives no process.
    """
    if may_fork():
        return _forked(do, seconds, memory, also)
    return _spawned(do, seconds, memory, also)


@contextmanager
def _forked(
    do: Callable[[], Result], seconds: int, memory: int, also: Sequence[type]
) -> Iterator[Callable[[], Result]]:
    reading, writing = os.pipe()
    try:
        with started(), uninterrupted():
            child = os.fork()
            if child == 0:
                _live_and_die(lambda: os.fdopen(writing, "wb"), do, seconds, memory)
    except BaseException:
        os.close(reading)
        raise
    finally:
        os.close(writing)
    end = time.monotonic() + seconds * PATIENCE

    def result() -> Result:
        from select import POLLIN, poll

        waiting = poll()
        waiting.register(reading, POLLIN)
        if not waiting.poll(max(0.0, end - time.monotonic()) * 1000):
            raise ChildProcessError
        with os.fdopen(os.dup(reading), "rb") as pipe:
            answer: Result = _taken(pipe, also)
        return answer

    try:
        yield result
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


@contextmanager
def _spawned(
    do: Callable[[], Result], seconds: int, memory: int, also: Sequence[type]
) -> Iterator[Callable[[], Result]]:
    here, there, process = spawned(_send, do, seconds, memory)
    there.close()
    end = time.monotonic() + seconds * (PATIENCE if has_limits() else 1)

    def result() -> Result:
        try:
            if not here.poll(max(0.0, end - time.monotonic())):
                raise ChildProcessError
            sent = here.recv_bytes()
        except (EOFError, OSError):
            raise ChildProcessError from None
        answer: Result = _taken(BytesIO(sent), also)
        return answer

    try:
        yield result
    finally:
        here.close()
        process.kill()
        process.join()


# ---- in the process ------------------------------------------------------------------


class _Pipe(BytesIO):
    """A file whose content a spawned process sends when it is closed."""

    def __init__(self, pipe: "Connection[Any, Any]") -> None:
        super().__init__()
        self._pipe = pipe

    def close(self) -> None:
        if not self.closed:
            self._pipe.send_bytes(self.getbuffer())
        super().close()


def _send(do: Callable[[], Any], pipe: "Connection[Any, Any]", seconds: int, memory: int) -> None:
    _live_and_die(lambda: _Pipe(pipe), do, seconds, memory)


def _live_and_die(
    opened: Callable[[], IO[bytes]], do: Callable[[], Any], seconds: int, memory: int
) -> NoReturn:
    """Send what becomes of ``do``, and end this process, whatever happens. If it went on, it would
    do all once more that is left to do for the one that it was forked from."""
    import pickle

    try:
        _live_within(seconds, memory)
        with opened() as pipe:
            pickle.dump(_outcome(do), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _outcome(do: Callable[[], Result]) -> tuple[bool, Any]:
    try:
        return True, do()
    except MemoryError:
        raise  # the process came to its bounds
    except errors.FlyersError as error:
        ours = (kind.__name__ for kind in type(error).__mro__ if hasattr(errors, kind.__name__))
        return False, (next(ours), str(error), "")
    except Exception as error:
        from traceback import format_exception

        said = f"{type(error).__name__}: {error}"
        return False, ("", said, "".join(format_exception(error)))


def _live_within(seconds: int, memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_for_good(*in_force(seconds, memory))


# ---- in the one that waits -----------------------------------------------------------


def _taken(pipe: IO[bytes], also: Sequence[type]) -> Any:
    """Return what a process sent, or raise its error."""
    import pickle

    class Values(pickle.Unpickler):
        """Reads values alone: a class that is none is never looked up, nor anything called."""

        def find_class(self, module: str, name: str) -> type:
            for other in also:
                if (module, name) == (other.__module__, other.__qualname__):
                    return other
            found = super().find_class(module, name) if module.startswith("flyers.") else None
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
            raise TypeError(f"{module}.{name} is no value that a process may send")

    try:
        well, answer = Values(pipe).load()
    except (EOFError, pickle.UnpicklingError):
        raise ChildProcessError from None
    if well:
        return answer
    name, said, trace = answer
    error = getattr(errors, name)(said) if name else RuntimeError(said)
    if trace:
        error.add_note(trace)
    raise error
