"""Notation that is left when a statement has been read, and the lines that notes name."""

import pytest

from examples import statement, titled

LEFT = {
    "[the plan](#“Plan of the year”)": "a link",
    "We ask for five lamps](https://a.example/x)": "a link",
    "It is at {{ place": "a template",
    "The hall&amp;nbsp;is open.": "an entity",
    "&lt;div class='x'&gt;The hall": "HTML",
    "See [[the hall": "a wiki link",
    'A map [width="300" height=200 at the mill': "an attribute",
    "|----|": "a table",
    "open :not_a_sign: now": "a pictograph",
    "so it is[^unknown].": "a note",
    r"It is $\sqrt{\frac{a^2}{b}}$ at the mill.": "a formula",
}


@pytest.mark.parametrize(("text", "what"), LEFT.items())
def test_notation_that_is_left_is_told_with_its_line(text: str, what: str) -> None:
    given = titled(f"One line.\n\nAnd then: {text}")
    (found, *_) = [note for note in given.notes if "printed as it is" in note.message]
    assert f"left of {what}," in found.message
    assert found.severity == "warning"
    assert found.line == 6


PLAIN = [
    "It costs $1,200, 5 * 3 ** 2, or 50% of {width} at 10:30:45.",
    "The sum a[i][j] and [brackets] and (round ones) are fine; see #12 and :slug.",
    "Write `**`, `{{ x }}`, `:::`, `[[x]]`, `|---|` and `<div>`.",
    "```\n{{ x }} ::: **bold** <div>\n```",
    "If a < b and c > d, then x|y; A & B; f(x)[0](y).",
    "Room {A} or {B}; the class = 5, the width = 10.",
    "***\n\nStars and * * * lines.",
    "Call ** now ** or 0800 **** 12.",
    r"The file is in C:\maps\mill on that machine.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_text_about_prices_code_and_sums_is_no_notation(text: str) -> None:
    assert [note.message for note in titled(text).notes] == []


def test_a_note_names_the_line_in_the_file_with_its_front_matter() -> None:
    given = statement("---\ntitle: A\n---\nText.\n\n[gallery ids='1,2']\n")
    (note,) = given.notes
    assert note.sentence == "line 6: [gallery]: its pictures are on the website"


def test_of_many_leftovers_a_dozen_are_told() -> None:
    given = titled("\n\n".join(f"See ](https://a.example/{number})" for number in range(40)))
    assert len(given.notes) == 12
