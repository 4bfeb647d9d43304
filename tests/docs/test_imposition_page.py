"""What docs/imposition.md shows is what comes out: its commands, its plans and its pictures."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from flyers.cli import main
from flyers.imposition.schemes.fold import FOLDS
from flyers.imposition.schemes.table import SCHEMES
from typeset_pages import HandMade, pdf_of

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "imposition.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```(?:\n\n```\n(.*?)```)?", PAGE, re.S)
"""Each block of commands, and what is printed below it, if anything."""

SHOWN = [(line, plan) for block, plan in BLOCKS for line in block.splitlines()]
"""Each command and its plan."""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The one that draws the pictures, and knows what the page's PDFs are."""
    spec = spec_from_file_location("draw_docs", ROOT / "scripts" / "draw_docs.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pieces(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with blank pages of the right sizes."""
    folder = tmp_path_factory.mktemp("pieces")
    for name, sizes in script.PIECES.items():
        boxes = [(0, 0, width * 72, height * 72) for width, height in sizes]
        pdf = pdf_of(*(HandMade(content="", media=box, trim=box) for box in boxes))
        (folder / name).write_bytes(pdf)
    return folder


@pytest.mark.parametrize(("line", "plan"), SHOWN)
def test_every_command_gives_the_plan_below_it(
    line: str, plan: str, pieces: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pieces)
    done = CliRunner().invoke(main, [*line.split()[1:], "--dry-run"])
    assert done.exit_code == 0, done.output
    assert plan in ("", done.output)


def test_every_scheme_and_every_fold_is_shown() -> None:
    said = " ".join(line for line, _ in SHOWN)
    assert [name for name in SCHEMES if name != "n-up" and f"-s {name}" not in said] == []
    assert [name for name in FOLDS if f"--fold {name}" not in said] == []
    assert [fold.use for fold in FOLDS.values() if fold.use not in PAGE] == []


def test_every_picture_is_drawn_by_the_script_and_small(script: ModuleType) -> None:
    drawn = {picture: commands for commands, picture in script.pictures(PAGE)}
    assert all(drawn.values())
    there = {f"imposition/{path.name}" for path in (ROOT / "docs" / "imposition").iterdir()}
    assert there == set(drawn)
    assert max((ROOT / "docs" / picture).stat().st_size for picture in drawn) < 40_000
