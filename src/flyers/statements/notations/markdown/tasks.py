"""Task lists: ``- [ ] words`` with a box in front, ticked or not."""

import re
from typing import TYPE_CHECKING

from flyers.statements.body.kinds import DONE, OPEN

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_TASK = re.compile(r"\[([ xX])\](?=\s)")


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    parser.core.ruler.before("inline", "tasks", _box)


def _box(state: "StateCore") -> None:
    for at, token in enumerate(state.tokens):
        if token.type != "inline" or at < 2 or state.tokens[at - 2].type != "list_item_open":
            continue
        match = _TASK.match(token.content)
        if match:
            box = OPEN if match[1] == " " else DONE
            token.content = box + token.content[match.end() :]
