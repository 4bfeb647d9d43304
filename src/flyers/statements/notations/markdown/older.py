"""Habits of older Markdown that CommonMark takes for text, rewritten before it is read."""

import html
import re

from flyers.statements.wording.enclosed import replaced

# A closing `**` behind a dash or colon: `**Hours:**nine to five`. CommonMark closes only before it.
_BOLD_PUNCTUATION = re.compile(
    r"(?<![\w*])\*\*(?=\S)([^*\n]*?[^\s*])([^\w\s*)\]>\"'”’`]+)\*\*(?=\w)"
)
# A space on the inner side of the stars, as word processors leave it.
_BOLD_SPACE = re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])([^*\n]*[^\s*\\])([ \u00a0]+)\*\*(?!\*)")
_BOLD_SPACE_BEFORE = re.compile(r"(?<![\w*\\])\*\*([ \u00a0]+)([^*\n]*[^\s*\\])\*\*(?![\w*])")
# Entities that are no signs of Markdown or HTML: letters, spaces and soft hyphens.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SIZED_PICTURE = re.compile(
    r"(!\[[^\[\]\n]*\]\([^()\s]+(?:[ ]+\"[^\"\n]*\")?)[ ]+=\d*%?(?:x\d*)?%?(?=[ )])"
)
_SIZED_WORDS = re.compile(r"(!\[[^\[\]\n|]*)\|[ ]?\d+(?:x\d+)?(?=\]\()")
_ABBREVIATION = re.compile(r"^ {0,3}\*\[[^\[\]\n]+\]:[^\n]*(?:\n|\Z)", re.MULTILINE)
# Tables of contents that doctoc and markdown-toc keep between comments.
_CONTENTS = (
    (re.compile(r"<!-- START doctoc", re.I), re.compile(r"<!-- END doctoc[^<>]*-->", re.I)),
    (re.compile(r"<!--\s*toc\s*-->", re.I), re.compile(r"<!--\s*/?\s*tocstop\s*-->", re.I)),
)
# No link begins with so many, and the reader of Markdown looks for one behind each.
_BRACKETS = re.compile(r"(?<!\\)\[{9,}")
_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])", re.MULTILINE)
_LONE_HEADING = re.compile(r"(?:\A\n*|(?<=\n\n))#(?=[^#\s\d])([^\n]*)(?=\n+[^\n#])")
# Behind its first letter: capitals, figures or other scripts.
_TAG = re.compile(r"\w*[^\W\d_a-z]\w*|\w*\d\w*|\w*_\w*")
# Without an empty line above it, a list of kramdown's would become a row of a table.
_BELOW_TABLE = re.compile(r"^([ ]*\|.*)\n(?=[ ]*\{[:.#])", re.MULTILINE)


# Tabs of MkDocs' themes, and blocks of PyMdown, as the boxes that they look like on paper.
_TAB = re.compile(r'^===[!+]?[ ]+("[^"\n]+")[ \t]*$', re.MULTILINE)
_SLASHES = re.compile(
    r"^///[ \t]*([\w-]+)[ \t]*(?:\|[ \t]*([^\n]*))?\n(.{0,3000}?)\n///[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
# A comment of Obsidian: `%%not for readers%%`; two percentages have no such pair.
_COMMENT = re.compile(
    r"(?<![\w%])%%(?![\s%])[^%\n]{0,500}(?<!\s)%%(?![\w%])|^%%\n[^%]{0,3000}\n%%$", re.M
)
# Critic Markup: what an editor proposed, taken as agreed.
_CRITIC = (
    (re.compile(r"\{\+\+([^{}]{0,500})\+\+\}"), r"\1"),
    (re.compile(r"\{--[^{}]{0,500}--\}|\{>>[^{}]{0,500}<<\}"), ""),
    (re.compile(r"\{~~[^{}~]{0,500}~>([^{}~]{0,500})~~\}"), r"\1"),
    (re.compile(r"\{==([^{}]{0,500})==\}"), r"==\1=="),
)


def modernised(text: str) -> str:
    """Return a source with the same meaning for a reader of CommonMark. Code is hidden already."""
    if "&" in text:
        text = _ENTITY.sub(_letter, text)
    if "=== " in text:
        text = _TAB.sub(r"!!! tab \1", text)
    if "///" in text:
        text = _SLASHES.sub(r":::\1 \2\n\3\n:::", text)
    if any(sign in text for sign in ("{++", "{--", "{~~", "{==", "{>>")):
        for pattern, agreed in _CRITIC:
            text = pattern.sub(agreed, text)
    if "%%" in text:
        text = _COMMENT.sub("", text)
    if "<!--" in text:
        for opening, closing in _CONTENTS:
            text = replaced(opening, closing, text, lambda _: "")
    if "[" * 9 in text:
        text = _BRACKETS.sub(lambda match: "\\[" * len(match[0]), text)
    if "![" in text:
        text = _SIZED_WORDS.sub(r"\1", _SIZED_PICTURE.sub(r"\1", text))
    if "*[" in text:
        text = _ABBREVIATION.sub("", text)
    if "#" in text:
        text = _LONE_HEADING.sub(_heading, _HEADING.sub(r"\1 ", text))
    if "|" in text:
        text = _BELOW_TABLE.sub(r"\1\n\n", text)
    if "**" in text:
        text = _BOLD_SPACE.sub(r"**\1**\2", _BOLD_PUNCTUATION.sub(r"**\1**\2", text))
        text = _BOLD_SPACE_BEFORE.sub(r"\1**\2**", text)
    return text


def _letter(match: re.Match[str]) -> str:
    sign = html.unescape(match[0])
    return sign if sign.isalnum() or sign in "\u00a0\u00ad\u2009\u202f" else match[0]


def _heading(match: re.Match[str]) -> str:
    """Return a lone line behind one ``#`` as a heading, except a tag such as ``#OpenOnSunday``."""
    first, *more = match[1].split()
    is_tag = re.search(r"(?<!\w)#\w", match[1]) or (not more and _TAG.fullmatch(first[1:]))
    return match[0] if is_tag else f"\n# {match[1]}"
