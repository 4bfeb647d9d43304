"""Work shared among forked processes, which begin with all that this one has loaded.

The pools of the standard library start threads, and threads and forks do not
go together: an interrupt at the wrong moment leaves such a pool waiting for
ever. Here a process gets the number of a task through a pipe and sends its
result back; when its pipe closes, it ends.
"""

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

Task = TypeVar("Task")
Result = TypeVar("Result")


LIFE = 200
"""Tasks after which a process makes place for a new one: the engine's libraries keep some tenths of
a megabyte of every piece they set, and give it back only when their process ends."""


@dataclass
class _Worker:
    """A process, this side's end of its pipe, the number of the task it is at, what the last one
    was of, and how many it has done."""

    process: "ForkProcess"
    pipe: "Connection[Any, Any]"
    at: int | None = None
    of: object = None
    done: int = 0


def may_fork() -> bool:
    """Whether a fork is safe: no other thread that could hold a lock, and a system whose own
    libraries allow it."""
    return sys.platform == "linux" and threading.active_count() == 1


def one_by_one(tasks: Sequence[Task], do: Callable[[Task], Result]) -> Iterator[Result]:
    """``do`` every task here. An interrupt that was swallowed by an engine, which can happen where
    it calls back from C, ends it after the task."""
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
def aside(do: Callable[[], Result]) -> Iterator[Callable[[], Result | None]]:
    """``do`` it in a process of its own while this one does the ``with`` block.

    Yields the function that waits for the result, which is None if the process died.
    """
    from multiprocessing import get_context

    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_tell, args=(do, there), daemon=True)
    process.start()
    there.close()

    def result() -> Result | None:
        try:
            told: Result = here.recv()
        except (EOFError, ConnectionError):
            return None
        return told

    try:
        yield result
    finally:
        here.close()
        process.join()


@contextmanager
def bounded(
    do: Callable[[], Result], *, seconds: int, memory: int
) -> Iterator[Callable[[], Result]]:
    """``do`` something that may not come to an end, in a process of its own that ends after so
    many seconds of a processor, or beyond so many bytes of memory.

    Yields the function that waits for the result. It raises what ``do`` raised,
    and ChildProcessError if the process came to its bounds or died. Leaving the
    ``with`` block ends the process.
    """
    import os
    import pickle

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live_within(seconds, memory)
        with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
            try:
                told: tuple[bool, Any] = True, do()
            except Exception as error:
                told = False, error
            pickle.dump(told, pipe, pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    os.close(writing)

    def result() -> Result:
        with os.fdopen(os.dup(reading), "rb") as pipe:
            try:
                well, told = pickle.load(pipe)
            except (EOFError, pickle.UnpicklingError):
                raise ChildProcessError from None
        if not well:
            raise told
        answer: Result = told
        return answer

    try:
        yield result
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _live_within(seconds: int, memory: int) -> None:
    import resource

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tell(do: Callable[[], Result], pipe: "Connection[Any, Any]") -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        pipe.send(do())


def shared(
    tasks: Sequence[Task],
    count: int,
    do: Callable[[Task], Result],
    lost: Callable[[Task], Result],
    of: Callable[[Task], object] = id,
) -> Iterator[Result]:
    """``do`` every task in one of ``count`` processes; results come in the tasks' order.

    A process ends after ``LIFE`` tasks, and a new one goes on.

    ``of`` says what a task is of: who has begun with something goes on with it,
    since the next task of the same is less work then. ``lost`` says what the
    result is of a task whose process died; the others go on in a new one.
    Ctrl-C, or leaving the iterator, lets every process end the task it is at
    and gives out no more.
    """
    from multiprocessing.connection import wait

    results: dict[int, Result] = {}
    waiting, kinds = list(range(len(tasks))), list(map(of, tasks))
    workers: list[_Worker] = []
    try:
        for number in range(len(tasks)):
            while number not in results:
                while waiting and len(workers) < count:
                    workers.append(_hired(tasks, do, [worker.pipe for worker in workers]))
                for worker in workers:
                    if worker.at is None and waiting:
                        others = {one.of for one in workers if one is not worker}
                        worker.at = _next(waiting, kinds, worker.of, others)
                        worker.of = kinds[worker.at]
                        waiting.remove(worker.at)
                        worker.pipe.send(worker.at)
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


def _answer(worker: _Worker, task: Task, lost: Callable[[Task], Result]) -> tuple[Result, bool]:
    """What came of a task, and whether its process goes on."""
    try:
        result: Result = worker.pipe.recv()
    except (EOFError, ConnectionError):
        return lost(task), False
    worker.done += 1
    if worker.done < LIFE:
        return result, True
    worker.pipe.close()
    worker.process.join()
    return result, False


def _next(waiting: Sequence[int], kinds: Sequence[object], own: object, others: set[object]) -> int:
    """The next task for a worker: of its own kind, of one that nobody is at, or the first."""
    for number in waiting:
        if kinds[number] == own:
            return number
    return next((number for number in waiting if kinds[number] not in others), waiting[0])


def _hired(
    tasks: Sequence[Task], do: Callable[[Task], Result], others: "Sequence[Connection[Any, Any]]"
) -> _Worker:
    from multiprocessing import get_context

    context = get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(tasks, do, there, [here, *others]), daemon=True)
    process.start()
    there.close()
    return _Worker(process=process, pipe=here)


def _work(
    tasks: Sequence[Task],
    do: Callable[[Task], Result],
    pipe: "Connection[Any, Any]",
    not_ours: "Sequence[Connection[Any, Any]]",
) -> None:
    """A worker's whole life. A pipe only closes when nobody holds its other end any more, so the
    ends that came along with the fork are given back first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for inherited in not_ours:
        inherited.close()
    with suppress(EOFError, OSError):
        while True:
            pipe.send(do(tasks[pipe.recv()]))
