"""Proofs: pictures of a piece for the person who approves it, its cuts and folds drawn over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flyers.catalogue.papers import Unit
from flyers.catalogue.printers import Setup
from flyers.core.sheets import Imposition
from flyers.pieces.proof.drawing import drawn
from flyers.pieces.proof.guides import sides
from flyers.pieces.proof.legend import legend

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1400
"""Pixels of a sheet's longer side."""

FINEST = 100
"""Dots to the inch of the picture of a small sheet."""


def fineness(imposition: Imposition) -> float:
    """Return the dots to the inch of the pictures that proofs are drawn on."""
    longest = max(max(sheet.width, sheet.height) for sheet in imposition.sheets)
    return min(FINEST, LONGEST / longest * 72)


def proofs(
    pictures: Sequence["Image"],
    imposition: Imposition,
    setup: Setup,
    *,
    heading: str,
    unit: Unit,
    slug: int | None = None,
) -> list["Image"]:
    """Return one picture for each sheet, with both its sides.

    ``pictures`` are those of the file's pages, and ``slug`` is the page with the slug's words.
    """
    every = sides(imposition, setup, slug=slug)
    entries = legend(every, setup, unit)
    found = []
    for number in range(1, len(imposition.sheets) + 1):
        both = [
            (side, picture)
            for side, picture in zip(every, pictures, strict=True)
            if side.sheet == number
        ]
        found.append(drawn(heading, [s for s, _ in both], [p for _, p in both], entries, unit))
    return found
