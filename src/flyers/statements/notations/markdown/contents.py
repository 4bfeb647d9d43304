"""Places where a site puts a table of contents: none on paper, where a page shows its own parts."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_SEED = re.compile(r"\[\[?_?toc_?\]?\]|\$\{toc\}|@\[toc\](?:\([^()]*\))?|<toc\s*/?>", re.IGNORECASE)
_LISTS = ("bullet_list_open", "ordered_list_open")


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    # Behind the rule that reads `{:toc}`, where that is needed.
    parser.core.ruler.before("inline", "contents", _drop)


def _drop(state: "StateCore") -> None:
    tokens = state.tokens
    gone: set[int] = set()
    for at, token in enumerate(tokens):
        if token.type == "inline" and _SEED.fullmatch(token.content.strip()):
            gone |= {at - 1, at, at + 1}
        elif token.type == "inline" and _is_marked(tokens[at - 1].attrGet("class")):
            # kramdown replaces the list whose last line is `{:toc}`.
            opened = next(i for i in range(at, -1, -1) if i == 0 or tokens[i].type in _LISTS)
            if tokens[opened].type in _LISTS:
                tokens[opened].attrJoin("class", "toc")
    if gone:
        state.tokens = [token for at, token in enumerate(tokens) if at not in gone]


def _is_marked(names: str | int | float | None) -> bool:
    return "toc" in str(names or "").split()
