"""Operators that paint forms, pictures and shadings, and those that mark content.

ISO 32000-1: 8.8 (external objects), 8.7.4.2 (``sh``), 8.9.7 (images within the
content), 14.6 (marked content).
"""

from collections.abc import Mapping

from flyers.press.read.content.images import SHORT
from flyers.press.read.content.painter import Painter, Painting
from flyers.press.read.content.shadings import colours_of
from flyers.press.read.content.tokens import Operands
from flyers.press.read.objects import followed

MOST_MARKS = 1_000
"""Levels of marked content."""


def paint_object(painter: Painter, operands: Operands) -> None:
    thing = followed(painter.resource("/XObject", operands[0]))
    if "/OC" in thing and painter.is_off(thing.raw_get("/OC")):
        return
    if thing.get("/Subtype") == "/Image":
        painter.picture(thing, None)
    elif thing.get("/Subtype") == "/Form":
        painter.form(thing)


def inline_image(painter: Painter, operands: Operands) -> None:
    entries, data = operands
    painter.picture({SHORT.get(key, key): value for key, value in entries.items()}, data)


def shading(painter: Painter, operands: Operands) -> None:
    """Fill all of the clip."""
    entries = followed(painter.resource("/Shading", operands[0]))
    colours, clip = colours_of(entries, painter.resources), painter.graphics.clip
    for colour in colours:
        painter.paint("shading", colour, clip, area=clip.width * clip.height / len(colours))


def begin_marked(painter: Painter, operands: Operands) -> None:
    """Begin an artifact, tagged content, or optional content (``BMC`` and ``BDC``)."""
    tag = operands[0] if operands else ""
    tagged, off = tag == "/Artifact", False
    if len(operands) > 1:
        named = isinstance(operands[1], str)
        raw = painter.resource("/Properties", operands[1]) if named else operands[1]
        entries = followed(raw)
        tagged = tagged or "/MCID" in entries
        off = tag == "/OC" and painter.is_off(raw)
    if len(painter.marks) < MOST_MARKS:
        painter.marks.append((tagged, off))


def end_marked(painter: Painter, _: Operands) -> None:
    if painter.marks:
        painter.marks.pop()


OPERATORS: Mapping[bytes, Painting] = {
    b"Do": paint_object,
    b"BI": inline_image,
    b"sh": shading,
    b"BMC": begin_marked,
    b"BDC": begin_marked,
    b"EMC": end_marked,
}
