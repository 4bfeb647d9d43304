"""`flyers impose` used wrongly: one sentence, the right exit code, and no half-written file."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader, PdfWriter

from flyers.cli import main
from flyers.core import files
from flyers.core.errors import ConfigError, OptionError
from flyers.core.files import write_whole
from flyers.imposition.inputs import quantity_of
from making import files_in, python, run, written


def impose(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["impose", *arguments], input=given)


def pdf(count: int, width: float, height: float) -> bytes:
    writer, file = PdfWriter(), io.BytesIO()
    for _ in range(count):
        writer.add_blank_page(width, height)
    writer.write(file)
    return file.getvalue()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a working folder with PDFs, a folder and a damaged file in it."""
    for name, shape in {
        "card.pdf": (2, 252, 144),
        "zine.pdf": (8, 396, 612),
        "tiny.pdf": (1, 3, 3),
        "huge.pdf": (1, 14400, 14400),
    }.items():
        (tmp_path / name).write_bytes(pdf(*shape))
    (tmp_path / "half.pdf").write_bytes(pdf(20, 100, 100)[:900])
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


REFUSED = [
    ("card.pdf", 2, "No file is named for the sheets"),
    ("card.pdf -o card.pdf", 2, "card.pdf would be replaced by what is made of it"),
    ("card.pdf -o folder/../card.pdf", 2, "card.pdf would be replaced"),
    ("card.pdf -o - --preview", 2, "--preview writes pictures beside the file"),
    ("card.pdf -o - -s repeat --manual-duplex", 2, "--manual-duplex writes several files"),
    ("card.pdf:0 -o o.pdf", 2, "card.pdf:0 asks for no copies"),
    ("card.pdf:1000000000 -o o.pdf", 2, "asks for too many copies"),
    ("card.pdf -o o.pdf --up 0x1", 2, "is not columns x rows"),
    ("card.pdf -o o.pdf --margins=-1in", 2, "is not a length"),
    ("card.pdf -o o.pdf --gutter 201in", 2, "longer than the largest sheet"),
    ("zine.pdf -o o.pdf -s booklet --creep -5in", 2, "thicker than any paper that folds"),
    ("zine.pdf -o o.pdf -s booklet --duplex none", 2, "prints both sides"),
    ("zine.pdf -o o.pdf -s perfect --duplex none", 2, "prints both sides"),
    ("card.pdf -o folder", 6, "folder is a folder; use -o to name a file"),
    ("card.pdf -o /dev/null", 6, "is no file"),
    ("card.pdf -o card.pdf/o.pdf", 6, "Cannot write into card.pdf"),
    (f"card.pdf -o {'x' * 300}.pdf", 6, "name another file with -o"),
    ("card.pdf -o o.pdf --sheet lettr", 15, "did you mean 'letter'"),
    ("card.pdf -o o.pdf --margins 10in", 19, "has no room beside its margins"),
    (
        "card.pdf -o o.pdf --up 100x100 --fit",
        19,
        "10,000 pieces would lie on one sheet, but it can have 2,000",
    ),
    ("tiny.pdf -o o.pdf", 19, "pieces would lie on one sheet"),
    ("tiny.pdf:99999 -o o.pdf -s gang", 19, "pieces would lie on one sheet"),
    ("huge.pdf -o o.pdf", 19, "--fit scale the pages"),
    ("none.pdf -o o.pdf", 20, "Cannot read none.pdf"),
    ("folder -o o.pdf", 20, "Cannot read folder"),
    ("half.pdf -o o.pdf", 20, "half.pdf is damaged"),
    ("- -o o.pdf", 20, "standard input is not a PDF"),
]


@pytest.mark.parametrize(
    ("line", "code", "words"), REFUSED, ids=[line[:40] for line, *_ in REFUSED]
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    desk: Path, line: str, code: int, words: str
) -> None:
    before = {name: (desk / name).read_bytes() for name in files_in(desk)}
    done = impose(*line.split())
    assert done.exit_code == code, done.output
    assert words in done.stderr
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1
    assert {name: (desk / name).read_bytes() for name in files_in(desk)} == before


def test_a_damaged_file_is_told_of_once(desk: Path) -> None:
    done = run("impose", "half.pdf", "-o", "o.pdf", cwd=desk)
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_standard_output_is_told_of(desk: Path) -> None:
    code = "import sys; sys.stdout = open('/dev/full', 'w')\nfrom flyers.cli import main\nmain()"
    done = python("-c", code, "impose", "card.pdf", "-o", "-", cwd=desk)
    assert done.returncode == 16
    said = "Cannot write to standard output (No space left on device); name a file with -o."
    assert done.stderr == f"Error: {said}\n"


