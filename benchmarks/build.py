"""The cost of a build, as ratios taken in turn. Times alone say little; ratios travel.

::

    python benchmarks/build.py                     # a quarter of an hour
    python benchmarks/build.py --only idle cost    # two of the four
    python benchmarks/build.py --statements 20     # a smaller site

(idle)    `flyers build` with nothing stale against ``python -c "import click"``, as processes.
(scale)   all pieces made by two processes against one.
(cost)    a fitted, imposed and checked piece against its pages set once and written by the engine,
          in a warm process, by processor time: from their HTML and CSS as any program would, and
          from what was parsed of them before, which no program has.
(memory)  the largest process of a build of a thousand pieces, up to the hundredth and later.
"""

import argparse
import gc
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from flyers.catalogue.formats import DEFAULT_FORMATS
from flyers.pieces.piece import Job
from flyers.pieces.workshop import Workshop
from flyers.typesetting.engine import Typesetter

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SOURCES = sorted((EXAMPLES / "riverside" / "content" / "statements").glob("*.md"))
PICTURES = EXAMPLES / "riverside" / "static"
FLYERS = (sys.executable, "-m", "flyers")
MEGABYTE = 1024


def main() -> None:
    """Run what was asked for, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--statements", type=int, default=100)
    parser.add_argument("--pieces", type=int, default=1000, help="for the memory")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--only", nargs="*", default=["idle", "scale", "cost", "memory"])
    asked = parser.parse_args()
    gc.set_threshold(50_000, 20, 50)  # as every command that makes pieces has it
    with tempfile.TemporaryDirectory() as folder:
        home = site(Path(folder), asked.statements)
        if "scale" in asked.only:
            print(scale(home), flush=True)
        if "idle" in asked.only:
            print(idle(home, asked.runs), flush=True)
        if "cost" in asked.only:
            print(cost(home), flush=True)
        if "memory" in asked.only:
            (pages := Path(folder) / "more").mkdir()
            many = site(pages, asked.pieces // len(DEFAULT_FORMATS))
            print(memory(many, asked.pieces), flush=True)


def site(home: Path, statements: int) -> Path:
    """So many statements: the examples' own, each as often as it takes."""
    posts = home / "posts"
    posts.mkdir()
    shutil.copytree(PICTURES, home / "static")
    for number in range(statements):
        text = SOURCES[number % len(SOURCES)].read_text("utf-8")
        head, _, rest = text.partition("---\n")
        kept = "".join(
            line
            for line in rest.splitlines(keepends=True)
            if not line.startswith(("slug:", "draft:", "url:"))
        )
        (posts / f"statement-{number:03}.md").write_text(f"{head}---\n{kept}", "utf-8")
    (home / "flyers.toml").write_text(
        '[site]\naddress = "https://riverside.example"\nstatic = "static"\ncontent = "posts"\n'
    )
    return home


def scale(home: Path) -> str:
    """How much faster two processes are than one."""
    took = {}
    for jobs in (1, 2):
        shutil.rmtree(home / "out", ignore_errors=True)
        started = time.perf_counter()
        run([*FLYERS, "build", "--quiet", "--jobs", str(jobs)], home)
        took[jobs] = time.perf_counter() - started
    return (
        f"(scale) two processes make {took[1] / took[2]:.2f} times the pieces of one (goal 1.80; "
        f"{took[1]:.0f} s against {took[2]:.0f} s)"
    )


def idle(home: Path, runs: int) -> str:
    """A build that finds nothing to do, once all files are old enough to be trusted."""
    run([*FLYERS, "build", "--quiet"], home)
    time.sleep(3)
    run([*FLYERS, "build", "--quiet"], home)
    ours, theirs = in_turn(
        lambda: run([*FLYERS, "build", "--quiet"], home),
        lambda: run([sys.executable, "-c", "import click"], home),
        runs,
    )
    pieces = len(list((home / "out").rglob("*.pdf")))
    return (
        f"(idle) nothing stale of {pieces} pieces: {ours / theirs:.2f} (goal 3.00; "
        f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms, medians of {runs})"
    )


