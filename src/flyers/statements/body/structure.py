"""The body's structure made regular: no wrappers, no stray text, headings from level two.

The passes stand in ``tidy`` in the order they run.
"""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from flyers.statements.body import tree
from flyers.statements.body.kinds import DONE, OPEN
from flyers.statements.wording.wordlists import words

_CALLOUTS = words("callout alert admonition note notice box infobox panel well")
_NEW_NAMES = {"b": "strong", "i": "em", "tt": "code", "strike": "s", "address": "p"}
# Where text may stand only inside a paragraph.
_FLOW = frozenset({"body", "blockquote", "aside"})
_KEPT_EMPTY = tree.VOID | {"td", "th"}
_NOTES = frozenset({"footnote", "footnotes", "endnotes"})
_LOOSE = frozenset({"li", "dd", "td", "th", "figure", "figcaption", "dt", "caption"})


def tidy(body: Element) -> None:
    """Normalise a sanitised body, so that its children are the statement's blocks."""
    _rename(body)
    _lift_blocks(body)
    _unwrap(body)
    _gather_notes(body)
    _paragraphs(body)
    remove_empty(body)
    _mark_tasks(body)


def _mark_tasks(body: Element) -> None:
    """Mark the lists whose items all begin with a box, which then needs no other sign."""
    for listed in body.iter("ul"):
        listed.attrib.pop("class", None)
        if len(listed) and all(tree.text_of(item)[:1] in (OPEN, DONE) for item in listed):
            listed.set("class", "tasks")


def _rename(body: Element) -> None:
    for element in body.iter():
        element.tag = _NEW_NAMES.get(element.tag, element.tag)
        if element.tag in ("div", "section") and _is_callout(element):
            element.tag = "aside"
            element.set("class", "callout")
    for parent, aside in tree.each(body, "aside"):
        if not _is_callout(aside):
            tree.unwrap(parent, aside)
        else:
            aside.set("class", "callout")
    for title in body.iter("p"):
        if "admonition-title" in tree.classes(title):
            title.attrib.pop("class")
            _strong_paragraph(title)
    for details in body.iter("details"):
        for summary in details.findall("summary"):
            _strong_paragraph(summary)
            # A question above its answer is no subtitle, see ``deck``.
            summary.set("class", "summary")
        details.tag = "div"


def _is_callout(element: Element) -> bool:
    """Return True for a class such as ``notice``, or one derived of it, ``notice--info``."""
    return any(name.split("-")[0] in _CALLOUTS for name in tree.classes(element))


def _lift_blocks(body: Element) -> None:
    """Unwrap an inline element around blocks, such as a link, which has no use on paper."""
    for parent in list(body.iter()):
        for child in list(parent):
            if child.tag not in tree.BLOCKS and tree.has_block(child):
                _unwrap_inline(parent, child)


def _unwrap_inline(parent: Element, child: Element) -> None:
    inner = list(child)
    tree.unwrap(parent, child)
    for element in inner:
        if element.tag not in tree.BLOCKS and tree.has_block(element):
            _unwrap_inline(parent, element)


def _is_notes(element: Element) -> bool:
    marks = {*tree.classes(element), (element.get("role") or "").lower()}
    parts = {part for mark in marks for part in re.split("[-_]+", mark)}
    return element.tag in tree.WRAPPERS | {"ol"} and bool(parts & _NOTES)


def _unwrap(body: Element) -> None:
    """Turn a wrapper of text alone into a paragraph, and unwrap any other."""
    for parent, wrapper in tree.each(body, *tree.WRAPPERS):
        if _is_notes(wrapper) and wrapper.find(".//li") is not None:
            continue
        if tree.has_block(wrapper):
            _wrap_inline(wrapper)
            tree.unwrap(parent, wrapper)
        elif parent.tag in _LOOSE and len(parent) == 1:
            tree.unwrap(parent, wrapper)
        else:
            wrapper.tag = "p"


def _gather_notes(body: Element) -> None:
    """Collect footnotes of all kinds in one section at the end, and unlink their marks."""
    items: list[Element] = []
    sections = [pair for pair in tree.each(body, *tree.WRAPPERS, "ol") if _is_notes(pair[1])]
    # The outermost first: it takes the lists in it along.
    for parent, section in reversed(sections):
        new = [item for item in section.iter("li") if item not in items]
        items.extend(new)
        if section in list(parent):
            tree.remove(parent, section)
    for item in items:
        for holder, back in tree.each(item, "a"):
            # Back to the text: the name of the anchor, or nothing but an arrow.
            if _names_note(back) or not any(map(str.isalnum, tree.text_of(back))):
                tree.remove(holder, back)
        item.tail = None
    for parent, mark in tree.each(body, "sup"):
        link = mark.find("a")
        inside = link is not None and (_names_note(link) or _names_note(mark))
        around = link is None and parent.tag == "a" and _names_note(parent)
        if inside or around:
            _make_mark(mark, tree.text_of(mark).strip("[]() "))
        else:
            mark.attrib.pop("class", None)
    if items:
        section = SubElement(body, "section", {"class": "footnotes"})
        SubElement(section, "ol").extend(items)


def _names_note(element: Element) -> bool:
    marks = [*tree.classes(element), (element.get("role") or "").lower()]
    href = (element.get("href") or "").lower()
    return href.startswith(("#fn", "#_ftn", "#footnote", "#_edn")) or any(
        "footnote" in mark or mark in ("doc-noteref", "doc-backlink") for mark in marks
    )


