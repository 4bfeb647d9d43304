"""What becomes of a body: each example is a text in a fixture."""

import pytest

from examples import Example, examples, html, titled

CASES = [
    pytest.param(example, id=f"{name}: {example.title}")
    for name in ("body", "web", "shortcodes", "dialects")
    for example in examples(f"{name}.txt")
]


@pytest.mark.parametrize("example", CASES)
def test_body(example: Example) -> None:
    assert html(titled(example.given)) == example.expected


def test_what_is_left_out_is_noted() -> None:
    given = titled("Text.\n\n{{< youtube abc >}}\n\n<iframe></iframe>\n\n{{< poll >}}")
    names = [note.message.partition(": ")[0] for note in given.notes]
    assert names == ["{{ youtube }}", "{{ poll }}", "<iframe>"]
    assert {note.severity for note in given.notes} == {"note"}


def test_unknown_shortcodes_are_noted_once() -> None:
    given = titled("{{< poll >}} a {{< poll >}} b")
    assert len(given.notes) == 1


def test_the_last_two_words_are_held_together() -> None:
    given = titled("Nobody wants to see one word alone on the last line.")
    assert given.blocks[0].html.endswith('on the last <span class="hold">line.</span></p>') is False
    assert given.blocks[0].html.endswith('on the <span class="hold">last line.</span></p>')
    given = titled("Five more hours on a Sunday would cost the town £9 a week.")
    assert given.blocks[0].html.endswith('the town <span class="hold">£9 a week.</span></p>')


def test_short_paragraphs_and_long_words_are_not_held() -> None:
    assert "hold" not in titled("Six words are not too many.").blocks[0].html
    long = "The committee is of one mind about internationalisation, counterproductiveness."
    assert "hold" not in titled(long).blocks[0].html


def test_words_of_two_elements_are_not_held() -> None:
    given = titled("Nobody wants to see one word alone at the *very end*.")
    assert "hold" not in given.blocks[0].html


def test_quotes_look_beyond_their_element() -> None:
    given = titled('"*Yes*," she said, "*no*".')
    assert html(given) == "<p>“<em>Yes</em>,” she said, “<em>no</em>”.</p>"


def test_text_has_no_marks_of_notes() -> None:
    given = titled("True.[^1]\n\n[^1]: Report.")
    assert given.blocks[0].text == "True."


def test_words() -> None:
    assert titled("One two.\n\n- three\n- four").words == 4
