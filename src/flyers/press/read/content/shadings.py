"""The colours of a shading, as far as its functions give them (ISO 32000-1, 8.7.4.5)."""

from collections.abc import Iterator
from typing import Any

from flyers.press.read.content.colours import colour_space
from flyers.press.read.objects import followed
from flyers.press.read.painted import Colour

MOST_PARTS = 50
"""Functions that are stitched together."""


def colours_of(shading: Any, resources: Any) -> list[Colour]:
    """Return the colours at the ends of its parts; the initial colour where none are given."""
    space = colour_space(shading.get("/ColorSpace"), resources)
    functions = followed(shading.get("/Function"))
    values = list(_ends(functions)) if not isinstance(functions, list) else []
    found = [space.colour(one) for one in values if len(one) == space.parts]
    return list(dict.fromkeys(found)) or [space.initial]


def _ends(function: Any, left: int = MOST_PARTS) -> Iterator[list[float]]:
    """Yield the first and the last value of an exponential function (type 2), and of each part of a
    stitching function (type 3)."""
    function = followed(function)
    if not left or not hasattr(function, "get"):
        return
    if function.get("/FunctionType") == 2:
        for key, otherwise in (("/C0", [0.0]), ("/C1", [1.0])):
            yield [float(followed(value)) for value in followed(function.get(key)) or otherwise]
    elif function.get("/FunctionType") == 3:
        for part in (followed(function.get("/Functions")) or ())[:left]:
            yield from _ends(part, left // 2)
