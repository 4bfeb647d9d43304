"""The inks that a page of a file is really printed in, whatever was asked for."""

from collections.abc import Iterator

from flyers.press.read.painted import PROCESS, Colour, Content

RGB = "RGB"
"""In the place of inks: light, which somebody has yet to turn into them."""


def plates_of(content: Content) -> frozenset[str]:
    """The inks by name; what is painted white has none, and marks are in every ink there is."""
    colours = [paint.colour for paint in content.paints if not paint.colour.registration]
    for image in content.images:
        colours.append(image.colour or Colour(space=image.space or "grey", spots=image.spots))
    return frozenset(name for colour in colours for name in _plates(colour))


def _plates(colour: Colour) -> Iterator[str]:
    """Without values, as a picture's, all that its space has."""
    yield from colour.spots
    if colour.white:
        return
    if colour.inks:
        yield from (name for name, ink in zip(PROCESS, colour.inks, strict=True) if ink > 0)
    elif colour.space == "cmyk":
        yield from PROCESS
    elif colour.space == "grey" or (colour.values and colour.dark):
        yield "Black"
    elif colour.space in ("rgb", "lab"):
        yield RGB
