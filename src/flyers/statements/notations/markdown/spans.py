"""Marked, inserted, lowered and raised words: ``==x==``, ``++x++``, ``H~2~O``, ``10^2^``."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

SPANS = {
    "=": ("mark", re.compile(r"(?<![\w=])==(?=[^\s=])([^=\n]+?)(?<=\S)==(?![\w=])")),
    "+": ("ins", re.compile(r"(?<![\w+])\+\+(?=[^\s+])([^+\n]+?)(?<=\S)\+\+(?![\w+])")),
    # Pandoc's rule: no space within, so that "~5 to ~6" stays as it is.
    "~": ("sub", re.compile(r"(?<=[\w)\]*])(?<!~)~([^~\s]{1,24})~(?!~)")),
    "^": ("sup", re.compile(r"(?<=[\w)\]*])\^(?=[\w+(−-])([^\^\s]{1,24})\^")),
}
"""The first sign of each, the element, and its pattern."""


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    parser.inline.ruler.before("emphasis", "spans", _span)


def _span(state: "StateInline", silent: bool) -> bool:
    known = SPANS.get(state.src[state.pos])
    if known is None:
        return False
    tag, pattern = known
    match = pattern.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push(f"{tag}_open", tag, 1)
        state.pos, end, state.posMax = match.start(1), state.posMax, match.end(1)
        state.md.inline.tokenize(state)
        state.posMax = end
        state.push(f"{tag}_close", tag, -1)
    state.pos = match.end()
    return True
