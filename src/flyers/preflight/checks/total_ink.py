"""No more ink lies on one spot than dries: the printer's total area coverage (TAC).

Shops take 240 to 340 per cent. A speck may have more; an area may not.
"""

from collections.abc import Iterator

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.core.units import mm, to_mm
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check

SPECK = mm(1) * mm(15)
"""Square points (15 mm²) of a speck that may have more."""

SLACK = 0.5
"""Per cent, for rounding."""


def find(case: Case) -> Iterator[Finding]:
    """Add up the areas of flat colours and the pixels of pictures. Ink that overprint or
    transparency adds is not counted."""
    bound = case.printer.tac
    if bound <= 0:
        return
    for side in case.sides:
        heavy = [*_flat(side, bound), *_pictures(side, bound)]
        area = sum(area for area, _, _ in heavy)
        if area > SPECK:
            _, most, box = max(heavy, key=lambda one: one[1])
            square = to_mm(1) ** 2 * area
            yield Finding(
                page=side.number,
                message=f"{square:.0f} mm² have up to {most:.0f} % ink, all inks added up; the "
                f"printer takes {bound:.0f} % at most.",
                remedy="Mix darker colours with less cyan, magenta and yellow and more black; "
                "convert pictures with the shop's profile.",
                box=box,
            )


Heavy = tuple[float, float, Box]
"""Square points, per cent of ink, where."""


def _flat(side: CheckedSide, bound: float) -> Iterator[Heavy]:
    for paint in side.paints:
        if paint.colour.coverage > bound + SLACK:
            area = paint.area or (paint.line or 0) * max(paint.box.width, paint.box.height)
            yield area, paint.colour.coverage, paint.box


def _pictures(side: CheckedSide, bound: float) -> Iterator[Heavy]:
    """Yield pictures with ink over the bound. Coverage is counted in steps of 10 %; a step counts
    if all of it is over."""
    step = int(bound // 10) + 1
    for image in side.images:
        if len(image.coverage) > step and image.coverage[step]:
            area = image.coverage[step] * image.box.width * image.box.height
            most = max(at for at, share in enumerate(image.coverage) if share)
            yield area, 10 * most, image.box


CHECK = Check(
    name="total-ink",
    rule="No area of more than 15 mm² has more ink than the printer takes.",
    source="the printer's tac",
    severity={"shop": "error"},
    find=find,
)
