"""Fences of colons around a part of a text: ``:::note Title`` and what else they hold.

Pandoc, Quarto, Docusaurus, VitePress, MyST and others have them, with small differences. What the
fence says is a box becomes one; of any other the text is kept.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from flyers.statements.body.kinds import QUOTES, is_callout
from flyers.statements.notations.markdown.attributes import classes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_FENCE = re.compile(r":{3,}[ \t]*(.*?)[ \t]*:*[ \t]*")
_CODE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_HEAD = re.compile(r"(?:\{?([a-zA-Z][\w.-]*)\}?)?[ \t]*(?:\[(.*)\])?[ \t]*(.*)")
_LIST = re.compile(r"\{[^{}]*[.#=\s][^{}]*\}")
_TITLE = re.compile(r"\btitle=(?:\"([^\"]*)\"|'([^']*)')")
_LEAF = re.compile(r"::[a-zA-Z][\w-]*(?:\[(.*)\])?[ \t]*(?:\{[^{}]*\})?[ \t]*")
_OPTION = re.compile(r":([\w-]+):([^\n]*)")
_FILE = re.compile(r"[^\s()<>]+\.\w{2,5}")


def plugin(parser: "MarkdownIt") -> None:
    """Add the rule to a parser."""
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "container", _container, {"alt": interrupted})


class _Head(NamedTuple):
    """The opening line of a fence."""

    name: str
    title: str
    classes: str


def _head(written: str) -> _Head:
    listed = _LIST.search(written)
    given = listed[0] if listed else ""
    rest = written.replace(given, " ", 1).strip() if given else written
    match = _HEAD.fullmatch(rest)
    name, label, title = match.groups() if match else ("", "", rest)
    titled = _TITLE.search(given)
    title = label or title or (titled and (titled[1] or titled[2])) or ""
    return _Head(name=(name or "").lower(), title=title.strip(), classes=classes(given))


def _container(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    if not line.startswith("::") or state.is_code_block(start):
        return False
    fence = _FENCE.fullmatch(line)
    if not fence:
        return _leaf(state, start, line, silent)
    if silent:
        return True
    if not fence[1]:
        # It closes what was never opened.
        state.line = start + 1
        return True
    last = _last(state, start + 1, end)
    _set(state, _head(fence[1]), start, last)
    state.line = min(end, last + 1)
    return True


def _leaf(state: "StateBlock", start: int, line: str, silent: bool) -> bool:
    """Read a directive on a line of its own, ``::name[words]{…}``, and keep its words."""
    leaf = _LEAF.fullmatch(line)
    if not leaf:
        return False
    if not silent:
        _paragraph(state, leaf[1] or "", start, "")
        state.line = start + 1
    return True


def _last(state: "StateBlock", first: int, end: int) -> int:
    """Return the line of the fence that closes, or the line behind the last one."""
    depth, code = 0, ""
    for at in range(first, end):
        if state.sCount[at] < state.blkIndent:
            return at
        line = _line(state, at)
        mark = _CODE.match(line)
        if mark and (not code or line.startswith(code)):
            code = "" if code else mark[1]
        fence = None if code or not line.startswith(":::") else _FENCE.fullmatch(line)
        if fence:
            depth += 1 if fence[1] else -1
            if depth < 0:
                return at
    return end


def _set(state: "StateBlock", head: _Head, start: int, last: int) -> None:
    first, title = start + 1, head.title
    options: dict[str, str] = {}
    while first < last and head.name and (option := _OPTION.fullmatch(_line(state, first))):
        options[option[1]] = option[2].strip()
        first += 1
    if head.name in ("figure", "image") and _FILE.fullmatch(title):  # MyST
        title = f"![{options.get('alt', '')}]({title})"
    names = {head.name, *head.classes.lower().split()}
    box = any(map(is_callout, names))
    tag = "blockquote" if head.name in QUOTES else "div"
    opened = state.push("container_open", tag, 1)
    opened.block, opened.map = True, [start, last]
    shown = "admonition" if box else " ".join(filter(None, (head.name, head.classes)))
    if shown:
        opened.attrSet("class", shown)
    _paragraph(state, title, start, "" if title != head.title else "admonition-title")
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", last
    state.md.block.tokenize(state, first, last)
    state.parentType, state.lineMax = parent, limit
    state.push("container_close", tag, -1).block = True


def _paragraph(state: "StateBlock", words: str, line: int, name: str) -> None:
    if not words:
        return
    opened = state.push("paragraph_open", "p", 1)
    if name:
        opened.attrSet("class", name)
    opened.map = [line, line + 1]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = words, [line, line + 1], []
    state.push("paragraph_close", "p", -1)


def _line(state: "StateBlock", number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
