"""Small type is not white on dark, since ink runs into it from all sides."""

from collections.abc import Iterator

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check
from flyers.preflight.evidence import darkest

SMALL = 7.0
"""Points. Shops ask for 6 to 8, more for thin faces."""

LIGHT = 20.0
"""Per cent of ink below which type is as good as white."""

DARK = 140
"""Grey, of 255, below which a ground is dark."""


def find(case: Case) -> Iterator[Finding]:
    """Look for light type with something dark around it in the picture."""
    for side in case.sides:
        reversed_ = [
            paint
            for paint in side.paints
            if paint.use == "text"
            and 0 < paint.size < SMALL
            and (paint.colour.white or paint.colour.pale(LIGHT))
            and _on_dark(side, paint.box)
        ]
        if reversed_:
            smallest = min(reversed_, key=lambda paint: paint.size)
            yield Finding(
                page=side.number,
                message=f"Light type of {smallest.size:.1f} pt stands on a dark ground, whose ink "
                "will run into it.",
                remedy=f"Set it in {SMALL:g} pt or more, in a bold face, or dark on light.",
                box=smallest.box,
            )


def _on_dark(side: CheckedSide, box: Box) -> bool:
    left, top, right, bottom = side.evidence.pixels(box)
    left, top = max(0, left), max(0, top)
    if right <= left or bottom <= top:
        return False
    return darkest(side.evidence.picture.crop((left, top, right, bottom))) < DARK


CHECK = Check(
    name="reversed-type",
    rule="Type below 7 pt is dark on light.",
    source="artwork guides of print shops",
    severity={"home": "note", "shop": "warning"},
    find=find,
)
