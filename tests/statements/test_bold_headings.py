"""A paragraph that is all bold is a heading by another name."""

from flyers.statements import read


def tags(body: str) -> list[str]:
    return [block.tag for block in read(None, text=f"# The Title\n\n{body}".encode()).blocks]


def test_a_bold_line_over_plain_text_becomes_a_heading() -> None:
    text = "Some opening words here.\n\n**What we ask**\n\nThree things, in this order."
    assert tags(text) == ["p", "h2", "p"]


def test_it_stands_below_the_headings_that_are_there() -> None:
    text = "Opening words.\n\n## Why\n\nBecause.\n\n**What we ask**\n\nThree things."
    assert tags(text) == ["p", "h2", "p", "h3", "p"]


def test_a_bold_sentence_stays_a_sentence() -> None:
    assert tags("Opening words.\n\n**Come on Sunday.**\n\nBring a book.") == ["p", "p", "p"]


def test_a_bold_last_line_stays_a_paragraph() -> None:
    assert tags("Opening words.\n\n**The Friends of the Library**") == ["p", "p"]
