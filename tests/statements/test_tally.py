"""Words of an article held against the words that are kept."""

from examples import titled
from flyers.statements.tally import tally, unexplained

PARAGRAPH = (
    "The library opens at nine, and the reading room stays open until the last bus has left the "
    "square. On Sundays it opens at noon. "
)


def test_nothing_is_missing_of_a_text_that_says_the_same_again_and_again() -> None:
    given = titled(
        "_What the council has to know of our library._\n\n" + f"{PARAGRAPH * 5}\n\n" * 4
    )
    account = tally(given)
    assert (account.kept, account.stretches) == (account.words, ())


def test_a_table_that_is_set_as_a_list_is_kept() -> None:
    days = [f"Weekday {day}" for day in range(1, 9)]
    rows = [["Line", *days], ["---"] * 9, *[[line, *["10:00–20:00"] * 8] for line in ("12", "14")]]
    given = titled("Our buses.\n\n" + "\n".join(" | ".join(row) for row in rows))
    account = tally(given)
    assert any("set as a list" in note.message for note in given.notes)
    assert account.stretches == ()


def test_a_sentence_that_a_note_is_about_is_explained() -> None:
    given = titled("The library opens. {{ unknown }} closes the {{ other }} at noon.")
    assert unexplained(given, tally(given).stretches) == ()


def test_words_that_several_notes_are_about_are_explained() -> None:
    given = titled("The library opens.\n\n![](map.png)\n*The way*\n\n[Join](/join){.btn}")
    assert unexplained(given, ("The way Join",)) == ()
    assert unexplained(given, ("The way home",)) == ("The way home",)
