"""What tests of whole pieces share: a short statement, a run of the command, a look at a PDF."""

import contextlib
import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from flyers.cli import main
from flyers.core.boxes import Box
from flyers.pieces.piece import Job
from flyers.press.read.file_facts import count_pages
from flyers.press.read.raster import glyph_boxes

EXAMPLES = Path(__file__).parents[2] / "examples" / "statements"
SUNDAYS = EXAMPLES / "sunday-hours.md"

URL = "https://example.org/pool/"
POOL = """\
---
title: Keep the pool open
description: The pool on Mill Lane is to close in May. We ask for one more year.
---

We swim here every morning, and so do our children after school. The pool costs
the town less than its flower beds.

We ask the council to keep it open for one more year.
"""

DATED = POOL.replace("---\n", "---\ndate: 2027-04-19\n", 1)
"""The same with the day on which it was said."""


def written(folder: Path, name: str, text: str = POOL) -> Path:
    """A statement in a folder that is made where it is missing."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def long_statement(sentences: int, *, language: str = "en", **values: str) -> str:
    """Numbered sentences, five to a paragraph, so that the place of the last one can be seen."""
    head = {"title": "A long statement", "lang": language, **values}
    lines = [f"This is sentence #{n} of a statement that is very long." for n in range(sentences)]
    paragraphs = [" ".join(lines[at : at + 5]) for at in range(0, sentences, 5)]
    matter = "".join(f"{key}: {value}\n" for key, value in head.items())
    return f"---\n{matter}---\n\n" + "\n\n".join(paragraphs) + "\n"


@cache
def load() -> None:
    """Make a piece, so that processes forked from this one need not each load what makes it."""
    from flyers.pieces.workshop import Workshop

    with tempfile.TemporaryDirectory() as name:
        statement = written(Path(name), "pool.md")
        Workshop().make(Job(statement=statement, format="half-sheet", url=URL, out=Path(name)))
    gc.freeze()


def invoke(
    *arguments: str | Path, cwd: Path, given: bytes = b""
) -> subprocess.CompletedProcess[str]:
    """``flyers`` in this process, which has loaded what the command needs."""
    with contextlib.chdir(cwd):
        done = CliRunner().invoke(main, list(map(str, arguments)), input=given)
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def run(
    *arguments: str | Path,
    cwd: Path,
    given: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """``flyers`` as a shell runs it."""
    return python("-m", "flyers", *arguments, cwd=cwd, given=given, env=env)


def python(
    *arguments: str | Path,
    cwd: Path,
    given: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """This Python in a process of its own."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        input=given,
        capture_output=True,
        timeout=120,
        env={**os.environ, **(env or {})},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def files_in(folder: Path) -> list[str]:
    """Everything that a run left, temporary files too."""
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if not p.is_dir())


def letters(pdf: bytes, side: int, within: Box | None = None) -> str:
    """The letters printed on a side, or in a region of it, without spaces."""
    found = glyph_boxes(pdf, side)
    return "".join(letter for letter, box in found if within is None or within.contains(box, 1))


def all_letters(pdf: bytes) -> str:
    """The letters of all sides."""
    return "".join(letters(pdf, side) for side in range(count_pages(pdf)))


def squeezed(text: str | Iterable[str]) -> str:
    """A text without its spaces, as ``letters`` gives it."""
    return "".join("".join(text).split())
