"""Operators that paint forms, pictures and shadings, and those that mark content.

ISO 32000-1: 8.8 (external objects), 8.7.4.2 (``sh``), 8.9.7 (images within the
content), 14.6 (marked content).
"""

from typing import TYPE_CHECKING

from flyers.press.read.content.images import SHORT
from flyers.press.read.content.shadings import colours_of
from flyers.press.read.content.tokens import Operands
from flyers.press.read.objects import followed

if TYPE_CHECKING:
    from flyers.press.read.content.painter import Walk

MOST_MARKS = 1_000
"""Marks within one another."""


def paint_object(walk: "Walk", operands: Operands) -> None:
    thing = followed(walk.resource("/XObject", operands[0]))
    if "/OC" in thing and walk.is_off(thing.raw_get("/OC")):
        return
    if thing.get("/Subtype") == "/Image":
        walk.picture(thing, None)
    elif thing.get("/Subtype") == "/Form":
        walk.form(thing)


def inline_image(walk: "Walk", operands: Operands) -> None:
    entries, data = operands
    walk.picture({SHORT.get(key, key): value for key, value in entries.items()}, data)


def shading(walk: "Walk", operands: Operands) -> None:
    """All of the clip is filled."""
    entries = followed(walk.resource("/Shading", operands[0]))
    colours, clip = colours_of(entries, walk.resources), walk.graphics.clip
    for colour in colours:
        walk.paint("shading", colour, clip, area=clip.width * clip.height / len(colours))


def begin_marked(walk: "Walk", operands: Operands) -> None:
    """``BMC`` and ``BDC``: an artifact, something of the tree of tags, or optional content."""
    tag = operands[0] if operands else ""
    tagged, off = tag == "/Artifact", False
    if len(operands) > 1:
        named = isinstance(operands[1], str)
        raw = walk.resource("/Properties", operands[1]) if named else operands[1]
        entries = followed(raw)
        tagged = tagged or "/MCID" in entries
        off = tag == "/OC" and walk.is_off(raw)
    if len(walk.marks) < MOST_MARKS:
        walk.marks.append((tagged, off))


def end_marked(walk: "Walk", _: Operands) -> None:
    if walk.marks:
        walk.marks.pop()


OPERATORS = {
    b"Do": paint_object,
    b"BI": inline_image,
    b"sh": shading,
    b"BMC": begin_marked,
    b"BDC": begin_marked,
    b"EMC": end_marked,
}
