"""Work shared among processes: forked where that is safe, and spawned elsewhere.

A fork begins with all that this process has loaded. What is spawned loads its own, so that work
and results cross by pickling. Either way a process gets its tasks through a pipe and sends the
results back; when its pipe closes, it ends. The pools of the standard library start threads,
beside which a fork is not safe, and one process that dies takes all others of its pool with it.
"""

import gc
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from flyers.core.errors import MachineError
from flyers.core.limits import (
    Bounds,
    Killed,
    end_of,
    ending_without_memory,
    limit_memory,
    limit_time,
)
from flyers.core.processes import may_fork, spawned, started

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")

LIFE = 200
"""Tasks after which a process makes place for a new one: the engine's libraries keep some tenths of
a megabyte of every piece they set, and give it back only when their process ends."""


@dataclass
class _Worker:
    """A process and this side's end of its pipe, the number of the task it is at, the kind of the
    last one, and how many it has done."""

    process: "BaseProcess"
    pipe: "Connection[Any, Any]"
    at: int | None = None
    kind: object = None
    done: int = 0


def one_by_one(tasks: Sequence[Task], do: Callable[[Task], Result]) -> Iterator[Result]:
    """``do`` every task in this process. An interrupt that an engine swallows, as can happen where
    it calls back from C, ends the work after the task."""
    interrupted = False

    def interrupt(number: int, frame: object) -> None:
        nonlocal interrupted
        interrupted = True
        raise KeyboardInterrupt

    ours = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, interrupt) if ours else None
    try:
        for task in tasks:
            yield do(task)
            if interrupted:
                raise KeyboardInterrupt
    finally:
        if ours:
            signal.signal(signal.SIGINT, before)


@contextmanager
def aside(
    do: Callable[[], Result], bounds: Bounds
) -> Iterator[Callable[[], Result | Killed | None]]:
    """``do`` something in a forked process while this one does the ``with`` block.

    Yields the function that waits for the result, or for the way in which the process died; its
    result is None if the system gave no process. It raises what ``do`` raised.
    """
    from multiprocessing import get_context

    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(do, there, bounds), daemon=True)
    with suppress(OSError):  # without a process there is no result
        process.start()
    there.close()

    def result() -> Result | Killed | None:
        if process.pid is None:
            return None
        try:
            answer: Result | _Fault = here.recv()
        except (EOFError, ConnectionError):
            return end_of(process)
        return _faultless(answer)

    try:
        yield result
    finally:
        here.close()
        if process.pid:
            process.join()


def _send(do: Callable[[], Result], pipe: "Connection[Any, Any]", bounds: Bounds) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(bounds.memory)
    limit_time(bounds.seconds)
    with suppress(OSError), ending_without_memory():
        pipe.send(_result(do))


def shared(
    tasks: Sequence[Task],
    count: int,
    do: Callable[[Task], Result],
    lost: Callable[[Task, Killed], Result],
    bounds: Bounds | None = None,
    kind_of: Callable[[Task], object] = id,
) -> Iterator[Result]:
    """``do`` every task in one of ``count`` processes; results come in the tasks' order. Where
    processes are spawned, ``do``, the tasks and the results have to be picklable.

    A process that has done a task goes on with tasks of the same kind as long as there are any,
    since the next one is less work then. ``lost`` returns the result of a task whose process died,
    as it does of a task beyond its ``bounds``; the others go on in a new one, as they do after
    ``LIFE`` tasks. Ctrl-C, or leaving the iterator, lets every process end the task it is at and
    gives out no more.
    """
    from multiprocessing.connection import wait

    results: dict[int, Result] = {}
    waiting, kinds = list(range(len(tasks))), list(map(kind_of, tasks))
    workers: list[_Worker] = []
    try:
        for number in range(len(tasks)):
            while number not in results:
                try:
                    while waiting and len(workers) < count:
                        workers.append(_hired(do, bounds, [worker.pipe for worker in workers]))
                except MachineError:
                    count = len(workers)
                if not workers:
                    alone = waiting.pop(0)
                    results[alone] = do(tasks[alone])
                    continue
                for worker in workers:
                    if worker.at is None and waiting:
                        others = {one.kind for one in workers if one is not worker}
                        worker.at = _next(waiting, kinds, worker.kind, others)
                        worker.kind = kinds[worker.at]
                        waiting.remove(worker.at)
                        with suppress(OSError):  # one that died already is met below
                            worker.pipe.send(tasks[worker.at])
                ready = wait([worker.pipe for worker in workers if worker.at is not None])
                for worker in [worker for worker in workers if worker.pipe in ready]:
                    at, worker.at = worker.at, None
                    assert at is not None
                    results[at], goes_on = _answer(worker, tasks[at], lost)
                    if not goes_on:
                        workers.remove(worker)
            yield results.pop(number)
    finally:
        for worker in workers:
            worker.pipe.close()
        for worker in workers:
            worker.process.join()


