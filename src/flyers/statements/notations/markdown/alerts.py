"""Quotations that are boxes: ``> [!NOTE]`` of GitHub, ``> [!tip] Title`` of Obsidian."""

import re
from typing import TYPE_CHECKING

from flyers.statements.body.kinds import is_callout

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_ALERT = re.compile(r"\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*)?\][+-]?[ \t]*([^\n]*)(?:\n|\Z)")


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    parser.core.ruler.before("inline", "alerts", _box)


def _box(state: "StateCore") -> None:
    tokens: list[Token] = []
    for at, token in enumerate(state.tokens):
        tokens.append(token)
        if token.type != "inline" or at < 2 or state.tokens[at - 2].type != "blockquote_open":
            continue
        match = _ALERT.match(token.content)
        if not match:
            continue
        quotation = state.tokens[at - 2]
        if is_callout(match[1].lower()):
            closing = _closing(state.tokens, at - 2)
            quotation.tag = closing.tag = "div"
            quotation.attrSet("class", "admonition")
        token.content = token.content[match.end() :]
        if match[2]:
            opening, inline = tokens[-2], token
            title = token.copy(content=match[2], children=[])
            opened = opening.copy(attrs={"class": "admonition-title"})
            tokens[-2:] = [opened, title, state.tokens[at + 1], opening, inline]
    state.tokens = tokens


def _closing(tokens: "list[Token]", start: int) -> "Token":
    level = tokens[start].level
    return next(
        token
        for token in tokens[start:]
        if token.type == "blockquote_close" and token.level == level
    )
