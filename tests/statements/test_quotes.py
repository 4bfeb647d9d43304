"""Sentences worth pulling out."""

from examples import titled


def test_said_sentences_come_first() -> None:
    given = titled(
        "The reading room belongs to all who live around here.\n\n"
        "**Nobody asked the readers before the doors were shut.**\n\n"
        '"The branch is the living room of our part of town," says the chair.\n\n'
        "> A town without a library forgets what it knows."
    )
    assert given.quotes == (
        "A town without a library forgets what it knows.",
        "The branch is the living room of our part of town.",
        "Nobody asked the readers before the doors were shut.",
        "The reading room belongs to all who live around here.",
    )


def test_what_is_not_worth_it() -> None:
    given = titled(
        "However, the reading room belongs to all who live here.\n\n"
        "Read the whole report on our website at https://example.org now.\n\n"
        "The following people (and others) have signed this letter.\n\n"
        "Why should the town close the branch that is used most?\n\n"
        "These are the hours of the branch from the first of May:\n\n"
        "- The reading room belongs to all who live around here.\n\n"
        "| The reading room belongs to all who live around here. |\n|-|\n"
    )
    assert given.quotes == ()


def test_not_what_the_deck_says() -> None:
    sentence = "The reading room belongs to all who live around here."
    assert titled(f"Text.\n\nText.\n\nText.\n\n{sentence}", deck=sentence).quotes == ()


def test_calls_go_before_reports_and_there_are_six() -> None:
    reports = "\n\n".join(
        f"The branch number {n} was opened a long while ago by others." for n in range(9)
    )
    given = titled(f"We must keep the doors of the branch open for all.\n\n{reports}")
    assert given.quotes[0] == "We must keep the doors of the branch open for all."
    assert len(given.quotes) == 6