@dataclass(frozen=True)
class _Fault:
    """An exception that nobody expected, on its way to the process that gave out the task."""

    error: Exception
    traceback: str


def _result(do: Callable[..., Result], *task: object) -> Result | _Fault:
    """``do`` the task; an exception of it goes to the process that gave it out."""
    import pickle
    from traceback import format_exc

    try:
        return do(*task)
    except MemoryError:
        raise
    except Exception as error:
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            return _Fault(RuntimeError(f"{type(error).__name__}: {error}"), format_exc())
        return _Fault(error, format_exc())


def _faultless(result: Result | _Fault) -> Result:
    """Return a result; raise the exception that came in its place."""
    if isinstance(result, _Fault):
        result.error.add_note(result.traceback)
        raise result.error
    return result


def _answer(
    worker: _Worker, task: Task, lost: Callable[[Task, Killed], Result]
) -> tuple[Result, bool]:
    """Return the result of a task, and True if its process goes on. Raises what the task raised."""
    try:
        answer: Result | _Fault = worker.pipe.recv()
    except (EOFError, ConnectionError):
        worker.pipe.close()
        return lost(task, end_of(worker.process)), False
    result = _faultless(answer)
    worker.done += 1
    if worker.done < LIFE:
        return result, True
    worker.pipe.close()
    worker.process.join()
    return result, False


def _next(waiting: Sequence[int], kinds: Sequence[object], own: object, others: set[object]) -> int:
    """Return the next task for a worker: of its own kind, of one that nobody is at, or the
    first."""
    for number in waiting:
        if kinds[number] == own:
            return number
    return next((number for number in waiting if kinds[number] not in others), waiting[0])


def _hired(
    do: Callable[[Task], Result], bounds: Bounds | None, others: "Sequence[Connection[Any, Any]]"
) -> _Worker:
    from multiprocessing import get_context

    if may_fork():
        forking = get_context("fork")
        here, there = forking.Pipe()
        inherited = [here, *others]
        process: BaseProcess = forking.Process(
            target=_work, args=(do, there, bounds, inherited, None), daemon=True
        )
        with started():
            process.start()
    else:
        here, there, process = spawned(_work, do, bounds, [], gc.get_threshold())
    there.close()
    return _Worker(process=process, pipe=here)


def _work(
    do: Callable[[Task], Result],
    pipe: "Connection[Any, Any]",
    bounds: Bounds | None,
    not_ours: "Sequence[Connection[Any, Any]]",
    threshold: tuple[int, int, int] | None,
) -> None:
    """Do a worker's tasks until its pipe closes. That only happens when nobody holds the other end
    any more, so the ends that came along with a fork are given back first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if threshold:
        gc.set_threshold(*threshold)
    for inherited in not_ours:
        inherited.close()
    if bounds:
        limit_memory(bounds.memory)
    with suppress(EOFError, OSError), ending_without_memory():
        while True:
            task = pipe.recv()
            if bounds:
                limit_time(bounds.seconds)
            pipe.send(_result(do, task))
