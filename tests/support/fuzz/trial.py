"""One run of a command on an input, in a process of its own, and what may not come of it."""

import os
import resource
import select
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from flyers.core.errors import ExitCode
from making import load

SECONDS = 20
"""Of a processor, in any process of a run."""

MEMORY = 1_500_000_000
"""Bytes that any process of a run may take, beyond what it begins with."""

PATIENCE = 300
"""Seconds by the clock after which a run hangs."""

SENTENCE = 300
"""Most letters of an error."""


@dataclass(frozen=True, kw_only=True)
class Trial:
    """The end of a run: its exit code, None if it was killed or hung; what it printed; seconds
    of a processor and bytes of memory; the files that it left half-written."""

    code: int | None
    said: str
    seconds: float
    memory: int
    leftovers: tuple[str, ...] = ()

    def faults(self) -> list[str]:
        """Return the faults of the run; none for a good end or a refusal in one sentence."""
        found = []
        if self.code is None:
            found.append("it was killed, or hung")
        elif self.code not in set(ExitCode):
            found.append(f"exit code {self.code} is not promised anywhere")
        if "Traceback" in self.said or "flyers itself failed" in self.said:
            found.append(f"an internal error: {self.said[-400:]}")
        errors = [line for line in self.said.splitlines() if line.startswith("Error: ")]
        if self.code not in (0, None) and not self.said.strip():
            found.append(f"exit code {self.code} without a word")
        found += [
            f"{len(line)} letters: {line[:120]}…" for line in errors if len(line) > SENTENCE + 20
        ]
        if self.seconds > SECONDS + 3:
            found.append(f"{self.seconds:.1f} seconds of a processor")
        if self.memory > MEMORY:
            found.append(f"{self.memory / 1e9:.2f} GB")
        return [*found, *(f"left {name} behind" for name in self.leftovers)]


def tried(arguments: Sequence[str], folder: Path) -> Trial:
    """Run a command of flyers in the folder, in a process forked from this one."""
    load()
    reading, writing = os.pipe()
    before = _resident()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _run(arguments, folder, writing)
    os.close(writing)
    said, end = b"", time.monotonic() + PATIENCE
    while (left := end - time.monotonic()) > 0:
        if not select.select([reading], [], [], left)[0]:
            break
        piece = os.read(reading, 1 << 16)
        if not piece:
            break
        said = (said + piece)[-200_000:]
    os.close(reading)
    if left <= 0:
        os.killpg(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    return Trial(
        code=os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
        said=said.decode("utf-8", "replace"),
        seconds=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss * 1024 - before,
        leftovers=_leftovers(folder),
    )


def _run(arguments: Sequence[str], folder: Path, said: int) -> None:
    code = 99
    os.setsid()  # with processes of its own, which end with it
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 - pytest's own are not for a child
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115
        os.chdir(folder)
        from flyers.cli import main

        main(list(arguments))
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    finally:
        with suppress(OSError):  # the one that reads may be gone
            sys.stderr.flush()
        os._exit(code)


def _resident() -> int:
    """Return the bytes of this process in memory, which a forked one begins with (proc(5))."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _leftovers(folder: Path) -> tuple[str, ...]:
    return tuple(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.name.endswith(".part") or path.name.startswith(".making-")
    )
