"""Addresses of links as numbered notes, for layouts that ask for them."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, fromstring

from flyers.statements.body import tree
from flyers.statements.body.cutting import block_of
from flyers.statements.statement import Block


def with_link_notes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with a number behind every link and the addresses as notes at the end.

    Numbers go on after those of the footnotes. An address that is linked twice
    has one number; one that stands in the text as it is has none.
    """
    elements = [fromstring(block.html) for block in blocks]
    if not any(True for element in elements for _ in _links(element)):
        return tuple(blocks)
    notes = _notes(elements)
    listed = notes[0]
    first = len(listed) + 1
    numbers: dict[str, int] = {}
    for element in elements:
        if element is not notes:
            for parent, link in _links(element):
                number = numbers.setdefault(link.get("href", ""), first + len(numbers))
                _mark(parent, link, number)
    for address in numbers:
        SubElement(listed, "li").text = _shown(address)
    return tuple(map(block_of, elements))


def _links(element: Element) -> list[tuple[Element, Element]]:
    """Yield links to the web in reading order, except those whose text is their address."""
    return [
        (parent, link)
        for parent in element.iter()
        for link in parent
        if link.tag == "a"
        and link.get("href", "").startswith(("http://", "https://"))
        and _shown(tree.text_of(link).strip()) != _shown(link.get("href", ""))
    ]


def _notes(elements: list[Element]) -> Element:
    """Return the section of footnotes, made if there is none."""
    if elements[-1].tag == "section":
        return elements[-1]
    section = Element("section", {"class": "footnotes"})
    SubElement(section, "ol")
    elements.append(section)
    return section


def _mark(parent: Element, link: Element, number: int) -> None:
    mark = Element("sup", {"class": "fn"})
    mark.text, mark.tail, link.tail = str(number), link.tail, None
    parent.insert(list(parent).index(link) + 1, mark)


def _shown(address: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
