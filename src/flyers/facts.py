"""What can be read back out of a finished PDF: the press tells it, the checks judge it."""

from dataclasses import dataclass

from flyers.sheets import Box


@dataclass(frozen=True, kw_only=True)
class SideFacts:
    """One page of the PDF, one side of a sheet. Boxes in points, as they stand in the file."""

    media: Box
    trim: Box | None
    crop: Box | None
    rotate: int
    """/Rotate, degrees clockwise."""
    user_unit: float


@dataclass(frozen=True, kw_only=True)
class FontFacts:
    """One font that the PDF uses.

    ``missing`` are the letters that the font lacks, so that the box for a
    missing letter (``.notdef``) is drawn in their place.
    """

    name: str
    embedded: bool
    missing: str = ""


@dataclass(frozen=True, kw_only=True)
class SheetFacts:
    """The whole PDF: its sides in order, and its fonts by name."""

    sides: tuple[SideFacts, ...]
    fonts: tuple[FontFacts, ...]
