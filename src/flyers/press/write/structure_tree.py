"""The structure tree of a tagged file: its elements, the links in them, and the parent tree (ISO
32000-1, 14.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flyers.core.matrix import Matrix
from flyers.core.tags import Area, Marked, Tag
from flyers.press.read.objects import text
from flyers.press.write.bookmarks import bookmarks
from flyers.press.write.writer import Entries, Reference, Writer

_OWNERS = {"L": "/List", "TH": "/Table", "TD": "/Table", "Figure": "/Layout"}
"""The owner of the attributes of an element, by its type (14.8.5, table 341)."""

_PRINTED = 4
"""Annotation flag: printed, and neither hidden nor locked (12.5.3)."""


@dataclass(frozen=True, kw_only=True)
class PagePlace:
    """Place of a page of the typeset file: on which side, and how far from its corner.

    ``number`` counts the sides.
    """

    side: Reference
    number: int
    move: Matrix


class Structure:
    """The tree, written with its links and the bookmarks; ``places`` are those of the typeset
    file's pages in order."""

    def __init__(self, writer: Writer, document: Tag, places: Sequence[PagePlace]) -> None:
        self._writer = writer
        self._places = places
        self._sides = sorted({place.number for place in places})
        self._marked: dict[int, dict[int, Reference]] = {number: {} for number in self._sides}
        self._owners: list[Reference] = []
        self._links: dict[int, list[Reference]] = {number: [] for number in self._sides}
        root = writer.reserve()
        top = self._element(document, root)
        tree = {"/Type": "/StructTreeRoot", "/K": [top], "/ParentTree": self._way_back()}
        writer.put(root, tree)
        writer.catalog |= {
            "/StructTreeRoot": root,
            "/MarkInfo": {"/Marked": True},
            **bookmarks(writer, document, [(place.side, place.move) for place in places]),
        }

    def of_side(self, number: int) -> Entries:
        """Return a page's entries for the tree (14.7.4.4), its links, and the order of both."""
        links = self._links[number]
        return {
            "/StructParents": number,
            "/Tabs": "/S",
            **({"/Annots": links} if links else {}),
        }

    def _element(self, tag: Tag, parent: Reference) -> Reference:
        """Write a structure element and all in it (14.7.2, table 323)."""
        at = self._writer.reserve()
        first = next((kid.page for kid in tag.kids if isinstance(kid, Marked | Area)), None)
        on = self._places[first] if first is not None else None
        texts = {"/Lang": tag.language, "/Alt": tag.words, "/ActualText": tag.meant}
        entries = {
            "/S": f"/{tag.role}",
            "/P": parent,
            **({"/Pg": on.side} if on else {}),
            **{key: text(words) for key, words in texts.items() if words},
            **self._attributes(tag),
            "/K": [self._kid(kid, on, at) for kid in tag.kids],
        }
        return self._writer.put(at, entries)

    def _kid(self, kid: Tag | Marked | Area, on: PagePlace | None, parent: Reference) -> Any:
        """Return an entry of /K (14.7.2, 14.7.4): an element, a number, or where there is one."""
        if isinstance(kid, Tag):
            return self._element(kid, parent)
        place = self._places[kid.page]
        if isinstance(kid, Area):
            return {"/Type": "/OBJR", "/Obj": self._link(kid, place, parent), "/Pg": place.side}
        self._marked[place.number][kid.number] = parent
        if on is not None and on.number == place.number:
            return kid.number
        return {"/Type": "/MCR", "/Pg": place.side, "/MCID": kid.number}

    def _link(self, area: Area, place: PagePlace, parent: Reference) -> Reference:
        """Write a link to the web, with its text (12.5.6.5; ISO 14289-1, 7.18.5)."""
        link = self._writer.add(
            {
                "/Type": "/Annot",
                "/Subtype": "/Link",
                "/Rect": place.move.box(area.box),
                "/Border": [0, 0, 0],
                "/F": _PRINTED,
                "/Contents": text(area.words or area.address),
                "/A": {"/S": "/URI", "/URI": text(area.address)},
                "/StructParent": len(self._sides) + len(self._owners),
            }
        )
        self._owners.append(parent)
        self._links[place.number].append(link)
        return link

    def _attributes(self, tag: Tag) -> Entries:
        """Return the attributes of an element, with their owner (14.7.5)."""
        attributes: dict[str, Any] = {
            f"/{key}": value if isinstance(value, int) else f"/{value}"
            for key, value in tag.attributes.items()
        }
        if tag.role == "Figure" and tag.box and tag.page is not None:
            attributes["/BBox"] = self._places[tag.page].move.box(tag.box)
        return {"/A": {"/O": _OWNERS[tag.role], **attributes}} if attributes else {}

    def _way_back(self) -> Reference:
        """Write the parent tree: from each side's marked content, then from each link, to its
        element (14.7.4.4)."""
        nums: list[Any] = []
        for number in self._sides:
            nums += [number, [owner for _, owner in sorted(self._marked[number].items())]]
        for key, owner in enumerate(self._owners, len(self._sides)):
            nums += [key, owner]
        return self._writer.add({"/Nums": nums})