def _make_mark(mark: Element, number: str) -> None:
    tail = mark.tail
    mark.clear()
    mark.text, mark.tail = number, tail
    mark.set("class", "fn")


def _paragraphs(body: Element) -> None:
    for element in list(body.iter()):
        if element.tag in _FLOW:
            _wrap_inline(element)
        elif element.tag == "p":
            _unnest(element)


def _unnest(paragraph: Element) -> None:
    """Trim line breaks from the edges of a paragraph, and keep those inside it."""
    while len(paragraph) and paragraph[-1].tag == "br" and not (paragraph[-1].tail or "").strip():
        paragraph.remove(paragraph[-1])
    while len(paragraph) and paragraph[0].tag == "br" and not (paragraph.text or "").strip():
        tree.remove(paragraph, paragraph[0])


def _wrap_inline(parent: Element) -> None:
    """Wrap each stretch of text and inline elements between blocks in a paragraph."""
    children = list(parent)
    kept: list[Element] = []
    stretch = Element("p")
    stretch.text, parent.text = parent.text, None
    for child in children:
        parent.remove(child)
        tail = child.tail
        if child.tag in tree.BLOCKS:
            child.tail = None
            kept.extend([*_filled(stretch), child])
            stretch = Element("p")
            stretch.text = tail
        else:
            stretch.append(child)
    parent.extend([*kept, *_filled(stretch)])


def _filled(paragraph: Element) -> list[Element]:
    return [] if tree.is_empty(paragraph) else [paragraph]


def remove_empty(body: Element) -> None:
    """Remove elements in which nothing is visible, and those that become empty by that."""
    for parent in reversed(list(body.iter())):
        children = list(parent)
        empty = {child for child in children if _is_dispensable(child)}
        if not empty:
            continue
        kept = [child for child in children if child not in empty]
        texts = [parent.text or ""]
        for child in children:
            if child not in empty:
                texts.append("")
            elif child.text or child.tag in tree.BLOCKS:
                # Between words an empty element may hold the only space.
                texts[-1] += " "
            texts[-1] += child.tail or ""
        parent[:] = kept
        parent.text = texts[0]
        for child, tail in zip(kept, texts[1:], strict=True):
            child.tail = tail


def _is_dispensable(element: Element) -> bool:
    return element.tag not in _KEPT_EMPTY and tree.is_empty(element)


def level_headings(body: Element) -> None:
    """Renumber headings from level two, without a gap between levels."""
    used = sorted({element.tag for element in body.iter() if element.tag in tree.HEADINGS})
    levels = {tag: f"h{min(6, rank)}" for rank, tag in enumerate(used, start=2)}
    for element in body.iter():
        element.tag = levels.get(element.tag, element.tag)
        # Bold headings of old posts: the look of a heading is the layout's.
        if element.tag in tree.HEADINGS and _is_all_strong(element):
            tree.unwrap(element, element[0])


def _is_all_strong(element: Element) -> bool:
    if len(element) != 1 or element[0].tag != "strong":
        return False
    return not (element.text or "").strip() and not (element[0].tail or "").strip()


_LONGEST_HEADING = 120


def promote_bold(body: Element) -> None:
    """Turn a paragraph that is all bold, with plain text under it, into a heading."""
    tag = "h3" if body.find("h2") is not None else "h2"
    for block, following in pairwise(list(body)):
        text = tree.text_of(block).strip()
        if (
            block.tag == "p"
            and following.tag == "p"
            and _is_all_strong(block)
            and not _is_all_strong(following)
            and len(text) <= _LONGEST_HEADING
            and not text.endswith((".", "!", "?", ",", ";"))
        ):
            block.tag = tag
            tree.unwrap(block, block[0])


def title_above(body: Element) -> None:
    """Turn a first paragraph that is all bold into the title, if there is no heading above it."""
    first = next(iter(body), None)
    if first is None or first.tag != "p" or len(tree.text_of(first)) > _LONGEST_HEADING:
        return
    if _is_all_strong(first):
        first.tag = "h1"
        tree.unwrap(first, first[0])


_MOST_IN_A_ROW = {"hr": 1, "br": 2}
"""Rules, and line breaks, with nothing between them: two breaks are an empty line."""


def few_in_a_row(body: Element) -> None:
    """Remove rules and line breaks that only repeat the one before them."""
    for parent in list(body.iter()):
        kept: list[Element] = []
        row = 0
        for child in parent:
            follows = bool(kept) and kept[-1].tag == child.tag and not (kept[-1].tail or "").strip()
            row = row + 1 if follows else 1
            if row > _MOST_IN_A_ROW.get(child.tag, row):
                kept[-1].tail = child.tail
            else:
                kept.append(child)
        if len(kept) < len(parent):
            parent[:] = kept


def close_end(body: Element) -> None:
    """Turn a last heading with nothing under it into a strong paragraph, and drop a last rule."""
    notes = body.find("section[@class='footnotes']")
    blocks = [block for block in body if block is not notes]
    while blocks and blocks[-1].tag == "hr":
        body.remove(blocks.pop())
    if blocks and blocks[-1].tag in tree.HEADINGS:
        last = blocks[-1]
        _strong_paragraph(last)


def _strong_paragraph(element: Element) -> None:
    """Turn an element into a paragraph whose contents are strong."""
    element.tag = "p"
    strong = Element("strong")
    strong.text, element.text = element.text, None
    for child in list(element):
        element.remove(child)
        strong.append(child)
    element.append(strong)
