"""Cutting a text short."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flyers.statements.cutting import cut, marked, paragraph_ends
from flyers.statements.model import Block
from statements.examples import titled

BODY = """\
One. Two “*is* here.” Three

## Four

- Five. Six.
- Seven

> Eight.

| Nine |
|------|
| Ten  |

Eleven.[^1]

[^1]: Twelve.
"""


def shown(blocks: tuple[Block, ...]) -> str:
    """The marked text with ``|0`` for the first mark, and no other tags."""
    html, _ = marked(blocks)
    return re.sub(r"<[^>]+>", "", re.sub(r'<a id="cut-(\d+)" class="cut"></a>', r"|\1", html))


def test_marks() -> None:
    assert shown(titled(BODY).blocks) == (
        "One.|0 Two “is here.”|1 Three|2\nFour\nFive.|3 Six.|4Seven|5\nEight.|6\nNineTen|7\n"
        "Eleven.|81\nTwelve.|9"
    )


def test_paragraph_ends() -> None:
    assert paragraph_ends(titled(BODY).blocks) == {2, 5, 6, 7, 8, 9}


@pytest.mark.parametrize(
    ("n", "last"),
    [
        (0, "<p>One.</p>"),
        (1, "<p>One. Two “<em>is</em> here.”</p>"),
        (2, "<p>One. Two “<em>is</em> here.” Three</p>"),
        (3, "<ul><li>Five.</li></ul>"),
        (5, "<ul><li>Five. Six.</li><li>Seven</li></ul>"),
        (6, "<blockquote><p>Eight.</p></blockquote>"),
        (8, "<p>Eleven.</p>"),
        (9, '<section class="footnotes"><ol><li><p>Twelve.</p></li></ol></section>'),
    ],
)
def test_cut(n: int, last: str) -> None:
    assert cut(titled(BODY).blocks, n)[-1].html == last


def test_there_is_no_such_mark() -> None:
    with pytest.raises(IndexError):
        cut(titled(BODY).blocks, 10)
    with pytest.raises(IndexError):
        cut(titled(BODY).blocks, -1)


PIECES = st.sampled_from(
    (
        "# H\n\n",
        "Text. More “text.” End\n\n",
        "- a. b\n- c\n  - d\n\n",
        "> q.\n> > r.\n\n",
        "```\ncode\n```\n\n",
        "a *b. c* d. <br>e.\n\n",
        "Term\n: Def. Two.\n\n",
        "|x|\n|-|\n|y.|\n\n",
        "n[^1]\n\n[^1]: Note.\n\n",
        "---\n\n",
        "<aside class='note'><h3>H</h3><p>t. u.</p></aside>\n\n",
    )
)


@given(st.lists(PIECES, max_size=8))
def test_a_cut_is_a_beginning(pieces: list[str]) -> None:
    blocks = titled("Start.\n\n" + "".join(pieces)).blocks
    html, count = marked(blocks)
    assert html.count('class="cut"') == count > 0
    assert max(paragraph_ends(blocks)) == count - 1
    whole = " ".join(block.text for block in blocks)
    before = ""
    for n in range(count):
        part = cut(blocks, n)
        text = " ".join(block.text for block in part)
        assert whole.startswith(text)
        assert text.startswith(before)
        assert part[-1].tag not in ("h2", "h3", "hr")
        assert "<li></li>" not in part[-1].html
        before = text
    assert cut(blocks, count - 1) == blocks