def test_an_older_file_is_replaced(desk: Path) -> None:
    (desk / "o.pdf").write_bytes(b"old")
    assert impose("card.pdf", "-o", "o.pdf").exit_code == 0
    assert len(PdfReader(desk / "o.pdf").pages) == 1


def test_a_folder_that_is_missing_is_made(desk: Path) -> None:
    assert impose("card.pdf", "-o", "new/deep/o.pdf").exit_code == 0
    assert (desk / "new" / "deep" / "o.pdf").exists()


def test_a_file_may_be_given_twice_and_standard_input_too(desk: Path) -> None:
    card = (desk / "card.pdf").read_bytes()
    for names in (("card.pdf", "card.pdf:3"), ("-", "-")):
        done = impose(*names, "-o", "o.pdf", "-s", "gang", given=card)
        assert done.exit_code == 0, done.output
        assert "4 pages on 1 sheet" in done.stdout


def test_a_few_tiny_pieces_lie_among_many_large_ones(desk: Path) -> None:
    done = impose("tiny.pdf:3", "card.pdf:90000", "-n", "-s", "gang")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("scheme", ["n-up", "repeat"])
def test_fit_alone_brings_a_page_down_to_the_sheet(desk: Path, scheme: str) -> None:
    done = impose("huge.pdf", "-o", "o.pdf", "--fit", "-s", scheme)
    assert done.exit_code == 0, done.output
    assert "1 page on 1 sheet of 8.5 x 11 in" in done.stdout


def test_fit_alone_leaves_pages_that_fit_at_their_size(desk: Path) -> None:
    assert "waste: 85.0 %" in impose("card.pdf", "-n", "--fit").stdout


def interrupted_at(file: int) -> Callable[[Path, bytes], None]:
    """Press Ctrl-C while that file is being written."""
    calls = iter(range(1, 99))

    def write(path: Path, data: bytes) -> None:
        if next(calls) == file:
            raise KeyboardInterrupt
        write_whole(path, data)

    return write


@pytest.mark.parametrize("file", [1, 2, 3])
def test_ctrl_c_leaves_nothing(desk: Path, monkeypatch: pytest.MonkeyPatch, file: int) -> None:
    before = files_in(desk)
    monkeypatch.setattr(files, "write_whole", interrupted_at(file))
    done = impose("zine.pdf", "-o", "o.pdf", "-s", "booklet", "--manual-duplex", "--preview")
    assert done.exit_code == 130
    assert files_in(desk) == before


# ---- presets ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("up = 5", "line 3: [sheets.shop]: up = 5 has to be a text"),
        ("margins = [1, 2]", "margins = [1, 2] has to be a text"),
        ("bleed = 3", "bleed = 3 has to be a text"),
        ("creep = false", "creep = False has to be a text"),
        ('marks = ["crop", 1]', "marks = ['crop', 1] has to be a text"),
        ('fit = "no"', "fit = 'no' is neither true nor false"),
        ('stock = "wood"', "stock = 'wood' is not one of text, cover"),
        ('binding = "rihgt"', "binding = 'rihgt' is not one of left, right; did you mean 'right'?"),
        ('order = "sideways"', "order = 'sideways' is not one of across, down"),
        ('scheme = "booklet"', "there is no key 'scheme'"),
    ],
)
def test_a_preset_of_the_wrong_kind_is_named(desk: Path, line: str, words: str) -> None:
    written(desk, "flyers.toml", f'[sheets.shop]\nsize = "12x18"\n{line}\n')
    done = impose("card.pdf", "-n", "--sheet", "shop")
    assert done.exit_code == ConfigError.exit_code
    assert "flyers.toml" in done.stderr
    assert words in done.stderr


def test_a_preset_may_be_used_and_overridden(desk: Path) -> None:
    preset = '[sheets.shop]\nsize = "12x18"\nbleed = 0\nmarks = ["crop", "fold"]\nup = "2x2"\n'
    written(desk, "flyers.toml", preset)
    said = impose("card.pdf", "-n", "--sheet", "shop", "--up", "1x2").stdout
    assert "sheet 1 front: 1 / 2" in said


def test_a_slip_in_a_presets_name_is_seen(desk: Path) -> None:
    written(desk, "flyers.toml", '[sheets.printshop]\nsize = "12x18"\n')
    done = impose("card.pdf", "-n", "--sheet", "printshp")
    assert done.exit_code == 15
    assert "did you mean 'printshop'" in done.stderr


def test_quantities() -> None:
    assert quantity_of("card.pdf:250") == ("card.pdf", 250)
    assert quantity_of("card.pdf") == ("card.pdf", 1)
    assert quantity_of("C:card.pdf") == ("C:card.pdf", 1)
    assert quantity_of("card.pdf:007") == ("card.pdf", 7)
    with pytest.raises(OptionError):
        quantity_of("card.pdf:000")
