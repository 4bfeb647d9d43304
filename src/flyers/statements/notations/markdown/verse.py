"""Line blocks of Pandoc and reStructuredText: each line of a verse begins with a bar."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_LINE = re.compile(r"\|(?:[ ](?!.*\|).*)?")


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    parser.block.ruler.before("table", "verse", _verse, {"alt": ["paragraph"]})


def _verse(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    lines: list[str] = []
    for at in range(start, end):
        line = state.src[state.bMarks[at] + state.tShift[at] : state.eMarks[at]]
        if state.sCount[at] < state.blkIndent or not _LINE.fullmatch(line):
            break
        lines.append(line[2:])
    # One line alone is no verse, and a table has a bar behind each line, too.
    if len(lines) < 2 or state.is_code_block(start):
        return False
    if not silent:
        state.push("paragraph_open", "p", 1).map = [start, start + len(lines)]
        inline = state.push("inline", "", 0)
        inline.content = "\\\n".join(line.strip() or "\u00a0" for line in lines)
        inline.map, inline.children = [start, start + len(lines)], []
        state.push("paragraph_close", "p", -1)
        state.line = start + len(lines)
    return True
