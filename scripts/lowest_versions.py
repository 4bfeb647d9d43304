"""Tries the lowest versions that pyproject.toml allows: ``lowest_versions.py FOLDER [PYTHON]``.

They are installed into an environment of its own in the folder, and a part of the tests is run
there that goes through every engine. Needs the network of the package registry.
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]

TESTS = (
    "tests/catalogue",
    "tests/colour",
    "tests/core/test_bounded.py",
    "tests/pieces/test_home_sheets.py",
    "tests/pieces/test_prepare.py",
    "tests/preflight/test_preflight.py",
    "tests/press",
    "tests/statements",
    "tests/typesetting/test_composing.py",
    "tests/typesetting/test_engine.py",
    "tests/typesetting/test_tagging.py",
)
"""Tests that need every engine, and none that needs another program than Python."""

TOOLS = ("pytest", "pytest-xdist", "hypothesis", "pikepdf[pdfa]", "reportlab", "fpdf2", "pymupdf")
"""What these tests need besides, in any version."""


def lowest(requirements: list[str]) -> list[str]:
    """Return each requirement at its lowest version: ``click==8.2`` of ``click>=8.2,<9``."""
    found = []
    for requirement in requirements:
        match = re.fullmatch(r"([\w.-]+)>=([\d.]+)(,<[\d.]+)?", requirement)
        if not match:
            raise SystemExit(f"{requirement} has no lowest version in pyproject.toml.")
        found.append(f"{match[1]}=={match[2]}")
    return found


def main(folder: Path, python: str = sys.executable) -> int:
    """Install and test, and return the exit code of the tests."""
    folder = folder.resolve()
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
    inside = folder / "bin" / "python"
    pip = (inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run([*pip, *lowest(project["dependencies"]), *TOOLS], check=True)
    subprocess.run([*pip, "--no-deps", "--editable", CHECKOUT], check=True)
    tests = (inside, "-m", "pytest", "-p", "no:cacheprovider", "-q", "--numprocesses", "auto")
    return subprocess.run([*tests, *TESTS], cwd=CHECKOUT).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
