"""Drawings (SVG) in shades of grey. The only import of tinycss2, by which the engine reads colours.

A colour stands in an attribute, in a style attribute or in a style sheet; a value without one, such
as ``none`` or ``currentColor``, stays as it is. Other sources of colour, such as pictures within a
drawing, are refused before.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ElementTree, fromstring

from flyers.catalogue.light import level_of, light_of_lightness

PAINTS = ("fill", "stroke", "stop-color", "flood-color", "lighting-color", "color")
"""Properties whose value is a colour, or a gradient with a colour to fall back on."""

_LABS = ("lab", "lch", "oklab", "oklch", "xyz-d50", "xyz-d65")

_DECLARATION = re.compile(rf"(?<![\w-])((?:{'|'.join(PAINTS)})\s*:)([^;{{}}]*)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VALUE = re.compile(r"(\s*(?:url\([^)]*\)\s*)?)(.*?)((?:\s*!\s*important)?\s*)", re.DOTALL | re.I)


def drawing_in_grey(svg: bytes) -> bytes:
    """Return the drawing with each colour as light as it was, by ITU-R BT.601."""
    root = fromstring(svg)
    for element in root.iter():
        for name, value in element.items():
            if name in PAINTS:
                element.set(name, _in_grey(value))
            elif name == "style":
                element.set(name, _declared(value))
        if element.text and str(element.tag).rpartition("}")[2] == "style":
            element.text = _declared(element.text)
    grey = BytesIO()
    ElementTree(root).write(grey, "utf-8")
    return grey.getvalue()


def _declared(css: str) -> str:
    """Return declarations, or a whole style sheet, with every colour in grey."""
    plain = _COMMENT.sub(" ", css)
    return _DECLARATION.sub(lambda found: found[1] + _in_grey(found[2]), plain)


def _in_grey(value: str) -> str:
    """Return a property's value with its colour in grey."""
    from tinycss2.color4 import Color
    from tinycss2.color5 import parse_color

    match = _VALUE.fullmatch(value)
    assert match
    colour = parse_color(match[2])
    if not isinstance(colour, Color):
        return value
    red, green, blue = (min(1.0, max(0.0, channel)) for channel in _rgb(colour))
    grey = round(255 * (0.299 * red + 0.587 * green + 0.114 * blue))
    return f"{match[1]}rgb({grey} {grey} {grey} / {colour.alpha:g}){match[3]}"


def _rgb(colour: Any) -> Sequence[float]:
    """Return red, green and blue, 0 to 1.

    A colour in Lab is taken by its lightness alone, and inks by what they leave of the paper's
    white. Any other space is taken for sRGB, as the engine does.
    """
    values = [value or 0 for value in colour.coordinates]
    if colour.space in ("hsl", "hwb"):
        return tuple(colour.to("srgb").coordinates)
    if colour.space in _LABS:
        lightness = colour.to("lab").coordinates[0]
        return (level_of(light_of_lightness(lightness)),) * 3
    if colour.space == "device-cmyk":
        *inks, black = values
        return tuple(1 - min(1.0, ink + black) for ink in inks)
    return (*values, 0, 0)[:3]
