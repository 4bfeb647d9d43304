"""Raw HTML in Markdown, as authors indent it.

CommonMark ends a block of HTML at an empty line and takes four spaces for code, so a table
that was typed with indents and empty lines would be printed as its own source.
"""

import re

_TAG = re.compile(r"<(/?)(table|div|section|ul|ol|dl|figure|blockquote|center|article)\b", re.I)
_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_INDENTED_TAG = re.compile(r"[ \t]+</?[a-zA-Z]")


def dedent(text: str) -> str:
    """Return the text without indents before tags in HTML blocks and before lines of tables."""
    if not _TAG.search(text):
        return text
    lines: list[str] = []
    depth = tables = 0
    for line in text.split("\n"):
        if tables > 0 or (depth > 0 and _INDENTED_TAG.match(line)):
            line = line.lstrip(" \t")
        # Only a block that begins its line is HTML for Markdown.
        if depth > 0 or re.match(r" {0,3}<", line):
            depth = max(0, depth + _balance(_TAG, line))
            tables = max(0, tables + _balance(_TABLE, line))
        lines.append(line)
    return "\n".join(lines)


def _balance(tags: re.Pattern[str], line: str) -> int:
    return sum(-1 if match[1] else 1 for match in tags.finditer(line))
