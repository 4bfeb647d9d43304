"""Work shared among processes. Run in a process of its own, since pytest's may have threads."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks only where that is safe")


def run(code: str) -> str:
    setup = "import os, signal, sys\nfrom flyers.core.sharing import shared\n"
    made = subprocess.run(
        [sys.executable, "-c", setup + code], capture_output=True, text=True, timeout=60
    )
    assert made.stderr == ""
    return made.stdout.strip()


def test_results_come_in_the_order_of_the_tasks() -> None:
    code = "print(list(shared(range(20), 3, lambda n: n * n, lambda n, _: -1)))"
    assert run(code) == str([n * n for n in range(20)])


def test_several_processes_do_the_work() -> None:
    code = (
        "pids = set(shared(range(2), 2, lambda n: os.getpid(), lambda n, _: 0))\n"
        "print(os.getpid() in pids, len(pids))"
    )
    assert run(code) == "False 2"


def test_who_has_begun_with_something_goes_on_with_it() -> None:
    code = (
        "tasks = [(kind, n) for kind in 'abcdef' for n in range(5)]\n"
        "do = lambda task: (task[0], os.getpid())\n"
        "made = list(shared(tasks, 2, do, lambda task, _: None, kind_of=lambda task: task[0]))\n"
        "print(len(made), len(set(made)))"
    )
    # Near the end one may help the other out.
    count, pairs = map(int, run(code).split())
    assert count == 30
    assert 6 <= pairs <= 8


def test_a_process_that_dies_costs_its_task_alone() -> None:
    code = (
        "do = lambda n: os.kill(os.getpid(), signal.SIGKILL) if n == 2 else n\n"
        "print(list(shared(range(6), 2, do, lambda n, _: 'lost')))"
    )
    assert run(code) == "[0, 1, 'lost', 3, 4, 5]"


def test_a_task_beyond_its_bounds_is_ended_and_the_others_go_on() -> None:
    code = (
        "from flyers.core.limits import Bounds\n"
        "from itertools import count\n"
        "tasks = [lambda: 1, lambda: sum(count()), lambda: bytearray(1 << 30), lambda: 4]\n"
        "bounds = Bounds(seconds=1, memory=1 << 28)\n"
        "do, lost = lambda n: tasks[n](), lambda _, end: end.name\n"
        "print(list(shared(range(4), 1, do, lost, bounds)))"
    )
    assert run(code) == "[1, 'TIME', 'MEMORY', 4]"


def test_the_bounds_of_a_task_begin_with_it() -> None:
    code = (
        "import time; from flyers.core.limits import Bounds\n"
        "def busy(_):\n"
        "    end = time.process_time() + 0.6\n"
        "    while time.process_time() < end: pass\n"
        "    return 'done'\n"
        "bounds = Bounds(seconds=1, memory=1 << 28)\n"
        "print(set(shared(range(4), 1, busy, lambda _, end: end.name, bounds)))"
    )
    assert run(code) == "{'done'}"


def test_an_exception_of_a_task_is_raised_here() -> None:
    code = (
        "try: list(shared([1, 0], 1, lambda n: 1 / n, lambda n, _: 'lost'))\n"
        "except ZeroDivisionError as error: print(error, 'in <lambda>' in error.__notes__[0])"
    )
    assert run(code) == "division by zero True"


def test_an_exception_of_work_aside_is_raised_here() -> None:
    code = (
        "from flyers.core.limits import Bounds\n"
        "from flyers.core.sharing import aside\n"
        "with aside(lambda: 1 / 0, Bounds(seconds=9, memory=1 << 28)) as result:\n"
        "    try: result()\n"
        "    except ZeroDivisionError as error: print(error)\n"
    )
    assert run(code) == "division by zero"


def test_a_process_that_has_done_a_lot_makes_place_for_another() -> None:
    code = (
        "from flyers.core.sharing import LIFE\n"
        "pids = list(shared(range(2 * LIFE + 1), 1, lambda n: os.getpid(), lambda n, _: 0))\n"
        "print([pids.count(pid) for pid in dict.fromkeys(pids)] == [LIFE, LIFE, 1])"
    )
    assert run(code) == "True"


def test_leaving_early_ends_the_processes() -> None:
    code = (
        "results = shared(range(100), 2, lambda n: n, lambda n, _: -1)\n"
        "print(next(results)); results.close()\n"
        "import multiprocessing; print(multiprocessing.active_children())"
    )
    assert run(code) == "0\n[]"


def test_an_interrupt_that_is_swallowed_ends_it_all_the_same() -> None:
    code = (
        "from flyers.core.sharing import one_by_one\n"
        "from contextlib import suppress\n"
        "def do(n):\n"
        "    with suppress(KeyboardInterrupt):\n"
        "        if n == 3: os.kill(os.getpid(), signal.SIGINT)\n"
        "    return n\n"
        "made = []\n"
        "try:\n"
        "    for n in one_by_one(range(9), do): made.append(n)\n"
        "except KeyboardInterrupt:\n"
        "    print(made, signal.getsignal(signal.SIGINT) is signal.default_int_handler)\n"
    )
    assert run(code) == "[0, 1, 2, 3] True"


def test_ctrl_c_ends_the_processes() -> None:
    code = (
        "import multiprocessing\n"
        "def do(n):\n"
        "    if n == 3: os.kill(os.getppid(), signal.SIGINT)\n"
        "    return n\n"
        "try:\n"
        "    for _ in shared(range(10**6), 2, do, lambda n, _: -1): pass\n"
        "except KeyboardInterrupt:\n"
        "    print('stopped', multiprocessing.active_children())\n"
    )
    assert run(code) == "stopped []"


def test_no_fork_beside_threads() -> None:
    code = (
        "import threading; from flyers.core.processes import may_fork\n"
        "stay = threading.Event(); t = threading.Thread(target=stay.wait); t.start()\n"
        "print(may_fork()); stay.set(); t.join(); print(may_fork())"
    )
    assert run(code) == "False\nTrue"
