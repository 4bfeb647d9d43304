"""The body as a tree: parsing sanitised HTML, small operations on it, and writing it out.

What ``serialise`` writes is HTML and well-formed XML at once, so that later stages read a
block back with the fast XML parser. This file is the only import of tinyhtml5.
"""

import re
from collections.abc import Callable, Iterator
from html import escape
from io import StringIO
from xml.etree.ElementTree import Element, fromstring

from flyers.statements.wording.wordlists import words

VOID = frozenset({"br", "hr", "img", "wbr"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
WRAPPERS = words("div section article main header footer center form")
BLOCKS = (
    words("p ul ol li dl dt dd blockquote pre hr aside figure figcaption details")
    | words("table caption thead tbody tfoot tr td th summary address nav")
    | frozenset(HEADINGS)
    | WRAPPERS
)

# XML has no place for these, and a printed page has none either.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufddf\ufffe\uffff\ufeff\u200b]")
_BLANK = " \t\r\n\f\u2028\u00a0\u200c\u200d"
_SPACE = re.compile(r"[ \t\r\n\f\u2028]+")


# Anywhere but within a word a soft hyphen may print as a hyphen that belongs to none.
_STRAY_HYPHEN = re.compile("(?<!\\w)\u00ad+|\u00ad+(?!\\w)")


def parse(html: str) -> Element:
    """Parse sanitised HTML and return its body element."""
    html = CONTROLS.sub("", html)
    root = document(_STRAY_HYPHEN.sub("", html) if "\u00ad" in html else html)
    body = root.find("body")
    return Element("body") if body is None else body


def document(html: str) -> Element:
    """Parse a page, safe or not, and return its html element."""
    import tinyhtml5

    # Of a short text by itself it would ask whether it names a file, and read that.
    root: Element = tinyhtml5.parse(StringIO(html), namespace_html_elements=False)
    return root


def parse_block(html: str) -> Element:
    """Parse one element that ``serialise`` wrote."""
    return fromstring(html)


def serialise(element: Element) -> str:
    """Return the element as HTML that is XML too, without its tail."""
    parts: list[str] = []
    _write(element, parts.append)
    return "".join(parts)


def _write(element: Element, write: Callable[[str], object]) -> None:
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in element.items())
    if element.tag in VOID:
        write(f"<{element.tag}{attributes} />")
        return
    write(f"<{element.tag}{attributes}>")
    if element.text:
        write(escape(element.text, quote=False))
    for child in element:
        _write(child, write)
        if child.tail:
            write(escape(child.tail, quote=False))
    write(f"</{element.tag}>")


def text_of(element: Element) -> str:
    """Return the words of an element on one line, without footnote marks."""
    parts: list[str] = []
    _read(element, parts)
    return _SPACE.sub(" ", "".join(parts)).strip(" ")


def _read(element: Element, parts: list[str]) -> None:
    if is_note_mark(element):
        return
    # A line break and the edge of a block part words as a space does.
    edge = " " if element.tag in BLOCKS or element.tag == "br" else ""
    parts.append(edge)
    parts.append(element.text or "")
    for child in element:
        _read(child, parts)
        parts.append(child.tail or "")
    parts.append(edge)


def is_note_mark(element: Element) -> bool:
    """Return True for the raised number that points to a footnote."""
    return element.tag == "sup" and element.get("class") == "fn"


def classes(element: Element) -> list[str]:
    """Return the classes of an element, in lower case."""
    return (element.get("class") or "").lower().split()


def parents(root: Element) -> dict[Element, Element]:
    """Return the parent of every element, as the tree is now."""
    return {child: parent for parent in root.iter() for child in parent}


def has_block(element: Element) -> bool:
    """Return True if a block stands anywhere inside."""
    return any(inner.tag in BLOCKS for inner in element.iter() if inner is not element)


def is_empty(element: Element) -> bool:
    """Return True if the element shows nothing: no words, no picture."""
    for inner in element.iter():
        if inner.tag in ("img", "hr") or is_note_mark(inner):
            return False
        if inner.text and inner.text.strip(_BLANK):
            return False
        if inner.tail and inner is not element and inner.tail.strip(_BLANK):
            return False
    return True


def add_text(parent: Element, index: int, text: str | None) -> None:
    """Insert text before the child at ``index``."""
    if not text:
        return
    if index == 0:
        parent.text = (parent.text or "") + text
    else:
        before = parent[index - 1]
        before.tail = (before.tail or "") + text


def remove(parent: Element, child: Element) -> None:
    """Remove a child and leave the text behind it in place."""
    index = list(parent).index(child)
    tail, child.tail = child.tail, None
    del parent[index]
    add_text(parent, index, tail)


def unwrap(parent: Element, child: Element) -> None:
    """Replace a child by its contents."""
    index = list(parent).index(child)
    inner, tail = list(child), child.tail
    del parent[index]
    add_text(parent, index, child.text)
    for offset, element in enumerate(inner):
        parent.insert(index + offset, element)
    add_text(parent, index + len(inner), tail)


def each(root: Element, *tags: str) -> Iterator[tuple[Element, Element]]:
    """Yield every (parent, element) with one of the tags, the innermost first, safe to change."""
    found = [(parent, child) for parent in root.iter() for child in parent if child.tag in tags]
    yield from reversed(found)
