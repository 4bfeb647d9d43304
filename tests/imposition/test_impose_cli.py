"""`flyers impose`: the files it writes, the lines it prints, and its errors."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from awkward import AWKWARD
from awkward.building import document, page, written
from flyers import ExitCode
from flyers.cli import main
from flyers.press.read.file_facts import count_pages
from making import files_in

CARD, SPREADS = "card.pdf", ("--sheet", "400x300pt")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with a card of two pages and a booklet of eight, 200 x 300 points."""
    for name, pages in ((CARD, 2), ("zine.pdf", 8)):
        pdf = written(document(*(page(number) for number in range(1, pages + 1))))
        (tmp_path / name).write_bytes(pdf)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def impose(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["impose", *arguments], input=given)


# ---- what it writes ----------------------------------------------------------------


def test_a_booklet(desk: Path) -> None:
    done = impose("zine.pdf", "-o", "out.pdf", "-s", "booklet", *SPREADS)
    assert done.exit_code == 0, done.output
    assert "booklet: 8 pages on 2 sheets" in done.output
    assert "turn on the short edge" in done.output
    assert count_pages((desk / "out.pdf").read_bytes()) == 4


def test_quiet_says_nothing(desk: Path) -> None:
    done = impose("zine.pdf", "-o", "out.pdf", "-q")
    assert (done.exit_code, done.output) == (0, "")


def test_from_standard_input_to_standard_output(desk: Path) -> None:
    before = files_in(desk)
    done = impose("-", "-o", "-", "-s", "booklet", given=(desk / "zine.pdf").read_bytes())
    assert done.exit_code == 0
    assert done.stdout_bytes.startswith(b"%PDF-")
    assert count_pages(done.stdout_bytes) == 4
    assert files_in(desk) == before


def test_a_number_after_the_file_is_how_many_are_wanted(desk: Path) -> None:
    done = impose("card.pdf:250", "-n", "-s", "repeat", "--sheet", "800x600pt")
    assert "repeat: 2 pages on 32 sheets" in done.output
    assert "sheet 1 (32 times) front: 1 | 1 | 1 | 1 / 1 | 1 | 1 | 1" in done.output
    assert "256 copies are printed, 6 more than the 250 wanted" in done.output


def test_a_file_may_be_called_so(desk: Path) -> None:
    (desk / CARD).rename(desk / "card.pdf:250")
    done = impose("card.pdf:250", "-n", "-s", "repeat", "--sheet", "800x600pt")
    assert "repeat: 2 pages on 1 sheet of" in done.output


def test_a_look_first_writes_nothing(desk: Path) -> None:
    before = files_in(desk)
    done = impose("zine.pdf", "-o", "out.pdf", "-n", "-s", "booklet", "--preview")
    assert done.exit_code == 0
    assert "sheet 1 front: 8 | 1" in done.output
    assert files_in(desk) == before


def test_fronts_and_backs_apart_and_a_sheet_to_try_them_with(desk: Path) -> None:
    before = set(files_in(desk))
    done = impose("zine.pdf", "-o", "out.pdf", "-s", "booklet", *SPREADS, "--manual-duplex")
    assert done.exit_code == 0, done.output
    sides = {name: count_pages((desk / name).read_bytes()) for name in set(files_in(desk)) - before}
    assert sides == {"out-fronts.pdf": 2, "out-backs.pdf": 2, "out-test.pdf": 2}


def test_pictures_are_named_after_the_file_and_numbered(desk: Path) -> None:
    before = set(files_in(desk))
    done = impose("card.pdf", "-o", "out.pdf", "-s", "booklet", *SPREADS, "--preview")
    assert done.exit_code == 0, done.output
    assert set(files_in(desk)) - before == {"out.pdf", "out-1.png", "out-2.png"}
    with Image.open(desk / "out-1.png") as picture:
        assert picture.width / picture.height == pytest.approx(4 / 3, rel=0.01)


# ---- presets -----------------------------------------------------------------------

PRESET = """
[sheets.big-press]
size = "800x1200pt"
margins = "0,0,36pt,0"
duplex = "perfecting"
"""


def test_a_preset_of_the_configuration(desk: Path) -> None:
    (desk / "flyers.toml").write_text(PRESET)
    done = impose("card.pdf", "-n", "-s", "repeat", "--sheet", "big-press")
    assert done.exit_code == 0, done.output
    assert "sheet 1 back: 2 (180°) | 2 (180°)" in done.output


def test_what_is_said_goes_before_the_preset(desk: Path) -> None:
    (desk / "flyers.toml").write_text(PRESET)
    done = impose("card.pdf", "-n", "-s", "repeat", "--sheet", "big-press", "--duplex", "sheetwise")
    assert "180°" not in done.output


