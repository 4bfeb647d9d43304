"""Words as the engine has set them: their width, and the ink of each letter.

The boxes are the engine's own, and so is what is called ``engine`` here: its binding to Pango,
which alone knows the glyphs that a font has for letters and their marks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flyers.core.units import px


@dataclass(frozen=True, kw_only=True)
class SetWord:
    """An element of text as set: its width, how far its baseline is below the middle of its line,
    and the ink of each letter as left, right, up and down from its start and baseline; in points.
    """

    width: float
    middle: float
    ink: tuple[tuple[float, float, float, float], ...]


def words_of(pages: Sequence[Any], engine: Any) -> Mapping[str, SetWord]:
    """Return the spans of pages that have an id, by id."""
    return {
        box.element.get("id"): _set_word(box, engine)
        for page in pages
        for box in _boxes(page)
        if box.element is not None and box.element_tag == "span" and box.element.get("id")
    }


def _boxes(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _set_word(box: Any, engine: Any) -> SetWord:
    """Return what an inline box has set in one line; from its start, which may be its right."""
    texts = [child for child in _boxes(box) if hasattr(child, "pango_layout") and child.text]
    found = [_glyphs(text, engine) for text in texts]
    ink = [
        (px(at + left), px(at + right), px(up), px(down))
        for text, glyphs in zip(texts, found, strict=True)
        for at in (text.position_x - box.position_x,)
        for left, right, up, down in glyphs
    ]
    middles = [text.baseline - text.height / 2 for text in texts] or [0.0]
    if box.style["direction"] == "rtl":
        width = px(box.width)
        ink = [(width - right, width - left, up, down) for left, right, up, down in ink]
    return SetWord(width=px(box.width), middle=px(max(middles)), ink=tuple(ink))


def _glyphs(text: Any, engine: Any) -> list[tuple[float, float, float, float]]:
    """Return left, right, up and down of the ink of each glyph of a text box, in pixels."""
    text.pango_layout.reactivate(text.style)
    found, at = [], 0.0
    line, _ = text.pango_layout.get_first_line()
    run, ink = line.runs, engine.ffi.new("PangoRectangle *")
    while run:
        font, glyphs = run.data.item.analysis.font, run.data.glyphs
        for number in range(glyphs.num_glyphs):
            glyph = glyphs.glyphs[number]
            engine.pango.pango_font_get_glyph_extents(font, glyph.glyph, ink, engine.ffi.NULL)
            left = at + glyph.geometry.x_offset + ink.x
            top = glyph.geometry.y_offset + ink.y
            box = (left, left + ink.width, -top, top + ink.height)
            if ink.width and ink.height:
                found.append(tuple(length * engine.FROM_UNITS for length in box))
            at += glyph.geometry.width
        run = run.next
    text.pango_layout.deactivate()
    return found
