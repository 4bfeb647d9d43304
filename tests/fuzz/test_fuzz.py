"""Inputs that nobody meant: each ends well or in one sentence, soon, and leaves nothing behind.

``make test`` tries the same ones each time. ``make fuzz INPUTS=3000 SEED=7`` tries so many of each
kind; what it finds is in a folder for each input below out/fuzz, with the command and the fault.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from fuzz.mutations import mutated
from fuzz.targets import TARGETS
from fuzz.trial import tried

FEW = {
    "markdown": 60,
    "html": 30,
    "flyers.toml": 60,
    "layout": 20,
    "font": 20,
    "picture": 30,
    "pdf": 60,
}
"""Inputs of each kind in ``make test``."""

TOGETHER = 10
"""Inputs in one test."""

FOUND = Path(__file__).resolve().parents[2] / "out" / "fuzz"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every test a kind of input and the numbers of some."""
    asked = metafunc.config.getoption("inputs")
    metafunc.parametrize(
        ("kind", "numbers"),
        [
            (kind, range(start, start + TOGETHER))
            for kind in TARGETS
            for start in range(0, asked or FEW[kind], TOGETHER)
        ],
        ids=lambda value: value if isinstance(value, str) else str(value.start),
    )


@pytest.mark.skipif(sys.platform != "linux", reason="runs in forked processes")
def test_an_odd_input_ends_well_or_in_a_sentence(
    pytestconfig: pytest.Config, kind: str, numbers: range
) -> None:
    seed = pytestconfig.getoption("inputs_seed")
    found = {number: faults for number in numbers if (faults := faults_of(kind, seed, number))}
    assert found == {}


def faults_of(kind: str, seed: int, number: int) -> list[str]:
    """Try one input, which comes of the seed and its number alone; what it breaks is kept."""
    target, rng = TARGETS[kind], random.Random(f"{kind} {seed} {number}")
    seeds = target.seeds()
    data = mutated(rng, rng.choice(seeds), seeds, target.words)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = target.laid(rng, folder, data)
        trial = tried(command, folder)
        faults = trial.faults()
        if faults:
            kept = FOUND / f"{kind}-{seed}-{number}"
            shutil.copytree(folder, kept, symlinks=True, dirs_exist_ok=True)
            said = [f"flyers {' '.join(command)}", *faults, trial.said[-20_000:], ""]
            (kept / "fault.txt").write_text("\n".join(said), "utf-8")
    return faults
