"""Words that are none."""

import pytest

from examples import titled


@pytest.mark.parametrize("around", ["Text {}, and more.", "Text *{}*, more.", "Text.\n\n    {}\n"])
def test_a_word_that_is_none_is_shortened(around: str) -> None:
    given = titled(around.format("QUJD" * 10_000))
    text = " ".join(block.text for block in given.blocks)
    assert f"{'QUJD' * 10}…" in text
    assert len(text) < 80
    (note,) = given.notes
    assert note.severity == "warning"
    assert note.message.startswith(f"{'QUJD' * 10}…: a word of 400")


@pytest.mark.parametrize("word", ["a" * 500, "池" * 2000, "สระ" * 500])
def test_a_long_word_stays_and_so_does_a_script_without_spaces(word: str) -> None:
    given = titled(f"Text {word} text.")
    assert word in given.blocks[0].text.replace("\u00a0", " ")
    assert given.notes == ()


def test_a_long_address_behind_a_link_stays() -> None:
    address = f"https://example.org/{'a' * 600}"
    assert address in titled(f"See [the plan]({address}).").blocks[0].html
