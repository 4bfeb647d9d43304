"""Work in a process with limits ends, and what comes of it is a value or one error."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from flyers.core import bounded as module
from flyers.core.bounded import bounded
from flyers.core.boxes import Box
from flyers.core.errors import ExitCode, FlyersError, MachineError, NotPdfError, UnreadableError
from flyers.core.limits import in_force
from flyers.core.processes import START
from flyers.core.sharing import shared
from tasks import squared


@pytest.fixture(params=["fork", "spawn"])
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the way in which processes start."""
    monkeypatch.setenv(START, request.param)
    monkeypatch.setattr(module, "may_fork", lambda: request.param == "fork")
    return str(request.param)


def result(do: Callable[[], Any], seconds: int = 20, *also: type) -> Any:
    with bounded(do, seconds=seconds, memory=4 << 30, also=also) as waiting:
        return waiting()


BOX = Box(left=0, bottom=1, right=2, top=3)


def values() -> dict[str, Any]:
    return {"box": BOX, "numbers": (1, 2.5, None), "code": ExitCode.PDF, "set": frozenset("ab")}


def refused() -> None:
    raise NotPdfError("a.pdf is a picture; give a PDF.")


class EngineError(Exception):
    """An error like those of engines, which cannot be made again from its words alone."""

    def __init__(self, part: str, number: int) -> None:
        super().__init__(f"{part} {number} is broken")


def broken() -> None:
    raise EngineError("object", 7)


def fraction() -> Fraction:
    return Fraction(1, 3)


def waiting_for_ever() -> bytes:
    reading, _writing = os.pipe()
    return os.read(reading, 1)


def test_values_come_back(start: str) -> None:
    assert result(values) == values()


def test_an_error_of_ours_comes_back_with_its_kind(start: str) -> None:
    with pytest.raises(NotPdfError, match=r"a\.pdf is a picture; give a PDF\."):
        result(refused)


def test_an_engines_error_comes_back_by_name_and_with_its_place(start: str) -> None:
    with pytest.raises(RuntimeError, match="EngineError: object 7 is broken") as caught:
        result(broken)
    assert "in broken" in caught.value.__notes__[0]


def test_a_kind_of_error_that_is_not_in_the_table_comes_back_as_the_nearest() -> None:
    class HalfReadError(UnreadableError):
        """A finer kind, known to one module alone."""

    def half_read() -> None:
        raise HalfReadError("a.pdf ends early; save it again.")

    with pytest.raises(UnreadableError, match="ends early") as caught:
        result(half_read)
    assert type(caught.value) is UnreadableError


def test_other_classes_are_not_made_unless_they_are_named(start: str) -> None:
    with pytest.raises(TypeError, match=r"fractions\.Fraction is no value"):
        result(fraction)
    assert result(fraction, 20, Fraction) == Fraction(1, 3)


def test_a_process_that_waits_for_ever_is_ended(
    start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0)
    with pytest.raises(ChildProcessError):
        result(waiting_for_ever)


def test_a_process_whose_limits_cannot_be_set_does_not_go_on_as_this_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "may_fork", lambda: True)
    monkeypatch.setattr(module, "_live_within", failing)
    here = os.getpid()
    with pytest.raises(ChildProcessError):
        result(values)
    assert os.getpid() == here


def test_a_container_that_takes_no_limits_gets_the_work_done_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refusing(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(module, "may_fork", lambda: True)
    monkeypatch.setattr(resource, "setrlimit", refusing)
    assert result(values) == values()


# ---- limits of the shell ---------------------------------------------------------------

SCRIPT = """
import resource, sys
for limit, value in ((resource.RLIMIT_CPU, 50), (resource.RLIMIT_AS, 3_500_000_000)):
    resource.setrlimit(limit, (value, value))
from functools import partial
from flyers.core.bounded import bounded
from flyers.core.limits import in_force
sys.path.append(sys.argv[1])
import tasks
with bounded(partial(tasks.squared, 3), seconds=60, memory=4 << 30) as result:
    print(result(), in_force(60, 4 << 30), in_force(9, 1 << 20))
"""


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_lower_limits_of_the_shell_hold_and_do_no_harm(start: str) -> None:
    support = str(Path(__file__).parents[1] / "support")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, support],
        capture_output=True,
        text=True,
        env={**os.environ, START: start},
    )
    assert (done.stdout, done.stderr) == ("9 (50, 3500000000) (9, 1048576)\n", "")


def test_without_limits_of_the_shell_those_that_are_wanted_are_in_force(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (-1, -1))
    assert in_force(60, 4 << 30) == (60, 4 << 30)


# ---- no process to be had --------------------------------------------------------------


def no_process(*_: object) -> int:
    raise BlockingIOError(11, "Resource temporarily unavailable")


def test_a_system_that_starts_no_process_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "may_fork", lambda: True)
    monkeypatch.setattr(os, "fork", no_process)
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(MachineError, match=r"starts no other process .* raise `ulimit -u`"):
        result(values)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_work_to_be_shared_is_done_here_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flyers.core.sharing.may_fork", lambda: True)
    monkeypatch.setattr(os, "fork", no_process)
    assert list(shared(range(4), 2, squared, lambda _, end: -1)) == [0, 1, 4, 9]


def test_every_error_of_ours_can_cross() -> None:
    """They are made again from their sentence."""
    kinds = [FlyersError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    for kind in kinds:
        assert str(kind("A sentence.")) == "A sentence."
