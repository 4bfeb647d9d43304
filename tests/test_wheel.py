"""What is built from the checkout works far from it, and carries all it needs."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path
from site import getsitepackages

import pytest

CHECKOUT = Path(__file__).parent.parent

STATEMENT = """\
# The library stays open on Sundays

From the first of May the town library is open on Sundays from ten to four.
Come in, bring the children, and stay as long as you like.
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Run it where nothing leads back to the checkout, and return what it printed."""
    lead = ("PYTHON", "VIRTUAL_ENV", "FLYERS_")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(lead)}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and with the wheel that was built from that sdist alone."""
    folder = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", folder)
    run(*build, CHECKOUT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    return next(dist.glob("*.whl"))


@dataclass(frozen=True, kw_only=True)
class Installation:
    python: Path
    flyers: Path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The wheel in a virtual environment of its own.

    The packages it depends on are lent by the running environment, behind its own and
    without that one's .pth files, so that an editable flyers there is out of reach.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, symlinks=True)
    bin = folder / "bin"
    pip = (sys.executable, "-m", "pip", "--python", bin / "python")
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    site_packages = next(folder.glob("lib/python*/site-packages"))
    (site_packages / "lent.pth").write_text("\n".join(getsitepackages()) + "\n")
    return Installation(python=bin / "python", flyers=bin / "flyers")


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_fonts_profiles_layouts_and_licences_travel_inside(wheel: Path) -> None:
    inside = names(wheel)
    within = CHECKOUT / "src" / "flyers" / "data"
    for folder in (CHECKOUT / "fonts", CHECKOUT / "layouts", within / "icc", within / "paperwork"):
        files = [file for file in folder.rglob("*") if file.is_file()]
        assert files
        assert {f"flyers/data/{file.relative_to(folder.parent)}" for file in files} <= inside
    licences = {name.rpartition("/")[2] for name in inside if ".dist-info/licenses/" in name}
    theirs = [*CHECKOUT.glob("fonts/OFL-*.txt"), *within.glob("icc/LICENSE-*.txt")]
    assert {"LICENSE", *(file.name for file in theirs)} == licences


def test_the_sdist_makes_the_same_wheel_as_the_checkout(wheel: Path, tmp_path: Path) -> None:
    build = (sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path)
    run(*build, CHECKOUT, cwd=tmp_path)
    assert names(next(tmp_path.glob("*.whl"))) == names(wheel)


def test_the_sdist_can_be_tested_and_carries_no_rubbish(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        top = {name.split("/")[1] for name in archive.getnames()}
    assert {"src", "tests", "fonts", "layouts", "Makefile", "scripts"} <= top
    assert not {".git", ".venv", "out", "dist"} & top


def test_it_is_the_wheel_that_runs(installed: Installation, tmp_path: Path) -> None:
    where = "import flyers.core.shipped as s; print(s.__file__, s.shipped('fonts'))"
    code, fonts = run(installed.python, "-c", where, cwd=tmp_path).split()
    package = installed.python.parent.parent
    assert Path(code).is_relative_to(package)
    assert Path(fonts).is_relative_to(package)
    assert "Everything is here." in run(installed.flyers, "doctor", cwd=tmp_path)


def test_it_makes_a_flyer_anywhere(installed: Installation, tmp_path: Path) -> None:
    (tmp_path / "sundays.md").write_text(STATEMENT)
    flyer = ("make", "sundays.md", "--url", "https://example.org/x/", "-f", "letter")
    run(installed.flyers, *flyer, "-o", "out", cwd=tmp_path)
    made = list((tmp_path / "out").rglob("*.pdf"))
    assert made
    assert all(pdf.read_bytes().startswith(b"%PDF-") for pdf in made)
