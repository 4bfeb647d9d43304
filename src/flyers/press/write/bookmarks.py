"""The headings of a tagged file as its bookmarks (ISO 32000-1, 12.3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from flyers.core.matrix import Matrix
from flyers.core.tags import Tag
from flyers.press.read.objects import text
from flyers.press.write.writer import Entries, Reference, Writer


@dataclass(eq=False, kw_only=True)
class _Mark:
    """A bookmark before it is written, and those below it."""

    at: Reference
    tag: Tag | None = None
    below: "list[_Mark]" = field(default_factory=list)

    def count(self) -> int:
        return len(self.below) + sum(mark.count() for mark in self.below)


def bookmarks(writer: Writer, document: Tag, places: Sequence[tuple[Reference, Matrix]]) -> Entries:
    """Return the catalog's entry for the bookmarks, empty without any.

    ``places`` are where the typeset file's pages have come to lie, each on a page of the written
    one.
    """
    top = _Mark(at=writer.reserve())
    above = [top]
    for tag in document.walk():
        if tag.title:
            level = int(tag.role[1:])
            mark = _Mark(at=writer.reserve(), tag=tag)
            above[level - 1].below.append(mark)
            above[level:] = [mark]
    if not top.below:
        return {}
    writer.put(top.at, {"/Type": "/Outlines", **_ends(top)})
    _write(writer, top, places)
    return {"/Outlines": top.at}


def _write(writer: Writer, above: _Mark, places: Sequence[tuple[Reference, Matrix]]) -> None:
    """Write the bookmarks below one, each linked to its neighbours (table 153)."""
    neighbours = [None, *above.below, None]
    for before, mark, after in zip(neighbours, above.below, neighbours[2:], strict=False):
        entries: dict[str, Any] = {"/Parent": above.at, **_ends(mark)}
        if before:
            entries["/Prev"] = before.at
        if after:
            entries["/Next"] = after.at
        tag = mark.tag
        if tag and tag.page is not None and tag.box:
            side, move = places[tag.page]
            place = move.box(tag.box)
            entries["/Title"] = text(tag.title)
            entries["/Dest"] = [side, "/XYZ", float(place.left), float(place.top), None]
        writer.put(mark.at, entries)
        _write(writer, mark, places)


def _ends(mark: _Mark) -> Entries:
    """Return the first and the last of those below it, and the number that is visible."""
    if not mark.below:
        return {}
    return {"/First": mark.below[0].at, "/Last": mark.below[-1].at, "/Count": mark.count()}
