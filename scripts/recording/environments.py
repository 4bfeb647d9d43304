"""Environments of the recording's own, for generators from npm and from PyPI."""

import os
import subprocess
import sys
from pathlib import Path


def environments() -> Path:
    """Return the folder that holds them: $RECORDING, or one in the user's cache."""
    folder = Path(os.environ.get("RECORDING", Path.home() / ".cache" / "flyers-recording"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def of_pypi(name: str, *packages: str) -> Path:
    """Return the interpreter of an environment with packages of PyPI."""
    folder = environments() / name
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *packages], check=True)
    return python


def of_npm(name: str, package: str) -> Path:
    """Return the folder of an environment with a package of npm."""
    folder = environments() / name
    if not (folder / "node_modules").exists():
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n', "utf-8")
        quiet = ("--no-audit", "--no-fund", "--silent")
        subprocess.run(["npm", "install", *quiet, package], cwd=folder, check=True)
    return folder
