"""Requirements of a printer on a file that is repaired."""

from dataclasses import dataclass

from flyers.catalogue.conditions import Condition
from flyers.catalogue.printers import Standard


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Requirements of a printer on a file. Lengths in points.

    ``finished`` is the declared size, width first, and ``sizes`` are usual ones of pieces.
    ``still`` allows no annotations and no actions, as PDF/X does. ``in_inks`` is True for a file
    with no colours but inks, and ``claims`` for one that was found to keep the ``standard``.
    """

    bleed: float = 0
    finished: tuple[float, float] | None = None
    sizes: tuple[tuple[float, float], ...] = ()
    still: bool = False
    standard: Standard = "plain"
    condition: Condition | None = None
    in_inks: bool = False
    claims: bool = False
    shows_title: bool = False
