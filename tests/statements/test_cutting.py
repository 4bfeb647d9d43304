"""Cutting a text short."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import titled
from flyers.statements.body import tree
from flyers.statements.body.cutting import beginning, block_of, cut, marked
from flyers.statements.statement import Block

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


def test_whole_blocks_end_with_a_mark_of_their_own() -> None:
    _, kinds = marked(titled(BODY).blocks)
    assert [n for n, kind in enumerate(kinds) if kind == "block"] == [2, 5, 6, 7, 8, 9]


def test_what_leads_in_to_a_list_is_no_place_to_end() -> None:
    blocks = titled("Nothing new. We ask the council **to:**\n\n- stay\n- pay\n").blocks
    assert marked(blocks)[1] == ("sentence", "lead-in", "sentence", "block")


NAMES = ", ".join(["Ada Alder", "Ben Birch", "Cora Cedar"] * 20)
WORDS = "we swim here every morning and so do our children after school " * 6


def texts(body: str, kind: str) -> list[str]:
    """The last block's text as cut at each place of a kind."""
    blocks = titled(body).blocks
    _, kinds = marked(blocks)
    return [cut(blocks, n)[-1].text for n, found in enumerate(kinds) if found == kind]


def test_a_long_list_of_names_ends_behind_a_name() -> None:
    found = texts(NAMES, "word")
    assert found
    assert all(re.search(r"(Alder|Birch|Cedar)\u00a0…$", text) for text in found)


def test_a_very_long_sentence_ends_behind_a_word_of_every_line() -> None:
    found = [text.removesuffix("\u00a0…") for text in texts(WORDS, "word")]
    assert set(found[0].split()) <= set(WORDS.split())
    assert all(len(later) - len(text) < 70 for text, later in pairwise(["", *found]))


def test_a_sentence_of_usual_length_is_never_broken() -> None:
    sentence = f"{WORDS[:200].capitalize()}."
    assert texts(f"{sentence} {sentence}", "word") == []


TABLE = "| Name | Vote |\n|------|------|\n| Ada | yes |\n| Ben | no |\n| Cora | yes |\n"


def test_a_table_ends_behind_a_row_and_keeps_its_head() -> None:
    assert texts(TABLE, "row") == ["Name Vote Ada yes", "Name Vote Ada yes Ben no"]
    (table,) = cut(titled(TABLE).blocks, 0)
    assert table.html.endswith("<td>yes</td></tr></tbody></table>")


def test_code_ends_behind_a_line() -> None:
    assert texts("```\none\n\ntwo\n  three\n```\n", "row") == ["one", "one two"]


def test_a_list_of_links_ends_behind_an_item() -> None:
    blocks = titled("- [One](https://example.org/)\n- [Two](https://example.org/)\n").blocks
    (cut_list,) = cut(blocks, 0)
    assert cut_list.html == '<ul><li><a href="https://example.org/">One</a></li></ul>'


@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0])
@pytest.mark.parametrize("body", [NAMES, WORDS, TABLE, "- One. Two.\n- Three\n- Four\n"])
def test_the_beginning_of_a_block_has_its_share(body: str, share: float) -> None:
    (block,) = titled(body).blocks
    begun = beginning(block, share)
    assert begun.tag == block.tag
    text = begun.text.removesuffix("\u00a0…")
    assert block.text.startswith(text)
    assert len(begun.html) >= share * len(block.html) * 0.9
    assert share < 1 or begun == block
    assert share > 0 or len(text) < len(block.text) * 0.6


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
        f"{NAMES}\n\n",
        f"> {WORDS[:150]} *{WORDS[:150]}* {WORDS[:150]}\n\n",
        f"{TABLE}\n",
    )
)


@given(st.lists(PIECES, max_size=8))
def test_a_cut_is_a_beginning(pieces: list[str]) -> None:
    blocks = titled("Start.\n\n" + "".join(pieces)).blocks
    html, kinds = marked(blocks)
    assert html.count('class="cut"') == len(kinds) > 0
    assert kinds[-1] == "block"
    whole = " ".join(block.text for block in blocks)
    before = ""
    for n, kind in enumerate(kinds):
        part = cut(blocks, n)
        text = " ".join(block.text for block in part)
        if kind == "word":
            assert text.endswith("\u00a0…")
            text = text.removesuffix("\u00a0…")
        assert whole.startswith(text)
        assert text.startswith(before)
        # What parses as XML is balanced, and what comes out again as it went in is whole.
        assert [tree.serialise(tree.parse_block(b.html)) for b in part] == [b.html for b in part]
        assert [b.html for b in tree_of(part)] == [b.html for b in part]
        assert part[-1].tag not in ("h2", "h3", "hr")
        assert "<li></li>" not in part[-1].html
        before = text
    assert cut(blocks, len(kinds) - 1) == blocks


def tree_of(blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks as an HTML parser reads them, in one body."""
    return [block_of(element) for element in tree.parse("".join(block.html for block in blocks))]
