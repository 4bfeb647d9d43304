"""Pictures in the body: each becomes a figure, or is removed without leaving a gap."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from flyers.core.errors import ImageError
from flyers.core.findings import Finding
from flyers.statements.body import pictures, runs, structure, tree
from flyers.statements.body.places import Places
from flyers.statements.statement import Picture, noted
from flyers.statements.wording.plain import plain

REMEDY = "The picture is left out; mend it, or take it out of the text."

_CONTENT = ("img", "table", "pre", "blockquote", "ul", "ol")


@dataclass(kw_only=True)
class Placed:
    """Pictures of one body that are printed, and notes on those that are not."""

    pictures: list[Picture] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    sought: list[Path] = field(default_factory=list)
    """Every place where one was looked for, in vain too."""
    _numbers: dict[Path, int] = field(default_factory=dict)

    def number(self, path: Path, alt: str) -> int:
        """Return the index of a picture; a file that is shown twice has one index."""
        if path not in self._numbers:
            width, height = pictures.size(path)
            self._numbers[path] = len(self.pictures)
            self.pictures.append(Picture(path=path, alt=alt, width=width, height=height))
        return self._numbers[path]


def place(
    body: Element, folders: pictures.Folders, source: str, places: Places, *, strict: bool
) -> Placed:
    """Check every picture; put usable ones, with ``src="picture:N"``, into figures."""
    placed = Placed()
    for image in list(body.iter("img")):
        address = (image.get("src") or "").strip()
        try:
            if not address:
                raise pictures.UnusableError("its address names no file beside the statement")
            number = placed.number(
                folders.find(address, placed.sought), image.get("alt", "").strip()
            )
        except pictures.UnusableError as reason:
            name = _name(image, address)
            if strict:
                raise ImageError(
                    f"{source}: the picture {name} cannot be used: {reason}; mend or remove it."
                ) from None
            line = places.line(unquote(address), address, image.get("alt", ""))
            told = noted(name, f"{reason}", "warning", line=line)
            placed.notes.append(replace(told, remedy=REMEDY))
            image.tag = "gone"
        else:
            caption = image.get("data-caption", "")
            # What has no other words is called by its file.
            alt = image.get("alt", "").strip() or placed.pictures[number].path.name
            image.attrib = {"src": f"picture:{number}", "alt": alt, "class": "picture"}
            if caption:
                image.set("data-caption", caption)
    placed.notes += _close_over(body, places)
    _make_figures(body)
    return placed


def _name(image: Element, address: str) -> str:
    name = unquote(address) or image.get("alt", "") or "a picture"
    return name if len(name) <= 120 else f"{name[:119]}…"


def _close_over(body: Element, places: Places) -> list[Finding]:
    """Remove unusable pictures, with a figure, link or line that held nothing else; return notes on
    captions that go with them."""
    notes: list[Finding] = []
    if body.find(".//gone") is not None:
        for holder, caption in list(_captions(body)):
            notes.append(_gone_with(tree.text_of(caption), places))
            tree.remove(holder, caption)
        for parent, image in tree.each(body, "gone"):
            if words := plain(image.get("data-caption", "")):
                notes.append(_gone_with(words, places))
            tree.remove(parent, image)
    for parent, figure in tree.each(body, "figure"):
        if not any(figure.find(f".//{tag}") is not None for tag in _CONTENT):
            if words := tree.text_of(figure):
                notes.append(_gone_with(words, places))
            tree.remove(parent, figure)
    structure.remove_empty(body)
    return notes[::-1]


def _gone_with(words: str, places: Places) -> Finding:
    """Return the note on a caption that goes with its picture."""
    shown = words if len(words) <= 60 else f"{words[:59].rstrip()}…"
    line = places.near(words)
    return noted(f"“{shown}”", "a caption, and its picture is left out", line=line)


LONGEST_CAPTION = 200
_SLANTED = frozenset({"em", "i", "small", "sub", "cite"})


def _captions(body: Element) -> Iterator[tuple[Element, Element]]:
    """Yield the captions of unusable pictures, each with the element that it is in: slanted or
    small words under the picture in its own paragraph, or as the paragraph below."""
    for holder in list(body.iter()):
        for block, below in pairwise([*holder, None]):
            if block is None or block.tag != "p" or block.find(".//gone") is None:
                continue
            if not tree.text_of(block):
                if below is not None and below.tag == "p" and _is_slanted(below):
                    yield holder, below
            elif _is_slanted(block):
                yield from ((block, child) for child in list(block) if child.tag in _SLANTED)


def _is_slanted(block: Element) -> bool:
    """Return True if all words of a block are slanted or small, and no more than a caption's."""
    words = [tree.text_of(child) for child in block if child.tag in _SLANTED]
    said = tree.text_of(block)
    return bool(said) and len(said) <= LONGEST_CAPTION and " ".join(words).split() == said.split()


def _make_figures(body: Element) -> None:
    """Wrap every picture outside a table in a figure, between paragraphs or in a list item."""
    for image in list(body.iter("img")):
        caption = plain(image.attrib.pop("data-caption", ""))
        above = tree.parents(body)
        line = [image]
        while line[-1] in above:
            line.append(above[line[-1]])
        tags = {element.tag: element for element in reversed(line)}
        if "figure" in tags:
            _caption(tags["figure"], caption)
        elif not tags.keys() & {"td", "th"}:
            block = next(element for element in line if element.tag in tree.BLOCKS)
            leads = block.tag == "p" and not _words_before(block, image)
            figure = Element("figure")
            SubElement(figure, "img", image.attrib)
            _caption(figure, caption)
            tree.remove(above[image], image)
            if block.tag == "p" or block.tag in tree.HEADINGS:
                holder = above[block]
                holder.insert(list(holder).index(block) + (0 if leads else 1), figure)
            else:
                block.append(figure)
    structure.remove_empty(body)


def _caption(figure: Element, caption: str) -> None:
    if caption and figure.find("figcaption") is None:
        SubElement(figure, "figcaption").text = caption


def _words_before(block: Element, image: Element) -> bool:
    for run in runs.runs(block):
        for slot in run:
            if slot.element is image and slot.where == "fixed":
                return False
            if slot.where != "fixed" and slot.text.strip():
                return True
    return False
