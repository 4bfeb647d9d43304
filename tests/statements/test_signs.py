"""Typography and sentences: each example is a text in a fixture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import Example, examples
from flyers.statements.body.typography import typographic
from flyers.statements.wording.sentences import ends, is_whole, sentences


@pytest.mark.parametrize("example", examples("typography.txt"), ids=lambda e: e.title)
def test_typographic(example: Example) -> None:
    language, text = example.given.split(": ", 1)
    set_text = typographic(text, language)
    # ~ is an unbreakable space, _ a thin one.
    assert set_text.replace("\u00a0", "~").replace("\u202f", "_") == example.expected


@pytest.mark.parametrize("example", examples("sentences.txt"), ids=lambda e: e.title)
def test_sentences(example: Example) -> None:
    assert "|".join(sentences(example.given)) == example.expected


@given(st.text())
def test_ends_are_in_order_and_the_last_is_the_end(text: str) -> None:
    found = ends(text)
    assert found == sorted(set(found))
    assert found[-1:] == ([len(text.rstrip())] if text.strip() else [])


SIGNS = st.text(st.sampled_from("ab. \"'-–“‘0123 …()\u2028\u00a0"), max_size=40)


@given(SIGNS, st.sampled_from(["en", "de", "fr", "sv"]))
def test_typography_leaves_the_letters_alone(text: str, language: str) -> None:
    def letters(of: str) -> str:
        return "".join(filter(str.isalnum, of))

    set_text = typographic(text, language)
    assert letters(set_text) == letters(text)
    assert '"' not in set_text
    assert "'" not in set_text


@given(SIGNS)
def test_what_is_set_is_not_changed_by_setting_it_again(text: str) -> None:
    once = typographic(text, "en")
    twice = typographic(once, "en")
    assert typographic(twice, "en") == twice


@pytest.mark.parametrize("text", ["It is so.", "Is it?", "“Yes!”", "(So.)"])
def test_whole(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize("text", ["It is", "It is…", "It is...", ""])
def test_not_whole(text: str) -> None:
    assert not is_whole(text)
