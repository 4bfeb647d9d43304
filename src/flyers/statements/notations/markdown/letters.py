"""Lists that count in letters: lines that begin with ``a.``, ``b.`` and so on."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_ITEM = re.compile(r"([a-zA-Z])[.)][ \t]+(\S.*)")

MOST_LINES = 80
"""Of one list. Every line of a paragraph is asked if a list begins there."""


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    parser.block.ruler.before("list", "letters", _letters, {"alt": ["paragraph"]})


def _letters(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Read one paragraph whose lines count in letters from a on, in two lines or more."""
    items: list[str] = []
    first, at = "", start
    while at < min(end, start + MOST_LINES) and state.sCount[at] >= state.blkIndent:
        line = state.src[state.bMarks[at] + state.tShift[at] : state.eMarks[at]]
        match = _ITEM.fullmatch(line)
        if match and match[1] == chr(ord(first or match[1]) + len(items)):
            first = first or match[1]
            items.append(match[2])
        elif line.strip() and items:
            items[-1] += f"\n{line}"
        else:
            break
        at += 1
    if first not in ("a", "A") or len(items) < 2 or state.is_code_block(start):
        return False
    if not silent:
        state.push("ordered_list_open", "ol", 1).attrSet("type", first)
        for item in items:
            state.push("list_item_open", "li", 1)
            inline = state.push("inline", "", 0)
            inline.content, inline.map, inline.children = item, [start, at], []
            state.push("list_item_close", "li", -1)
        state.push("ordered_list_close", "ol", -1)
        state.line = at
    return True
