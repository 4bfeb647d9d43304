"""Markdown to HTML, in the dialects of site generators.

CommonMark is the ground. On it stand rules, each in a file of its own here; ``RULES`` is their
table. A rule is switched on only where what it reads occurs in a source, so that a plain text
costs what plain CommonMark does.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from flyers.statements.notations import codespans, rawhtml
from flyers.statements.notations.markdown import (
    admonitions,
    alerts,
    attributes,
    containers,
    contents,
    embedded,
    emoji,
    formulas,
    letters,
    older,
    spans,
    tasks,
    verse,
    wikilinks,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

DEEPEST = 60
"""Levels of lists and quotes in one another; what is deeper is not text any more."""

Plugin = Callable[["MarkdownIt"], None]


class Rule(NamedTuple):
    """One addition to CommonMark. A source needs it if it has ``sign`` and the pattern."""

    sign: str
    needs: re.Pattern[str]
    plugin: Plugin


RULES: tuple[Rule, ...] = (
    Rule("::", re.compile(r"^[ \t>]*::[:\w]", re.MULTILINE), containers.plugin),
    Rule("!!!", re.compile(r"^[ \t>]*!!!", re.MULTILINE), admonitions.plugin),
    Rule("???", re.compile(r"^[ \t>]*\?\?\?", re.MULTILINE), admonitions.plugin),
    Rule("{", re.compile(r"\{\s?[:.#\w]"), attributes.plugin),
    Rule("]", re.compile(r"\[_?toc_?\]", re.IGNORECASE), contents.plugin),
    Rule("{", re.compile(r"\{toc\}|\{:\s?toc", re.IGNORECASE), contents.plugin),
    Rule("[!", re.compile(r"\[!\w"), alerts.plugin),
    Rule("[", re.compile(r"\[[ xX]\]"), tasks.plugin),
    Rule("| ", re.compile(r"^[ ]{0,3}\|[ ]", re.MULTILINE), verse.plugin),
    Rule("a", re.compile(r"^[ \t>]*[aA][.)][ \t]", re.MULTILINE), letters.plugin),
    Rule("[[", re.compile(r"\[\["), wikilinks.plugin),
    Rule(":", re.compile(r":[\w+-]+:"), emoji.plugin),
    Rule("==", re.compile("=="), spans.plugin),
    Rule("++", re.compile(r"\+\+"), spans.plugin),
    Rule("~", re.compile(r"\S~\w"), spans.plugin),
    Rule("^", re.compile(r"\S\^[\w+(−-]"), spans.plugin),
    Rule("$", re.compile(r"\$"), formulas.plugin),
    Rule("\\", re.compile(r"\\[(\[]"), formulas.plugin),
    Rule("<", re.compile(r"</?[a-zA-Z]"), embedded.plugin),
)
"""In their order; two rows of one plug-in are two signs of it."""

# Stars and lines that were meant as emphasis and did not become any.
_LEFTOVERS = re.compile(r"(?<!\s)\*\*|\*\*(?!\s)|(?<!\w)_ ?_(?!\w)")


def prepare(text: str) -> str:
    """Return the source as CommonMark, without what only other readers of Markdown take."""
    text, codes = codespans.hide(text)
    return codes.show(rawhtml.open_up(rawhtml.dedent(older.modernised(text))))


def to_html(text: str) -> str:
    """Return a prepared source as HTML: CommonMark, tables, footnotes, definitions and so on."""
    needed = [rule.plugin for rule in RULES if rule.sign in text and rule.needs.search(text)]
    html: str = _parser(*dict.fromkeys(needed)).render(text)
    return html


@lru_cache(maxsize=64)
def _parser(*plugins: Plugin) -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin)
    parser.core.ruler.after("inline", "leftovers", _drop_leftovers)
    for plugin in plugins:
        plugin(parser)
    return parser


def _drop_leftovers(state: "StateCore") -> None:
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text" and ("**" in child.content or "_" in child.content):
                child.content = _LEFTOVERS.sub("", child.content)
