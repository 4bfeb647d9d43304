"""The plates of a piece: the inks that its pages are really printed in, whatever was asked for."""

from collections.abc import Iterator, Sequence

from flyers.press.read.painted import PROCESS, Colour, Content

RGB = "RGB"
"""In the place of inks: light, which somebody has yet to turn into them."""

SideInks = tuple[frozenset[str], frozenset[str]]
"""The inks of the fronts and those of the backs, by name."""


def inks_of(faces: Sequence[str], contents: Sequence[Content]) -> SideInks:
    """Return the inks of pages that are a ``front``, a ``back`` or ``both``."""
    sides = [(face, plates_of(content)) for face, content in zip(faces, contents, strict=True)]
    fronts = (plates for face, plates in sides if face != "back")
    backs = (plates for face, plates in sides if face != "front")
    return frozenset[str]().union(*fronts), frozenset[str]().union(*backs)


def plates_of(content: Content) -> frozenset[str]:
    """Return the inks of a page by name: what is painted white has none, and marks are in every
    ink there is."""
    colours = [paint.colour for paint in content.paints if not paint.colour.registration]
    for image in content.images:
        colours.append(image.colour or Colour(space=image.space or "grey", spots=image.spots))
    return frozenset(name for colour in set(colours) for name in _plates(colour))


def _plates(colour: Colour) -> Iterator[str]:
    # A picture's colour has no values: it takes all inks of its space.
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
