"""Tables: which are set, and which are left out."""

import pytest

from examples import titled
from flyers.core.errors import StatementError
from flyers.statements.body import tree
from flyers.statements.body.tables import WORDY, column_widths, longest_cells, longest_words


def table(columns: int, name: str = "Pool") -> str:
    """A table of one row."""
    head = "|".join(f"{name} {n}" for n in range(columns))
    return f"|{head}|\n{'|-' * columns}|\n{'|1' * columns}|\n"


@pytest.mark.parametrize("columns", [1, 8])
def test_a_table_of_a_few_columns_stays(columns: int) -> None:
    given = titled(f"Text.\n\n{table(columns)}")
    assert [block.tag for block in given.blocks] == ["p", "table"]
    assert given.notes == ()


WEEK = """<table><caption>Buses</caption>
<thead>
<tr><th rowspan="2">Line</th><th colspan="5">Workdays</th><th colspan="4">Other days</th></tr>
<tr><th>1</th><th>2</th><th>3</th><th>4</th><th>5</th><th>6</th><th>7</th><th>8</th>
<th>9</th></tr></thead>
<tr><th>Line 12</th><td>10:00</td><td></td><td>a</td><td>b</td><td>c</td><td>d</td><td>e</td>
<td>f</td><td>via <em>Mill</em></td></tr></table>"""


def test_a_table_too_wide_to_read_becomes_rows_with_labels() -> None:
    given = titled(f"Text.\n\n{table(9)}\nMore text.")
    assert [block.text for block in given.blocks] == [
        "Text.",
        "1 — " + "; ".join(f"Pool {number}:\u00a01" for number in range(1, 9)),
        "More text.",
    ]
    [note] = given.notes
    assert note.message.startswith("the table “Pool 0 Pool 1")
    assert note.message.endswith(
        ": its 9 columns are too narrow to read; its rows are set as a list"
    )


def test_labels_are_the_heads_over_a_cell_and_an_empty_cell_is_said() -> None:
    caption, rows = titled(f"Text.\n\n{WEEK}").blocks[1:]
    assert caption.html == "<p><strong>Buses</strong></p>"
    assert rows.tag == "ul"
    said = rows.html.replace("\u00a0", " ")
    assert said.startswith(
        "<ul><li><strong>Line 12</strong> — Workdays, 1: 10:00; Workdays, 2: —; "
    )
    assert said.endswith("; Other days, 9: via <em>Mill</em></li></ul>")


def test_a_cell_that_reaches_into_the_next_row_is_said_in_both() -> None:
    first = f"<tr><td rowspan='2'>May</td>{'<td>1</td>' * 9}</tr>"
    given = titled(f"Text.\n\n<table>{first}<tr>{'<td>2</td>' * 9}</tr></table>")
    assert given.blocks[1].text.startswith("May; 1; 1;")
    assert "May; 2; 2;" in given.blocks[1].text


def test_a_table_whose_words_break_everywhere_becomes_rows_too() -> None:
    words = "|" + "Verwaltungsvorschriften|" * 5
    given = titled(f"Text.\n\n{words}\n{'|-' * 5}|\n{'|1' * 5}|\n")
    assert [block.tag for block in given.blocks] == ["p", "ul"]


def test_cells_over_several_columns_count_as_many() -> None:
    row = "<tr><td colspan='5'>a</td><td colspan='4'>b</td></tr>"
    given = titled(f"Text.\n\n<table><caption>Opening hours</caption>{row}</table>")
    assert [block.text for block in given.blocks] == ["Text.", "Opening hours", "a; b"]
    assert given.notes[0].message.startswith("the table “Opening hours”: its 9 columns")


def test_a_wide_table_in_a_figure_is_a_list_without_it() -> None:
    wide = f"<table><tr>{'<td>1</td>' * 20}</tr></table>"
    given = titled(f"Text.\n\n<div><figure>{wide}</figure></div>\n\nMore.")
    assert [block.tag for block in given.blocks] == ["p", "ul", "p"]


def test_tables_deep_in_one_another_are_refused() -> None:
    nested = "x"
    for _ in range(4):
        nested = f"<table><tr><td>{nested}</td></tr></table>"
    with pytest.raises(StatementError, match="tables in tables"):
        titled(nested)


def test_columns_are_as_wide_as_their_longest_words() -> None:
    rows = "<tr><td>5</td><td>Weekday</td></tr><tr><td colspan='2'>Timetables</td></tr>"
    figure, word = longest_words(tree.parse(f"<table>{rows}</table>")[0])
    assert 0.5 < figure < 0.6
    assert 6 * figure < word < 8 * figure


def test_a_line_may_end_behind_a_wide_sign() -> None:
    assert longest_words(tree.parse("<table><tr><td>図書館</td></tr></table>")[0]) == [1.0]


def test_what_words_leave_over_is_shared_out_by_what_else_there_is_to_read() -> None:
    (short, short_ems), (long, long_ems) = column_widths([5.0, 9.0], [15.0, 99.0])
    assert (short, long) == pytest.approx((0.1, 0.9))
    needed = 5.6 + 9.6
    for width in (needed, 40.0):
        over = width - needed
        assert short * width + short_ems == pytest.approx(5.6 + over * 0.1)
        assert long * width + long_ems == pytest.approx(9.6 + over * 0.9)


def test_columns_of_single_words_share_alike() -> None:
    assert [share for share, _ in column_widths([5.0, 5.0], [5.0, 5.0])] == [0.5, 0.5]


def test_the_longest_cell_of_a_column_counts_and_not_all_of_them() -> None:
    rows = "<tr><td>Pool</td><td>Pool Pool</td></tr>" + "<tr><td>Pool</td><td></td></tr>" * 9
    one, two = longest_cells(tree.parse(f"<table>{rows}</table>")[0])
    assert 2 * one < two < 3 * one


def test_only_a_table_with_a_lot_to_read_in_a_cell_says_how_wide_its_columns_are() -> None:
    head = "|Stop|From|Why|\n|-|-|-|\n|Pool|3 May|"
    [few] = titled(f"{head}Nobody uses it.|\n").blocks
    [many] = titled(f"{head}{'word ' * (WORDY // 4)}|\n").blocks
    assert few.html.count("min-width") == 3
    assert "<col" not in few.html
    assert many.html.count('<col style="width:calc(') == 3
    assert "table-layout:fixed" in many.html
    assert "min-width" not in many.html


def test_a_table_whose_words_break_on_a_narrow_panel_is_named() -> None:
    few = "|Line|From|\n|-|-|\n|5|05:15|\n"
    many = f"|{'Timetable|' * 8}\n{'|-' * 8}|\n{'|1' * 8}|\n"
    assert not titled(f"Text.\n\n{few}").notes
    [note] = titled(f"Text.\n\n{many}").notes
    assert note.message.startswith("the table “Timetable")
    assert "words in it break" in note.message
    assert note.severity == "warning"
