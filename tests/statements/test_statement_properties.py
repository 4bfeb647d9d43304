"""Whatever is read, there is a statement or an error that is meant for the user."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flyers.core.errors import FlyersError, StatementError
from flyers.statements import read
from flyers.statements.body.sanitise import OURS
from flyers.statements.body.tables import NEEDS
from flyers.statements.body.tree import parse_block
from flyers.statements.facts.frontmatter import split
from flyers.statements.statement import Statement

WORDS = st.sampled_from(
    (
        "# ",
        "title: ",
        "--- ",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "[a](",
        ")",
        "![",
        "](b.png)",
        "<div>",
        "</div>",
        "<p",
        ">",
        "<b>",
        "<table>",
        "<td>",
        "{{< a ",
        ">}}",
        "{{< note >}}",
        "{{< /note >}}",
        "{% raw %}",
        "{% endraw %}",
        "{{",
        "}}",
        "&amp;",
        "&#1;",
        "&#x27;",
        '"',
        "'",
        "...",
        "--",
        "[^1]",
        "[^1]: ",
        ": ",
        "\\",
        "",
        "<!--",
        "-->",
        "<sup>",
        '<a href="#fn">',
        "</a>",
        "<img src=x>",
        "<figure>",
        "<script>",
        "Text. ",
        "No. 4 ",
        "Dr. ",
        "é",
        "\u202e",
        "\xa0",
        "\t",
        "    ",
        "<details>",
        "<summary>",
        "<li>",
        "<aside class=note>",
        "+++\n",
        '{"a":',
        "}",
        "\u2028",
        "🌳",
        "א",
        "،",
        "<br>",
        "<hr>",
        "<blockquote>",
        "</p>",
        "<section class=footnotes>",
        "class=btn",
        "<form>",
        "<h1>",
        "<h6>",
        "</h1>",
        "<svg>",
        "<math>",
        "<template>",
        "<select>",
        "<pre>",
        "<textarea>",
    )
)
TEXTS = st.lists(WORDS, max_size=25).map("".join)
# Authors' classes and styles do not come through. Ours do: each on its own kinds of elements.
CLASSES = {**OURS, "span": "hold", "table": rf"{NEEDS}-\d+"}
MIN_WIDTH = r"min-width:\d+\.\d\dem"
STYLES = {
    "td": MIN_WIDTH,
    "th": MIN_WIDTH,
    "table": "table-layout:fixed",
    "col": r"width:calc\(\d+\.\d\d% \+ -?\d+\.\d\dem\)",
}
LONG_CELL = "<table><td>" + "Text. " * 30


def check(made: Statement) -> None:
    """What holds for each statement."""
    assert made.title
    assert made.blocks
    for block in made.blocks:
        root = parse_block(block.html)
        assert root.tag == block.tag
        for element in root.iter():
            assert element.tag not in ("script", "style", "iframe", "div", "h1", "form")
            assert not element.attrib.keys() & {"id", "onclick"}
            for name, ours in (("class", CLASSES), ("style", STYLES)):
                if name in element.attrib:
                    assert re.fullmatch(ours.get(element.tag, "none"), element.attrib[name])
            assert re.match(r"https?:|mailto:|tel:", element.get("href", "tel:"))
            assert re.match(r"picture:\d", element.get("src", "picture:0"))


@given(TEXTS)
@example("<table><td># ")
@example(LONG_CELL)
def test_markdown(text: str) -> None:
    try:
        check(read(None, text=f"---\ntitle: A\n---\n{text}".encode()))
    except StatementError as error:
        assert str(error).endswith(".")


@given(TEXTS)
@example("<table><td># ")
@example(LONG_CELL)
def test_pages(text: str) -> None:
    try:
        check(read(None, text=f"<!doctype html><title>A</title>{text}".encode()))
    except StatementError as error:
        assert str(error).endswith(".")


@given(st.binary(max_size=200))
def test_bytes(raw: bytes) -> None:
    try:
        check(read(None, text=raw))
    except FlyersError as error:
        assert str(error).endswith(".")


FENCES = st.sampled_from(["---", "+++", "{", "---json", "---toml", ";;;", "Title: a"])
HEADS = st.lists(
    st.sampled_from(
        (
            "title",
            "date",
            "tags",
            "event",
            "author",
            "url",
            "lang",
            ": ",
            ":",
            " = ",
            "\n",
            "\n- ",
            "[",
            "]",
            "{",
            "}",
            '"',
            "'",
            "&a",
            "*a",
            "!!python/x",
            "!!int",
            "2024-05-04",
            "99:99",
            "true",
            "\t",
            "  ",
            "soon",
            "#",
            "",
            "",
            ">",
            "\\",
            "%",
            "@",
            "when",
            "0x",
            "1e999",
            "nan",
            "null",
            "---",
            "é",
            "\x85",
        )
    ),
    max_size=20,
).map("".join)


@given(FENCES, HEADS, st.booleans())
def test_front_matter(fence: str, head: str, closed: bool) -> None:
    text = f"{fence}\n{head}\n{fence if closed else ''}\nText."
    try:
        split(text, "park.md")
        check(read(None, text=text.encode()))
    except FlyersError as error:
        assert str(error).endswith(".")


@pytest.mark.parametrize("text", ["---\ntitle: a\n---\n&#1; b", "---\ntitle: a&#0;\n---\nb"])
def test_control_characters_do_not_come_through(text: str) -> None:
    made = read(None, text=text.encode())
    assert all(letter.isprintable() for letter in made.title + made.blocks[0].html)
