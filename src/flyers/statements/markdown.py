"""Markdown to HTML, in the dialect of site generators. The only import of markdown-it."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from flyers.statements import codespans, rawhtml

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

DEEPEST = 60
"""Levels of lists and quotes in one another; what is deeper is not text any more."""

# Attribute lists of kramdown, pandoc and Hugo: on a line of their own, at the end of a heading,
# or behind a word.
_ATTRIBUTE_LINE = re.compile(r"^[ \t>]*\{[:.#][^{}\n]*\}[ \t]*$", re.MULTILINE)
_ATTRIBUTE_HEADING = re.compile(r"^(\s{0,3}#{1,6} [^\n]*?)[ \t]*\{[:.#][^{}\n]*\}", re.MULTILINE)
_ATTRIBUTE_INLINE = re.compile(r"\{:[^{}\n]*\}")
_TABLE_OF_CONTENTS = re.compile(
    r"^[ \t]*(?:[*-] TOC\n[ \t]*\{:[ ]?toc[^\n]*|\[\[?_?TOC_?\]?\])[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


# Older Markdown closed bold behind a dash or colon: `**Hours:**nine to five`. CommonMark does so
# only before it.
_BOLD_PUNCTUATION = re.compile(
    r"(?<![\w*])\*\*(?=\S)([^*\n]*?[^\s*])([^\w\s*)\]>\"'”’`]+)\*\*(?=\w)"
)
# Stars and lines that were meant as emphasis and did not become any.
_LEFTOVERS = re.compile(r"(?<!\s)\*\*|\*\*(?!\s)|(?<!\w)_ ?_(?!\w)")


def prepare(text: str) -> str:
    """Return the source as CommonMark, without syntax that only a site generator reads."""
    text, codes = codespans.hide(text)
    text = _BOLD_PUNCTUATION.sub(r"**\1**\2", rawhtml.dedent(_without_attributes(text)))
    return codes.show(text)


def _without_attributes(text: str) -> str:
    text = _TABLE_OF_CONTENTS.sub("", text)
    text = _ATTRIBUTE_LINE.sub("", text)
    text = _ATTRIBUTE_HEADING.sub(r"\1", text)
    return _ATTRIBUTE_INLINE.sub("", text)


def to_html(text: str) -> str:
    """Return a prepared source as HTML: CommonMark, tables, footnotes, definitions and so on."""
    html: str = _parser().render(text)
    return html


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    # Inline notes would make a footnote of `^[…]`, which sites do not write.
    parser.use(footnote_plugin, inline=False).use(deflist_plugin)
    parser.core.ruler.after("inline", "leftovers", _drop_leftovers)
    return parser


def _drop_leftovers(state: "StateCore") -> None:
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text" and ("**" in child.content or "_" in child.content):
                child.content = _LEFTOVERS.sub("", child.content)
