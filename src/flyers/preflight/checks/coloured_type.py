"""Small type is printed in one or two inks: more never print exactly on top of one another."""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

SMALL = 9.0
"""Points. Register is good to about a tenth of a millimetre, which at this size is a stroke."""

INKS = 2
"""Inks that may well be out of register: a red of magenta and yellow stays red."""


def find(case: Case) -> Iterator[Finding]:
    """Count the inks of small text. Black of several inks is left to rich-black."""
    for side in case.sides:
        mixed = [
            paint
            for paint in side.paints
            if paint.use == "text"
            and 0 < paint.size < SMALL
            and paint.colour.space in ("cmyk", "spot")
            and paint.colour.plates > INKS
            and not paint.colour.dark
        ]
        if mixed:
            most = max(mixed, key=lambda paint: paint.colour.plates)
            yield Finding(
                page=side.number,
                message=f"Type of {most.size:.1f} pt is made of {most.colour.plates} inks, which "
                "never print exactly on top of one another.",
                remedy="Set it in black, or in a colour of one or two inks.",
                box=most.box,
            )


CHECK = Check(
    name="coloured-type",
    rule="Type below 9 pt is made of at most two inks.",
    source="the register of an offset press, 0.1 mm",
    severity={"shop": "warning"},
    find=find,
)
