"""Raw HTML in Markdown, as authors indent it.

CommonMark ends a block of HTML at an empty line and takes four spaces for code, so a table
that was typed with indents and empty lines would be printed as its own source.
"""

import re

from flyers.statements.notations.markdown.embedded import SYNTAX

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


_WRAPPERS = (
    r"div|section|article|aside|center|main|header|footer|details|summary|blockquote|figure|hr"
    r"|/(?:p|table|ul|ol|dl|form|iframe|figcaption|h[1-6])"
)
_EDGE = re.compile(rf"[ ]{{0,3}}<(?:.*<)?/?(?:{_WRAPPERS})\b[^<>]*>[ \t]*", re.IGNORECASE)
_LONE = re.compile(r"[ ]{0,3}(?:</?(?:br|a|img|span|iframe)\b[^<>]*>[ \t]*)+", re.IGNORECASE)
_BLOCK = re.compile(r"[ ]{0,3}(?:#{1,6}[ ]|[-*+][ ]|\d{1,3}[.)][ ]|>|\||```|~~~)")


def open_up(text: str) -> str:
    """Return the text with an empty line between a line of tags and Markdown right below it.

    CommonMark takes what follows a line of tags for HTML, up to the next empty line.
    """
    if "<" not in text:
        return text
    lines = text.split("\n")
    opened: list[str] = []
    for at, line in enumerate(lines):
        opened.append(line)
        if (
            "<" in line
            and _ends_html(line, lines[at - 1] if at else "")
            and _is_markdown(lines, at)
        ):
            opened.append("")
    return "\n".join(opened)


def _ends_html(line: str, above: str) -> bool:
    return bool(_EDGE.fullmatch(line) or (not above.strip() and _LONE.fullmatch(line)))


def _is_markdown(lines: list[str], at: int) -> bool:
    """Return True if the lines below one, up to a tag or an empty line, have signs of Markdown."""
    below = at + 1
    if below < len(lines) and _BLOCK.match(lines[below]):
        return True
    while below < len(lines) and (line := lines[below].strip()) and not line.startswith("<"):
        if SYNTAX.search(line):
            return True
        below += 1
    return False
