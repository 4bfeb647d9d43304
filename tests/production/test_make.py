"""`flyers make` as its engine: a request, a result, and the steps in between."""

from pathlib import Path

from flyers.core.errors import ExitCode
from flyers.production.make import MakeRequest, run
from flyers.production.progress import Step
from making import URL, written


def test_statements_that_are_missing_are_reported_before_anything_is_made(tmp_path: Path) -> None:
    steps: list[Step] = []
    there, none = written(tmp_path, "pool.md"), tmp_path / "none.md"
    result = run(
        MakeRequest(
            statements=(str(there), str(none)),
            formats=("half-sheet",),
            url=URL,
            out=str(tmp_path / "out"),
            progress=steps.append,
        )
    )
    told = [(step.done, step.total, bool(step.outcome and step.outcome.error)) for step in steps]
    assert told == [(0, 1, True), (0, 1, False), (1, 1, False)]
    assert [one.job.statement for one in result.outcomes] == [there, none]
    assert result.exit_code is ExitCode.SOME_FAILED


def test_where_all_are_missing_nothing_begins(tmp_path: Path) -> None:
    steps: list[Step] = []
    result = run(MakeRequest(statements=(str(tmp_path / "none.md"),), progress=steps.append))
    assert [step.total for step in steps] == [0]
    assert result.exit_code is ExitCode.STATEMENT
    assert "does not exist" in str(result.as_json()["errors"])
