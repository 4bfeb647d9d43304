"""What all tests share: the same examples, day and surroundings on every machine."""

import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

# Nothing here depends on a clock: how long an example takes says how busy the machine is.
steady = settings(
    deadline=None,
    database=None,
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("steady", steady)
settings.register_profile("fuzz", steady, derandomize=False, max_examples=2000)
settings.load_profile("steady")

# Among its examples hypothesis mixes constants of our modules, of those that happen to be loaded.
providers._get_local_constants = lambda: providers._local_constants

# The day that the examples' events are ahead of, and nothing of what a user may have set.
os.environ["SOURCE_DATE_EPOCH"] = "1790553600"
os.environ["COLUMNS"] = "80"
for name in ("FLYERS_DEBUG", "FLYERS_FONTS", "FLYERS_LAYOUTS", "NO_COLOR"):
    os.environ.pop(name, None)

# What is started in the background ignores Ctrl-C, and so would all that tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--inputs", type=int, help="odd inputs of each kind that tests/fuzz tries")
    parser.addoption("--inputs-seed", type=int, default=1, help="seed of those inputs")
    parser.addoption("--shuffle", metavar="SEED", help="shuffle the files, and the tests in them")


def _turn(item: pytest.Item) -> int:
    """Checks fork, which costs the more the more their process has in memory: they come first.
    Long tests come next, so that none is left over at the end."""
    forks = {"preflight", "fuzz"} & set(item.path.parts)
    return 0 if forks else 1 if "slow" in item.keywords else 2


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the tests in order, or shuffle files and their tests by the seed. A file's tests stay
    together, for what they share."""
    seed = config.getoption("shuffle")
    if seed is None:
        items.sort(key=_turn)
        return
    random = Random(seed)
    files = sorted({item.path for item in items})
    random.shuffle(files)
    place = {path: n for n, path in enumerate(files)}
    random.shuffle(items)
    items.sort(key=lambda item: place[item.path])


def pytest_collection_finish() -> None:
    """Leave five thousand tests out of each search for garbage, and search less often."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _kept() -> Iterator[None]:
    """Let all workshops of a process share the shipped fonts and layouts that they have loaded,
    which no test changes: to load them anew takes a quarter of the time of a small piece. Before a
    process forks others to make pieces, it loads for all of them what they need."""
    from flyers.core.shipped import shipped
    from flyers.pieces.piece import Job
    from flyers.pieces.workshop import Workshop

    keeper = Workshop()
    typesetter, template, warm = Workshop._typesetter, Workshop._template, Workshop.warm

    def kept_typesetter(self: Workshop, fonts: tuple[Path, ...]) -> Any:
        return typesetter(keeper if fonts == (shipped("fonts"),) else self, fonts)

    def kept_template(self: Workshop, layout: Any, setup: Any) -> Any:
        keeps = layout.folder.parent == shipped("layouts")
        return template(keeper if keeps else self, layout, setup)

    def warm_for_all(self: Workshop, job: Job) -> None:
        from making import load

        load()
        warm(self, job)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workshop, "warm", warm_for_all)
        patch.setattr(Workshop, "_typesetter", kept_typesetter)
        patch.setattr(Workshop, "_template", kept_template)
        yield


@pytest.fixture(scope="session")
def corpus() -> Path:
    """A folder of many real statements, for tests that are marked slow."""
    folder = os.environ.get("FLYERS_CORPUS")
    if not folder:
        pytest.skip("FLYERS_CORPUS names no folder of statements")
    return Path(folder)
