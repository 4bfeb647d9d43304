"""A scheme is one file and one row: nothing else in the code asks for a scheme by its name."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

import flyers
from awkward.building import document, page, written
from flyers.cli import main
from flyers.core.errors import UnknownNameError
from flyers.core.sheets import Page
from flyers.imposition import schemes
from flyers.imposition.layup import Layup
from flyers.imposition.options import Options
from flyers.imposition.schemes import repeat
from flyers.imposition.schemes.table import SCHEMES, Scheme, readers_of, scheme_named
from write_docs import with_schemes

PACKAGE = Path(flyers.__file__).parent
TABLE = PACKAGE / "imposition" / "schemes" / "table.py"
OTHER_THINGS = {"fold"}
"""Names of schemes that are kinds of lines and marks as well."""


def decided_by(tree: ast.AST) -> Iterator[str]:
    """Yield the strings by which code decides: compared, matched, or keys of a table."""
    for node in ast.walk(tree):
        values: list[ast.expr | None] = []
        if isinstance(node, ast.Compare):
            values = [node.left, *node.comparators]
        elif isinstance(node, ast.Dict):
            values = [*node.keys]
        elif isinstance(node, ast.MatchValue):
            values = [node.value]
        elif isinstance(node, ast.Subscript):
            values = [node.slice]
        for value in filter(None, values):
            for one in ast.walk(value):
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield one.value


def test_no_other_file_decides_by_the_name_of_a_scheme() -> None:
    names = {*SCHEMES} - OTHER_THINGS
    found = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in PACKAGE.rglob("*.py")
        if path != TABLE
        for name in names & set(decided_by(ast.parse(path.read_text("utf-8"))))
    }
    assert found == set()


def test_a_decision_is_seen_however_it_is_written() -> None:
    code = """
if scheme.name == "zine" or scheme in ("gang", "poster"):
    rows = {"booklet": 4}
match name:
    case "repeat":
        SCHEMES["n-up"]
"""
    assert {*decided_by(ast.parse(code))} == {"zine", "gang", "poster", "booklet", "repeat", "n-up"}


def test_each_scheme_has_a_file_of_its_own() -> None:
    folder = Path(schemes.__file__).parent
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py")}
    assert files - {"--init--", "table"} == {*SCHEMES}


@pytest.mark.parametrize("row", SCHEMES.values(), ids=SCHEMES)
def test_a_scheme_is_found_by_each_of_its_names(row: Scheme) -> None:
    assert {scheme_named(name).name for name in (row.name, *row.also)} == {row.name}


def test_another_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'saddle-stitch'"):
        scheme_named("saddel-stitch")


def test_the_help_names_the_schemes_of_the_table() -> None:
    shown = CliRunner().invoke(main, ["impose", "-h"], terminal_width=400).output
    lines = {line.split()[0]: line for line in shown.splitlines() if line.strip()}
    assert [name for name in SCHEMES if name not in lines["-s,"]] == []
    assert "[default: n-up]" in lines["-s,"]
    assert f"{', '.join(readers_of('back_cover'))}: " in lines["--back-cover"]


def backwards(pages: Sequence[Page], options: Options) -> list[Layup]:
    """Return a sheet for every page, the last page first."""
    return repeat.layups(pages, options)[::-1]


def test_a_row_is_all_that_a_new_scheme_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = Scheme(
        name="backwards",
        also=("face-up",),
        purpose="pages for a printer that puts them out face up",
        layups=backwards,
        reads=("up", "gutter", "fit", "grain"),
        two_sided=False,
        pages_multiple=3,
        blank_is_page=True,
    )
    monkeypatch.setitem(cast(dict[str, Scheme], SCHEMES), row.name, row)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "two.pdf").write_bytes(written(document(page(1), page(2))))

    def run(*arguments: str) -> str:
        return CliRunner().invoke(main, arguments, terminal_width=400).output

    plan = run("impose", "two.pdf", "-n", "-s", "face-up", "--up", "1x1", "--creep", "0.1mm")
    assert plan.startswith("backwards: 2 pages on 2 sheets")
    assert "sheet 1 front: 2\nsheet 2 front: 1" in plan
    assert "note: --creep changes nothing in the scheme backwards." in plan
    shown = run("impose", "-h")
    assert "backwards (face-up)" in shown
    assert "gang, backwards: turn no piece on its side" in shown
    completing = ShellComplete(main, {}, "flyers", "_FLYERS_COMPLETE")
    assert [one.value for one in completing.get_completions(["impose", "-s"], "back")] == [row.name]
    assert "sheets of 3" in run("check", "two.pdf", "-s", "backwards")
    assert row.purpose in with_schemes("<!-- schemes: begin --><!-- schemes: end -->")
