"""The cost of ``flyers check`` of a piece beyond starting up: a tri-fold, two pages without photos.

::

    python benchmarks/checking.py            # half a minute
    python benchmarks/checking.py --runs 40

Runs of both take turns. The fastest of each is what the work takes where
nothing else runs; the medians tell how busy the machine is. What a page shows
and what the file says are looked at side by side, so that a second processor
counts: the sum of all processors' time is told as well.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from flyers import Job, make

STATEMENT = Path(__file__).resolve().parents[1] / "examples" / "statements" / "sunday-hours.md"
FLYERS = Path(sys.executable).parent / "flyers"
GOAL = 0.25


def main() -> None:
    """Time both in turn and print the difference."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        url = "https://maplestreet.example/sundays/"
        job = Job(statement=STATEMENT, format="tri-fold", url=url, out=Path(folder))
        file = make(job).file
        start, check = [], []
        for _ in range(runs):
            start.append(timed([FLYERS, "--version"]))
            check.append(timed([FLYERS, "check", file]))
    for name, of in (("fastest", min), ("median", median)):
        walls = [of([wall for wall, _ in one]) for one in (start, check)]
        spent = [of([cpu for _, cpu in one]) for one in (start, check)]
        print(
            f"{name}: {walls[1] - walls[0]:.3f} s more than starting up (goal {GOAL}; "
            f"{walls[1]:.3f} against {walls[0]:.3f} s), {spent[1] - spent[0]:.3f} s of processors"
        )


def timed(command: Sequence[str | Path]) -> tuple[float, float]:
    """Seconds by the clock, and of all processors, of a process and those it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
