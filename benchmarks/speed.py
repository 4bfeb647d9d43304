"""The cost of a run, as ratios of medians taken in one go. Times alone say little; ratios travel.

::

    python benchmarks/speed.py            # about two minutes
    python benchmarks/speed.py --runs 9

(a) the four default formats of a real-sized statement: cold, as a whole process, with
    fitting, imposing and checking, against four runs of the ``weasyprint`` command that
    set the same words once, at the sizes that were found, with the same fonts.
(b) the same for 4,000 words.
(c) ``flyers --help`` against ``python -c "import click"``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from flyers.catalogue.formats import DEFAULT_FORMATS, FORMATS
from flyers.catalogue.qr import qr_code
from flyers.pieces.prepare import font_folders
from flyers.statements import read
from flyers.typesetting.engine import Typesetter

ADDRESS = "https://maplestreet.example/sundays/"
EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "statements"
BIN = Path(sys.executable).parent

Command = Sequence[str | Path]


@dataclass(frozen=True)
class Contest:
    """Two ways to do something, each a series of processes, and the ratio to reach."""

    name: str
    ours: Sequence[Command]
    theirs: Sequence[Command]
    goal: float


def main() -> None:
    """Run every contest and print its ratio."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for contest in contests(Path(folder)):
            ours, theirs = timed(contest, runs)
            print(
                f"{contest.name}: {ours / theirs:.2f} (goal {contest.goal:.2f}; "
                f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms, medians of {runs})",
                flush=True,
            )


def contests(folder: Path) -> list[Contest]:
    """The three of them, with their files made ready."""
    # The examples' own typesetter makes the fontconfig file that the rival is to use as well.
    Typesetter(font_folders(None))
    real = EXAMPLES / "sunday-hours.md"
    long = folder / "long.md"
    long.write_text(of_length(EXAMPLES / "orchard-park-plan.md", 4000), "utf-8")
    return [
        against_weasyprint("(a) four formats, 750 words", real, folder / "real", 0.60),
        against_weasyprint("(b) four formats, 4,000 words", long, folder / "long", 0.80),
        Contest(
            "(c) flyers --help",
            ours=[[BIN / "flyers", "--help"]],
            theirs=[[sys.executable, "-c", "import click"]],
            goal=2.0,
        ),
    ]


def of_length(source: Path, words: int) -> str:
    """The statement's text over and over, until it is so long."""
    statement = read(source)
    body = [block.text for block in statement.blocks if block.tag == "p"]
    text = [f"# {statement.title}"]
    while sum(len(part.split()) for part in text) < words:
        text += body
    return "\n\n".join(text)


def against_weasyprint(name: str, source: Path, folder: Path, goal: float) -> Contest:
    """Our one process against a process a format."""
    folder.mkdir()
    make: Command = [
        *(BIN / "flyers", "make", source, "--url", ADDRESS),
        *("--no-preview", "--out", folder / "out"),
    ]
    made = subprocess.run([*make, "--json"], check=True, capture_output=True)
    sizes = {p["format"]: p["fit"] for p in json.loads(made.stdout)["pieces"]}
    theirs: list[Command] = []
    for fmt in DEFAULT_FORMATS:
        page = folder / f"{fmt}.html"
        page.write_text(plain_page(source, fmt, sizes[fmt]), "utf-8")
        theirs.append([BIN / "weasyprint", "--quiet", page, folder / f"{fmt}.pdf"])
    return Contest(name, ours=[[*make, "--quiet"]], theirs=theirs, goal=goal)


def plain_page(source: Path, fmt: str, fit: dict[str, float]) -> str:
    """The same words as one plain document on pages of the panels' size."""
    statement = read(source)
    panel = FORMATS[fmt].panels[0]
    code = qr_code(ADDRESS)
    css = (
        f"@page{{size:{panel.width}pt {panel.height}pt;margin:30pt}}"
        f"body{{font:{fit['type_size']}pt/{fit['leading']}pt 'Source Serif 4';hyphens:auto}}"
        "h1{font:800 40pt/1 'Fira Sans Extra Condensed'}h2{font-family:'Source Sans 3'}"
        "p{margin:0;text-indent:1em}svg{width:80pt;height:80pt}"
    )
    return (
        f'<html lang="{statement.language}"><style>{css}</style><h1>{statement.title}</h1>'
        f"<p>{statement.deck}</p>{''.join(block.html for block in statement.blocks)}"
        f'<svg viewBox="0 0 {code.modules} {code.modules}"><path d="{code.path}"/></svg>'
    )


def timed(contest: Contest, runs: int) -> tuple[float, float]:
    """Medians in seconds; the two take turns, so that both meet the machine's same moods."""
    ours: list[float] = []
    theirs: list[float] = []
    pairs: list[tuple[list[float], Callable[[], None]]] = [
        (ours, lambda: run_all(contest.ours)),
        (theirs, lambda: run_all(contest.theirs)),
    ]
    for number in range(runs + 1):
        for times, run in pairs:
            started = time.perf_counter()
            run()
            if number:  # the first round warms the disk
                times.append(time.perf_counter() - started)
    return median(ours), median(theirs)


def run_all(commands: Sequence[Command]) -> None:
    for command in commands:
        # Compiled code is kept, as it is for everybody who has not forbidden it.
        env = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)


if __name__ == "__main__":
    main()
