"""Words of an article held against the words that are kept."""

from examples import titled
from flyers.statements.tally import tally

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
