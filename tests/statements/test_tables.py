"""Tables: which are set, and which are left out."""

import pytest

from flyers.errors import StatementError
from statements.examples import titled


def table(columns: int, name: str = "Pool") -> str:
    """A table of one row."""
    head = "|".join(f"{name} {n}" for n in range(columns))
    return f"|{head}|\n{'|-' * columns}|\n{'|1' * columns}|\n"


@pytest.mark.parametrize("columns", [1, 8])
def test_a_table_of_a_few_columns_stays(columns: int) -> None:
    given = titled(f"Text.\n\n{table(columns)}")
    assert [block.tag for block in given.blocks] == ["p", "table"]
    assert given.notes == ()


def test_a_table_too_wide_to_read_is_left_out_and_named() -> None:
    given = titled(f"Text.\n\n{table(9)}\n{table(30, 'Lane')}\nMore text.")
    assert [block.text for block in given.blocks] == ["Text.", "More text."]
    first, second = given.notes
    assert first.what.startswith("the table “Pool 0 Pool 1")
    assert first.why == "its 9 columns are too narrow to read; give it 8 at most"
    assert first.severity == "warning"
    assert second.what.startswith("the table “Lane 0")


def test_cells_over_several_columns_count_as_many() -> None:
    row = "<tr><td colspan='5'>a</td><td colspan='4'>b</td></tr>"
    given = titled(f"Text.\n\n<table><caption>Opening hours</caption>{row}</table>")
    assert [note.what for note in given.notes] == ["the table “Opening hours”"]


def test_what_stands_around_a_wide_table_goes_with_it() -> None:
    wide = f"<table><tr>{'<td>1</td>' * 20}</tr></table>"
    given = titled(f"Text.\n\n<div><figure>{wide}</figure></div>\n\nMore.")
    assert [block.tag for block in given.blocks] == ["p", "p"]


def test_tables_deep_in_one_another_are_refused() -> None:
    nested = "x"
    for _ in range(4):
        nested = f"<table><tr><td>{nested}</td></tr></table>"
    with pytest.raises(StatementError, match="tables in tables"):
        titled(nested)
