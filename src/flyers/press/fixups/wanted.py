"""What a printer asks of a file that is put right."""

from dataclasses import dataclass

from flyers.catalogue.conditions import Condition
from flyers.catalogue.printers import Standard


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a printer asks of a file. Lengths in points.

    ``finished`` is the size that was declared, width first, and ``sizes`` are
    those that pieces usually have. ``still`` says that nothing may lie over
    the pages nor happen by itself, as in PDF/X. ``in_inks`` says that the file
    has no colours but inks, and ``claims`` that it was found to keep the
    ``standard``.
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
