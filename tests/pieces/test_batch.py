"""Many jobs: the outcomes are the same however they are shared out."""

import json
import os
import sys
from pathlib import Path
from typing import Any

from flyers.core.errors import EmptyStatementError, UnknownNameError
from flyers.core.processes import START
from flyers.pieces.batch import make_all
from flyers.pieces.piece import Job, Piece
from making import URL, files_in, long_statement, python, written

FORMATS = ("letter", "half-sheet", "tri-fold")

SPAWNED = """
import json, sys
from pathlib import Path
from test_batch import told
print(json.dumps(told(*map(Path, sys.argv[1:]), workers=2)))
"""


def jobs(folder: Path, *names: str) -> list[Job]:
    return [
        Job(statement=folder / name, format=fmt, url=URL, out=folder / "out", previews=False)
        for name in names
        for fmt in FORMATS
    ]


def test_outcomes_come_in_order_and_a_bad_statement_once(tmp_path: Path) -> None:
    written(tmp_path, "a.md")
    written(tmp_path, "bad.md", " ")
    written(tmp_path, "c.md")
    outcomes = list(make_all(jobs(tmp_path, "a.md", "bad.md", "c.md"), workers=1))
    told = [(o.job.statement and o.job.statement.name, o.job.format) for o in outcomes]
    assert told == [
        *(("a.md", fmt) for fmt in FORMATS),
        ("bad.md", "letter"),
        *(("c.md", fmt) for fmt in FORMATS),
    ]
    assert [type(o.error) for o in outcomes if o.error] == [EmptyStatementError]
    assert all((o.piece is None) != (o.error is None) for o in outcomes)


def test_a_format_that_fails_does_not_stop_the_other(tmp_path: Path) -> None:
    path = written(tmp_path, "pool.md")
    both = [
        Job(statement=path, format=fmt, url=URL, out=tmp_path, previews=False)
        for fmt in ("leter", "letter")
    ]
    wrong, right = make_all(both, workers=1)
    assert isinstance(wrong.error, UnknownNameError)
    assert right.piece is not None


def told(folder: Path, out: Path, workers: int) -> list[list[Any]]:
    """The outcomes of two formats of several statements."""
    many = [
        Job(statement=folder / name, format=fmt, url=URL, out=out, overset="error")
        for name in ("a.md", "bad.md", "long.md", "none.md")
        for fmt in ("letter", "half-sheet")
    ]
    return [
        [str(o.job.statement), o.job.format, str(o.error) if o.error else fit_of(o.piece)]
        for o in make_all(many, workers=workers)
    ]


def fit_of(piece: Piece | None) -> Any:
    assert piece
    return piece.as_json()["fit"]


def made(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files_in(folder)}


def test_several_processes_come_to_the_same_as_one(tmp_path: Path) -> None:
    written(tmp_path, "a.md")
    written(tmp_path, "bad.md", " ")
    written(tmp_path, "long.md", long_statement(60))
    one, three, spawned = (tmp_path / name for name in ("one", "three", "spawned"))
    outcomes = told(tmp_path, one, 1)
    assert len(outcomes) == 2 + 1 + 2 + 1
    assert made(one)
    assert (told(tmp_path, three, 3), made(three)) == (outcomes, made(one))
    env = {START: "spawn", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = python("-c", SPAWNED, tmp_path, spawned, cwd=tmp_path, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert (json.loads(done.stdout), made(spawned)) == (outcomes, made(one))


DYING = """
import os, sys
from pathlib import Path
from flyers import Job, make_all
from flyers.pieces.workshop import Workshop
make = Workshop.make
def make_or_die(workshop, job):
    return os._exit(9) if job.format == "half-sheet" else make(workshop, job)
Workshop.make = make_or_die
jobs = [Job(statement=Path("a.md"), format=f, url="https://example.org/", previews=False)
        for f in ("letter", "half-sheet", "tri-fold", "a4")]
for outcome in make_all(jobs, workers=2):
    print(outcome.job.format, outcome.error or "made")
"""


def test_a_process_that_dies_costs_its_piece_alone(tmp_path: Path) -> None:
    written(tmp_path, "a.md")
    done = python("-c", DYING, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    letter, half, *others = done.stdout.splitlines()
    assert [letter, *others] == ["letter made", "tri-fold made", "a4 made"]
    assert "half-sheet" in half
    assert "was killed" in half
    assert [name for name in files_in(tmp_path / "out") if "half-sheet" in name] == []