@pytest.mark.parametrize("wrong", ['duplex = "long"', 'size = "12x18"\nmargin = "3mm"'])
def test_a_wrong_preset_is_reported_with_its_file(desk: Path, wrong: str) -> None:
    (desk / "flyers.toml").write_text(f"[sheets.big-press]\n{wrong}\n")
    done = impose("card.pdf", "-n", "--sheet", "big-press")
    assert_refused(done, ExitCode.CONFIG, "flyers.toml")


# ---- what is refused ---------------------------------------------------------------

REFUSED = [
    (("card.pdf",), ExitCode.USAGE, "name one with -o"),
    (("none.pdf", "-n"), ExitCode.PDF, "Cannot read none.pdf"),
    (("words.pdf", "-n"), ExitCode.PDF, "words.pdf is not a PDF"),
    (("sealed.pdf", "-n"), ExitCode.PDF, "sealed.pdf needs a password"),
    (("card.pdf:0", "-n"), ExitCode.USAGE, "give a number above 0"),
    (("card.pdf", "-n", "-s", "bookelt"), ExitCode.UNKNOWN_NAME, "did you mean 'booklet'"),
    (("card.pdf", "-n", "--sheet", "lettr"), ExitCode.UNKNOWN_NAME, "did you mean 'letter'"),
    (("card.pdf", "-n", "--sheet", "0x5"), ExitCode.UNKNOWN_NAME, "up to 200 inches"),
    (("card.pdf", "-n", "--fold", "zz"), ExitCode.UNKNOWN_NAME, "no fold 'zz'"),
    (("card.pdf", "-n", "--duplex", "shrt"), ExitCode.UNKNOWN_NAME, "did you mean 'short'"),
    (("card.pdf", "-n", "--marks", "crops"), ExitCode.UNKNOWN_NAME, "did you mean 'crop'"),
    (("card.pdf", "-n", "--up", "2"), ExitCode.USAGE, "write it like 2x1"),
    (("card.pdf", "-n", "--up", "0x1"), ExitCode.USAGE, "write it like 2x1"),
    (("card.pdf", "-n", "--bleed", "3"), ExitCode.USAGE, "--bleed"),
    (("card.pdf", "-n", "--gutter", "wide"), ExitCode.USAGE, "--gutter"),
    (("card.pdf", "-n", "--margins", "1mm,2mm"), ExitCode.USAGE, "top,right,bottom,left"),
    (("card.pdf", "-n", "--sheet", "a8"), ExitCode.IMPOSITION, "take the sheet a6"),
    (("card.pdf", "-n", "--margins", "9in"), ExitCode.IMPOSITION, "has no room"),
    (("card.pdf", "-n", "-s", "zine", "--duplex", "long"), ExitCode.IMPOSITION, "one side only"),
    (
        ("zine.pdf", "-n", "-s", "perfect", "--pages-per-signature", "12"),
        ExitCode.IMPOSITION,
        "choose 4, 8, 16 or 32",
    ),
    (("zine.pdf", "-n", "-s", "gang"), ExitCode.IMPOSITION, "one piece with at most two pages"),
    (("mixed.pdf", "-n"), ExitCode.IMPOSITION, "use --fit"),
    (("zine.pdf", "-n", "-s", "fold"), ExitCode.IMPOSITION, "panels of a letter fold"),
    (("card.pdf", "-o", "out.pdf", "--manual-duplex"), ExitCode.USAGE, "have no backs"),
    (
        ("card.pdf", "-o", "-", "-s", "booklet", "--manual-duplex"),
        ExitCode.USAGE,
        "writes several files",
    ),
    (("card.pdf", "-o", "words.pdf/out.pdf"), ExitCode.OUTPUT, "words.pdf"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "said"), REFUSED, ids=[" ".join(row[0]) for row in REFUSED]
)
def test_it_fails_in_a_sentence_and_leaves_no_file(
    desk: Path, arguments: tuple[str, ...], code: ExitCode, said: str
) -> None:
    (desk / "words.pdf").write_text("To be printed later.")
    (desk / "sealed.pdf").write_bytes(AWKWARD["encrypted-with-a-password"].pdf)
    (desk / "mixed.pdf").write_bytes(AWKWARD["mixed-sizes"].pdf)
    before = files_in(desk)
    assert_refused(impose(*arguments), code, said)
    assert files_in(desk) == before


def assert_refused(done: Result, code: ExitCode, said: str) -> None:
    assert done.exit_code == code, done.output
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    assert said in sentence
    assert sentence[-1] in ".?"
    assert "Traceback" not in sentence
