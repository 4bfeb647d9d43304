"""Attribute lists behind words and blocks: ``{: .class}``, ``{#id .class}``, ``{width=50%}``.

kramdown, Pandoc, Hugo, Python-Markdown and markdown-it have them, each in its own places. Classes
are kept as hints, since some name a button or a box; nothing else in them shows on paper.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_VALUE = r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'{}=]+)"
_ITEM = rf"(?:[.#][^\W\d][^\s{{}}\"'=]*|[a-zA-Z][\w:-]*={_VALUE})"
_SIGNED = rf"\{{:[^{{}}\n]*\}}|\{{\s?(?=[.#]){_ITEM}(?:\s+{_ITEM})*\s?\}}"
_PLAIN = rf"\{{\s?(?:[\w-]+\s+)?{_ITEM}(?:\s+{_ITEM})*\s?\}}"

_ANYWHERE = re.compile(_SIGNED)
_BEHIND = re.compile(rf"{_PLAIN}|\{{:[^{{}}\n]*\}}")
"""``{width=50%}`` is an attribute list only right behind an element; elsewhere it is text."""
_AT_END = re.compile(rf"(?:\A|\s+)({_SIGNED}|(?<=\n){_PLAIN}|\A{_PLAIN})[ \t]*\Z")
_HEADING_END = re.compile(rf"[ \t]*({_SIGNED}|{_PLAIN})[ \t]*\Z")
_AT_START = re.compile(rf"\A({_SIGNED})[ \t]*")
_CLASS = re.compile(r"(?<![\w\"'])\.([a-zA-Z_][\w-]*)|\bclass=[\"']?([^\"'{}]*)|(?<=:)\s*(toc)\b")
_BRACKETED = re.compile(r"\[((?:\\.|[^\[\]\\\n])+)\](?=\{)")
_ELEMENTS = frozenset({"link_close", "image", "em_close", "strong_close", "code_inline"})


def plugin(parser: "MarkdownIt") -> None:
    """Add the rules to a parser."""
    parser.core.ruler.before("inline", "block_attributes", _blocks)
    parser.inline.ruler.before("emphasis", "attributes", _inline)
    parser.inline.ruler.before("link", "bracketed_span", _span)


def classes(written: str) -> str:
    """Return the classes that an attribute list gives, parted by spaces."""
    return " ".join(filter(None, (word for found in _CLASS.findall(written) for word in found)))


def _inline(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    behind = not state.pending and bool(state.tokens) and state.tokens[-1].type in _ELEMENTS
    match = (_BEHIND if behind else _ANYWHERE).match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        if behind:
            _mark(state.tokens, classes(match[0]))
        state.pending = state.pending.rstrip(" ") if match.end() == state.posMax else state.pending
    state.pos = match.end()
    return True


def _mark(tokens: "list[Token]", names: str) -> None:
    """Give the classes to the element that ends here."""
    if not names:
        return
    last = tokens[-1]
    opening = last.type.replace("_close", "_open")
    for token in reversed(tokens):
        if token.type == opening and token.level == last.level:
            token.attrJoin("class", names)
            return


def _span(state: "StateInline", silent: bool) -> bool:
    """Read a bracketed span, ``[words]{.class}``."""
    if state.src[state.pos] != "[":
        return False
    match = _BRACKETED.match(state.src, state.pos, state.posMax)
    given = _BEHIND.match(state.src, match.end(), state.posMax) if match else None
    if not match or not given:
        return False
    if not silent:
        opened = state.push("span_open", "span", 1)
        if names := classes(given[0]):
            opened.attrSet("class", names)
        state.pos, end, state.posMax = match.start(1), state.posMax, match.end(1)
        state.md.inline.tokenize(state)
        state.posMax = end
        state.push("span_close", "span", -1)
    state.pos = given.end()
    return True


def _blocks(state: "StateCore") -> None:
    tokens = state.tokens
    gone: set[int] = set()
    for at, token in enumerate(tokens):
        if token.type != "inline" or "{" not in token.content:
            continue
        opening = tokens[at - 1]
        at_end = _HEADING_END if opening.type == "heading_open" else _AT_END
        while match := at_end.search(token.content):
            token.content = token.content[: match.start()]
            opening.attrJoin("class", classes(match[1]))
        if start := _AT_START.match(token.content):
            token.content = token.content[start.end() :]
        if not token.content.strip() and opening.type in ("paragraph_open", "heading_open"):
            gone |= {at - 1, at, at + 1}
            continue
        if opening.type == "paragraph_open" and opening.attrGet("class") and not opening.hidden:
            # A classed paragraph may be a box or a button, which are told by divisions.
            opening.tag = tokens[at + 1].tag = "div"
    if gone:
        _hand_on(tokens, gone)
        state.tokens = [token for at, token in enumerate(tokens) if at not in gone]


def _hand_on(tokens: "list[Token]", gone: set[int]) -> None:
    """Give the classes of a list on lines of its own to the list or quotation above it."""
    for at in sorted(gone):
        above = tokens[at - 1] if at else None
        if tokens[at].type != "paragraph_open" or above is None or at - 1 in gone:
            continue
        if above.type in ("bullet_list_close", "ordered_list_close", "blockquote_close"):
            opening = above.type.replace("_close", "_open")
            for token in reversed(tokens[:at]):
                if token.type == opening and token.level == above.level:
                    token.attrJoin("class", str(tokens[at].attrGet("class") or ""))
                    break
