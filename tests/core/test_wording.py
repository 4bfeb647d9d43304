"""Which of several pieces a message is about."""

from flyers.core.wording import attributed


def test_a_message_about_all_pieces_names_none() -> None:
    assert attributed([(("letter",), ["a"]), (("a4",), ["a", "a"])]) == {"a": ""}


def test_a_message_names_at_most_three_pieces_by_what_differs() -> None:
    said = [(("event", str(number), "home"), ["a"] * (number > 0)) for number in range(6)]
    assert attributed(said) == {"a": "1; 2; 3; and 2 more: "}


def test_a_message_about_the_only_piece_names_nothing() -> None:
    assert attributed([(("event", "letter"), ["a"])]) == {"a": ""}
    assert attributed([]) == {}
