"""Markdown in raw HTML, which kramdown and others read there: ``<p markdown="1">**now**</p>``."""

import re
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

# Text between tags, and what is never text.
_TEXT = re.compile(
    r"<(?P<opaque>pre|code|script|style|textarea|svg)\b.*?(?:</(?P=opaque)\s*>|\Z)"
    r"|<!--.*?(?:-->|\Z)|<[^<>]*>|(?P<words>[^<]+)",
    re.DOTALL | re.IGNORECASE,
)
SYNTAX = re.compile(
    r"(?<!\w)\*\*(?=\S)[^*\n]+(?<=\S)\*\*(?!\w)|(?<!\w)__(?=\S)[^_\n]+(?<=\S)__(?!\w)"
    r"|!?\[[^\[\]]{0,300}\]\([^()\s]+(?:[ ]\"[^\"\n]*\")?\)|\\[\[\]*_]"
)
"""Signs that are Markdown for sure, in HTML that may not be meant to hold any."""
_ASKED = re.compile(r"<[a-zA-Z][^<>]*\smarkdown(?:=|[\s>])", re.IGNORECASE)
_ANY = re.compile(rf"{SYNTAX.pattern}|(?<![\w*])\*[^\s*]|(?<![\w_])_[^\s_]|`")


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    parser.core.ruler.before("inline", "embedded", _read)


def _read(state: "StateCore") -> None:
    for token in state.tokens:
        if token.type != "html_block":
            continue
        syntax = _ANY if _ASKED.search(token.content) else SYNTAX
        if syntax.search(token.content):
            token.content = _TEXT.sub(partial(_set, state, syntax), token.content)


def _set(state: "StateCore", syntax: re.Pattern[str], match: re.Match[str]) -> str:
    words = match["words"]
    if words is None or not syntax.search(words):
        return match[0]
    start = len(words) - len(words.lstrip())
    end = len(words.rstrip())
    html: str = state.md.renderInline(words[start:end], state.env)
    return f"{words[:start]}{html}{words[end:]}"
