"""Hugo: what ``hugo list all`` says of the pages of made-up sites."""

import csv
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from recording.hugo_sites import hugo_samples
from recording.sample import Addresses, Recorder


def _hugo_programs() -> Mapping[str, tuple[str, ...]]:
    found = {}
    for program in ("hugo", *filter(None, os.environ.get("HUGOS", "").split(":"))):
        said = subprocess.run([program, "version"], capture_output=True, text=True, check=True)
        if version := re.search(r"v([\d.]+)", said.stdout):
            found[version[1]] = (program,)
    return dict(sorted(found.items(), key=lambda one: tuple(map(int, one[0].split(".")))))


def _hugo_list(folder: Path, program: tuple[str, ...]) -> Addresses:
    said = subprocess.run(
        [*program, "list", "all"], cwd=folder, capture_output=True, text=True, check=False
    )
    lines = said.stdout.splitlines()
    begin = next((n for n, line in enumerate(lines) if line.startswith("path,")), None)
    if begin is None:
        raise RuntimeError(said.stdout + said.stderr)
    return {row["path"]: row["permalink"] for row in csv.DictReader(lines[begin:])}


RECORDER = Recorder(name="hugo", samples=hugo_samples, programs=_hugo_programs, ask=_hugo_list)