class Noted:
    """What typesetters are given to set, and what that was parsed from."""

    def __init__(self) -> None:
        self.set: list[tuple[Any, Sequence[Any]]] = []
        self._parsed: dict[int, tuple[Any, Callable[[], Any]]] = {}
        self._setting = Typesetter.set
        Typesetter.text = self._noting(Typesetter.text)  # type: ignore[method-assign]
        Typesetter.style = self._noting(Typesetter.style)  # type: ignore[method-assign]
        Typesetter.set = self._note(Typesetter.set)  # type: ignore[method-assign]

    def _noting(self, parse: Callable[..., Any]) -> Callable[..., Any]:
        def noted(setter: Typesetter, source: str, *more: Any, **options: Any) -> Any:
            parsed = parse(setter, source, *more, **options)
            again = partial(_anew, parse, setter, source, *more, **options)
            self._parsed[id(parsed)] = parsed, again
            return parsed

        return noted

    def _note(self, setting: Callable[..., Any]) -> Callable[..., Any]:
        def noted(setter: Typesetter, text: Any, styles: Sequence[Any], cache: Any = None) -> Any:
            self.set.append((text, styles))
            return setting(setter, text, styles, cache)

        return noted

    def plainly(self, setter: Typesetter, *, parsed: bool) -> None:
        """What was set last of artwork and of text, set once and written."""
        runs = []
        for text, styles in last_pages(self.set):
            if not parsed:
                text, styles = self._again(text), [self._again(one) for one in styles]
            runs.append(self._setting(setter, text, styles))
        setter.write(runs)

    def _again(self, parsed: Any) -> Any:
        return self._parsed[id(parsed)][1]()


def _anew(parse: Callable[..., Any], setter: Typesetter, *given: Any, **options: Any) -> Any:
    """The same parsed again, though a style sheet may be kept."""
    kept, setter._styles = setter._styles, {}
    try:
        return parse(setter, *given, **options)
    finally:
        setter._styles = kept


def cost(home: Path) -> str:
    """Pieces of the examples, each against its own last pages."""
    noted, workshop = Noted(), Workshop()
    took: list[tuple[float, float, float]] = []
    for number, job in enumerate(jobs_of(home, 2 * len(DEFAULT_FORMATS) * len(SOURCES))):
        noted.set.clear()
        mine = processor_time(partial(workshop.make, job))
        setter = workshop._typesetter(workshop.read(job).fonts)
        plain = processor_time(partial(noted.plainly, setter, parsed=False))
        parsed = processor_time(partial(noted.plainly, setter, parsed=True))
        if number >= len(DEFAULT_FORMATS):  # the first statement loads what all need
            took.append((mine, plain, parsed))
    mine, plain, parsed = (sum(times) / len(took) for times in zip(*took, strict=True))
    return (
        f"(cost) a piece: {mine / plain:.2f} of its pages set from their HTML and CSS, and written "
        f"(goal 2.00); {mine / parsed:.2f} where both are parsed before ({mine:.3f} s, "
        f"{plain:.3f} s and {parsed:.3f} s of processor time, {len(took)} pieces)"
    )


def last_pages(made: Sequence[tuple[Any, Sequence[Any]]]) -> list[tuple[Any, Sequence[Any]]]:
    """What was set last of artwork and of text: what is on the piece."""
    last = {}
    for text, styles in made:
        (body,) = text.etree_element.iter("body")
        last[body.get("class").split()[0]] = text, styles
    return list(last.values())


def memory(home: Path, pieces: int) -> str:
    """The largest process of a build of so many pieces, in the first tenth of them and later."""
    shutil.rmtree(home / "out", ignore_errors=True)
    building = subprocess.Popen([*FLYERS, "build", "--quiet"], cwd=home)
    early = late = 0
    while building.poll() is None:
        time.sleep(0.5)
        most = max(map(resident, family(building.pid)), default=0)
        if len(list((home / "out").rglob("*.pdf"))) <= pieces // 10:
            early = max(early, most)
        else:
            late = max(late, most)
    made = len(list((home / "out").rglob("*.pdf")))
    return (
        f"(memory) the largest process has {early / MEGABYTE:.0f} MB up to piece {pieces // 10}, "
        f"{late / MEGABYTE:.0f} MB from there to {made}"
    )


def family(process: int) -> list[int]:
    """A process and those that it has begun."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        children = []
    return [process, *map(int, children)]


def resident(process: int) -> int:
    """What a process has in memory now, in kilobytes."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)


def jobs_of(home: Path, pieces: int) -> Iterator[Job]:
    """So many jobs, statement by statement; a statement that comes again is read anew."""
    posts = sorted((home / "posts").glob("*.md"))
    made = 0
    while True:
        for post in posts:
            for fmt in DEFAULT_FORMATS:
                if made == pieces:
                    return
                made += 1
                yield Job(statement=post, format=fmt, out=home / "made", previews=False)


def processor_time(do: Callable[[], object]) -> float:
    started = time.process_time()
    do()
    return time.process_time() - started


def in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Medians in seconds; the two take turns, so that both meet the machine's same moods."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(runs + 1):
        for one, do in zip(times, (ours, theirs), strict=True):
            started = time.perf_counter()
            do()
            if number:  # the first round warms the disk
                one.append(time.perf_counter() - started)
    return median(times[0]), median(times[1])


def run(command: Sequence[str], home: Path) -> None:
    subprocess.run(command, cwd=home, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
