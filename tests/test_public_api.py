"""What Python code may use, and that asking for little costs little."""

import json
from pathlib import Path

import pytest

import flyers
from flyers import ExitCode, FlyersError, Job, Piece, make, make_all
from making import URL, python, written

HEAVY = {"weasyprint", "pypdf", "qrcode", "pypdfium2", "jinja2", "PIL", "yaml"}


def loaded_after(code: str, folder: Path) -> set[str]:
    """The modules that a process has loaded once it has run the code."""
    told = "import json, sys, contextlib, io\n" + code + "\n"
    told += "sys.stdout.write(json.dumps(sorted(sys.modules)))"
    done = python("-c", told, cwd=folder)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


COMMAND = """
from flyers.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main({!r})
"""


@pytest.mark.parametrize(
    "code",
    [
        "import flyers",
        "from flyers import FlyersError, ExitCode, Job, Piece",
        "from flyers import make, make_all, Outcome",
        *(
            COMMAND.format(words)
            for words in (["--help"], ["make", "--help"], ["--version"], ["formats"], ["printers"])
        ),
    ],
)
def test_no_engine_is_loaded_before_it_is_needed(tmp_path: Path, code: str) -> None:
    assert loaded_after(code, tmp_path) & HEAVY == set()


def test_the_probe_sees_an_engine(tmp_path: Path) -> None:
    assert loaded_after("import yaml", tmp_path) & HEAVY == {"yaml"}


def test_imposing_loads_nothing_of_making_and_checking(tmp_path: Path) -> None:
    """Half of what a short file costs is what is loaded for it."""
    loaded = loaded_after("import flyers.imposition.run", tmp_path)
    assert "flyers.imposition.from_pdfs" in loaded
    others = ("campaign", "pieces", "statements", "typesetting", "preflight", "catalogue.formats")
    assert loaded & ({f"flyers.{name}" for name in others} | HEAVY) == set()


def test_everything_that_is_promised_is_there() -> None:
    assert all(getattr(flyers, name) is not None for name in flyers.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = flyers.nonsense


def test_make_makes_one_piece(tmp_path: Path) -> None:
    job = Job(statement=written(tmp_path, "pool.md"), url=URL, out=tmp_path / "out")
    piece = make(job)
    assert isinstance(piece, Piece)
    assert piece.file.read_bytes().startswith(b"%PDF-")
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in piece.previews)
    assert piece.previews
    assert piece.qr.read_back


def test_make_raises_only_what_the_user_can_read(tmp_path: Path) -> None:
    with pytest.raises(FlyersError, match="does not exist") as caught:
        make(Job(statement=tmp_path / "none.md", url=URL, out=tmp_path / "out"))
    assert caught.value.exit_code is ExitCode.STATEMENT
    assert not (tmp_path / "out").exists()


def test_make_all_reports_every_job(tmp_path: Path) -> None:
    path = written(tmp_path, "pool.md")
    jobs = [
        Job(statement=path, url=URL, format=name, out=tmp_path / "out", previews=False)
        for name in ("letter", "half-sheet")
    ]
    assert [outcome.piece and outcome.piece.format for outcome in make_all(jobs)] == [
        "letter",
        "half-sheet",
    ]
