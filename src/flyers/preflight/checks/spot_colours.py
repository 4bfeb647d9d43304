"""There are no spot colours: each needs a plate of its own, which nobody ordered."""

from collections.abc import Iterator

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check
from flyers.press.read.painted import PlacedImage

QUOTED = 4
"""Names that a message has at most."""


def find(case: Case) -> Iterator[Finding]:
    """List the inks on each page by name (ISO 32000-1, 8.6.6.4 and 8.6.6.5)."""
    for side in case.sides:
        found: dict[str, Box] = {}
        for one in side.everything:
            own = one.spots if isinstance(one, PlacedImage) else ()
            for name in (*own, *(one.colour.spots if one.colour else ())):
                found.setdefault(name, one.box)
        if found:
            names = ", ".join(repr(name) for name in list(found)[:QUOTED])
            more = f" and {len(found) - QUOTED} more" if len(found) > QUOTED else ""
            yield Finding(
                page=side.number,
                message=f"The page has spot colours, each an ink of its own: {names}{more}.",
                remedy="Convert them to CMYK, or order these inks from the shop.",
                box=next(iter(found.values())),
            )


CHECK = Check(
    name="spot-colours",
    rule="There are no spot colours.",
    source="ISO 32000-1, 8.6.6.4; what a shop quotes for",
    severity={"shop": "error"},
    find=find,
)
