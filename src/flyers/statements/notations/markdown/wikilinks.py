"""Links and pictures of wikis: ``[[Page|words]]`` and ``![[map.png]]``.

A page of a wiki has no address on paper, so the words stay. Obsidian, Foam and Jekyll's plug-ins
give the page first and the words behind it.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_LINK = re.compile(r"(!?)\[\[(?=[^\W_])([^\[\]\n|]*)(?:\|([^\[\]\n]*))?\]\](?![(\[])")
_PICTURE = re.compile(r".*\.(?:png|jpe?g|gif|webp|svg|tiff?)", re.IGNORECASE)
_SIZE = re.compile(r"\d*(?:x\d+)?")


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    parser.inline.ruler.before("link", "wiki_link", _link)


def _link(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] not in "[!":
        return False
    match = _LINK.match(state.src, state.pos, state.posMax)
    if not match or match[2].isdigit():
        return False
    if not silent:
        page, words = match[2].strip(), (match[3] or "").strip()
        if match[1] and _PICTURE.fullmatch(page):
            _picture(state, page, "" if _SIZE.fullmatch(words) else words)
        else:
            state.pending += words or page.partition("#")[0] or page
    state.pos = match.end()
    return True


def _picture(state: "StateInline", page: str, words: str) -> None:
    from markdown_it.token import Token

    image = state.push("image", "img", 0)
    image.attrs = {"src": page, "alt": ""}
    image.content = words
    image.children = [Token("text", "", 0, content=words)]
