"""The first command of the README, on machines that are not ready for it."""

import os
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from lowest_versions import lowest

SETUP = Path(__file__).parent.parent / "scripts" / "setup.sh"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in which the script is all there is."""
    folder = tmp_path / "checkout"
    (folder / "scripts").mkdir(parents=True)
    shutil.copy(SETUP, folder / "scripts")
    (folder / "pyproject.toml").touch()
    return folder


def program(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def environment(checkout: Path, python: str) -> None:
    """A virtual environment, as far as the script looks."""
    program(checkout / ".venv/bin/python", python)
    program(checkout / ".venv/bin/pip", "exit 1  # not called by this name")


def setup(checkout: Path, path: str, *extra: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", checkout / "scripts" / "setup.sh", *extra],
        env={"PATH": path},
        capture_output=True,
        text=True,
    )


def test_without_a_new_python_there_is_one_sentence(checkout: Path, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    program(tools / "python3", "exit 1  # too old")
    (tools / "dirname").symlink_to(shutil.which("dirname") or "")
    done = setup(checkout, str(tools))
    assert done.returncode == 1
    assert done.stderr == "Python 3.11 or newer is missing; install it, then try again.\n"


def test_what_is_ready_is_left_alone(checkout: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    environment(checkout, f'echo "$*" >> {log}')
    for _ in range(2):
        assert setup(checkout, os.defpath).returncode == 0
    look = "src/flyers/core/machine.py pango"
    install = "-m pip install --quiet --disable-pip-version-check --editable ."
    assert log.read_text().splitlines() == [look, install, look]


def test_who_changes_it_gets_what_the_tests_need_too(checkout: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    environment(checkout, f'echo "$*" >> {log}')
    assert setup(checkout, os.defpath, "dev").returncode == 0
    look, install = log.read_text().splitlines()
    assert look == "src/flyers/core/machine.py pango readers hugo"
    assert install.endswith("--editable .[dev]")


def test_a_set_up_that_was_interrupted_is_begun_again(checkout: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    program(tmp_path / "bin" / "python3", f'echo "$*" >> {log}')
    program(checkout / ".venv/bin/python", "exit 0")  # and no pip yet
    assert setup(checkout, f"{tmp_path / 'bin'}:{os.defpath}").returncode == 0
    assert log.read_text().splitlines()[-1] == "-m venv --clear .venv"


def test_a_checkout_that_was_moved_is_set_up_again(checkout: Path) -> None:
    environment(checkout, "exit 0")
    assert "Installing" in setup(checkout, os.defpath).stdout
    moved = checkout.rename(checkout.with_name("moved"))
    assert "Installing" in setup(moved, os.defpath).stdout


def test_no_right_to_install_ends_it(checkout: Path) -> None:
    environment(checkout, "echo 'Pango must be installed' >&2; exit 1")
    done = setup(checkout, os.defpath)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Pango must be installed\n"


def test_every_package_has_a_lowest_version_to_be_tried() -> None:
    project = tomllib.loads((SETUP.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    found = lowest(project["dependencies"])
    assert len(found) == len(project["dependencies"])
    assert "click==8.2" in found
