"""Pictures have enough pixels for the size at which they are placed.

Shops refuse below 150 to the inch and warn below 225 to 300; drawings in black
and white need twice that, since their edges are stairs.
"""

from collections.abc import Iterator
from math import ceil

from flyers.core.findings import Finding
from flyers.core.units import to_mm
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check
from flyers.press.read.painted import PlacedImage

SLACK = 0.98
"""A picture of 149 pixels to the inch is one of 150."""

DRAWING = 2
"""Factor by which a picture of black and white alone has to be finer."""

FEWEST = 4
"""Pixels. A smaller picture is a colour, stretched."""


def find(case: Case) -> Iterator[Finding]:
    """Measure every picture of a page but QR codes, whose pixels are the code's squares."""
    for side in case.sides:
        for image in side.images:
            if min(image.width, image.height) >= FEWEST and not _is_code(side, image):
                yield from _finding(case, side, image)


def _finding(case: Case, side: CheckedSide, image: PlacedImage) -> Iterator[Finding]:
    finer = DRAWING if image.bits == 1 else 1
    least, good = (SLACK * finer * ppi for ppi in case.printer.ppi)
    if image.ppi >= good:
        return
    size = f"{to_mm(image.box.width):.0f} x {to_mm(image.box.height):.0f} mm"
    which = case.pictures.get((image.width, image.height)) or side.where(image.box)
    wanted = finer * case.printer.ppi[1]
    more = wanted / image.ppi
    yield Finding(
        page=side.number,
        message=f"The picture {which} has {image.width} x {image.height} pixels, "
        f"{image.ppi:.0f} to the inch at {size}; {wanted:g} to the inch are wanted, "
        f"so {_tens(more * image.width)} x {_tens(more * image.height)} pixels or more.",
        remedy="Use a larger file of the picture, or print it smaller.",
        box=image.box,
        severity="warning" if image.ppi >= least else "error",
    )


def _tens(pixels: float) -> int:
    return 10 * ceil(pixels / 10)


def _is_code(side: CheckedSide, image: PlacedImage) -> bool:
    return any(
        image.box.contains(code.box, code.module) and image.box.width < 2 * code.box.width
        for code in side.evidence.codes
    )


CHECK = Check(
    name="image-resolution",
    rule="Pictures have enough pixels to the inch at the size at which they are placed.",
    source="the printer's ppi: 150 and 225 at shops",
    severity={"home": "error", "shop": "error", "web": "warning"},
    find=find,
)
