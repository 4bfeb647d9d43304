"""What docs/imposition.md shows is what comes out: its commands, its plans and its pictures."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from flyers.cli import main
from flyers.cli.impose import impose
from flyers.imposition.option_words import options_of
from flyers.imposition.schemes.fold import FOLDS
from flyers.imposition.schemes.table import DEFAULT, SCHEMES, scheme_named
from typeset_pages import HandMade, pdf_of
from write_docs import with_schemes

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


def test_the_table_of_schemes_is_that_of_the_code() -> None:
    assert with_schemes(PAGE) == PAGE


WRITTEN = [
    (said, written)
    for said, row in re.findall(r"^\| (.*?) \| (.*) \|$", PAGE.partition("| a shop says")[2], re.M)
    for written in re.findall(r"`(-.*?)`", row)
]
"""What a shop says, and the options that stand for it."""


@pytest.mark.parametrize(("said", "written"), WRITTEN, ids=[written for _, written in WRITTEN])
def test_what_a_shop_says_can_be_written(said: str, written: str) -> None:
    given = impose.make_context("flyers impose", ["pages.pdf", *written.split()]).params
    options_of(scheme_named(given["scheme"] or DEFAULT), given)


def test_a_shop_is_taken_by_its_word() -> None:
    phrases = [said for said, written in WRITTEN if written.startswith("--duplex")]
    assert "perfecting with long edge flip" in phrases
    for said, written in WRITTEN:
        if written.startswith("--duplex"):
            asked = written.split()[1]
            for phrase in said.split(";")[0].split(", "):
                read = [options_of(SCHEMES["repeat"], {"duplex": one}) for one in (phrase, asked)]
                assert read[0] == read[1]


def test_every_picture_is_drawn_by_the_script_and_small(script: ModuleType) -> None:
    drawn = {picture: commands for commands, picture in script.pictures(PAGE)}
    assert all(drawn.values())
    there = {f"imposition/{path.name}" for path in (ROOT / "docs" / "imposition").iterdir()}
    assert there == set(drawn)
    assert max((ROOT / "docs" / picture).stat().st_size for picture in drawn) < 40_000
