"""Work in spawned processes, as macOS and Windows have it; tried here on any system."""

import json
from pathlib import Path
from typing import Any

from flyers.core.processes import START
from making import python

SUPPORT = Path(__file__).parents[1] / "support"

SCRIPT = """
import json, multiprocessing, os, sys
sys.path.append({support!r})
import tasks
from flyers.core.bounded import bounded
from flyers.core.sharing import shared

def lost(task, end):
    return "lost"

print(json.dumps({code}))
"""
"""A script without a guard: whoever ran it once more would go on without end."""


def run(folder: Path, code: str) -> Any:
    script = folder / "script.py"
    script.write_text(SCRIPT.format(support=str(SUPPORT), code=code), "utf-8")
    done = python(script, cwd=folder, env={START: "spawn"})
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_results_come_in_the_order_of_the_tasks(tmp_path: Path) -> None:
    numbers = run(tmp_path, "list(shared(range(20), 3, tasks.squared, lost))")
    assert numbers == [n * n for n in range(20)]


def test_other_processes_do_the_work(tmp_path: Path) -> None:
    here, there = run(tmp_path, "[os.getpid(), list(shared(range(2), 2, tasks.own_process, lost))]")
    assert here not in there


def test_a_process_that_dies_costs_its_task_alone(tmp_path: Path) -> None:
    code = "list(shared(range(6), 2, tasks.killed_at_two, lost))"
    assert run(tmp_path, code) == [0, 1, "lost", 3, 4, 5]


def test_ctrl_c_ends_the_processes(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        f"import multiprocessing, sys\nsys.path.append({str(SUPPORT)!r})\nimport tasks\n"
        "from flyers.core.sharing import shared\n"
        "try:\n"
        "    for _ in shared(range(10**6), 2, tasks.interrupting_at_three, print): pass\n"
        "except KeyboardInterrupt:\n"
        "    print('stopped', multiprocessing.active_children())\n",
        "utf-8",
    )
    done = python(script, cwd=tmp_path, env={START: "spawn"})
    assert (done.stdout, done.stderr) == ("stopped []\n", "")


def test_work_without_end_and_without_bound_is_ended(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        f"import sys\nsys.path.append({str(SUPPORT)!r})\nimport tasks\n"
        "from functools import partial\n"
        "from flyers.core.bounded import bounded\n"
        "for do in (tasks.for_ever, tasks.without_bound, tasks.crash, partial(tasks.squared, 3)):\n"
        "    with bounded(do, seconds=2, memory=1 << 30) as result:\n"
        "        try: print(result())\n"
        "        except ChildProcessError: print('ended')\n",
        "utf-8",
    )
    done = python(script, cwd=tmp_path, env={START: "spawn"})
    assert (done.stdout, done.stderr) == ("ended\nended\nended\n9\n", "")
