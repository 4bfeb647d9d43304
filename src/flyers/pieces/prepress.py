"""Prepares pictures for a printer, and chooses the prepress of the finished file."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from flyers.catalogue.inks import Swatch
from flyers.catalogue.printers import Printer
from flyers.colour.pictures import PPI, is_drawing, prepared_for
from flyers.core.units import inches
from flyers.press.read import raster
from flyers.typesetting.engine import Typesetter

if TYPE_CHECKING:
    from flyers.press.prepress.pdfx import Finish

_LONGEST = inches(8)
"""Longest side of a drawing that is flattened; none is printed larger."""


def finish_for(printer: Printer, palette: Iterable[Swatch]) -> "Finish | None":
    """Return the prepress of the typeset file; None if it is printed as it is.

    Raises ConfigError for an ICC profile that cannot be used.
    """
    plain = printer.standard == "plain"
    if printer.colour == "rgb" and plain:
        return None
    from flyers.press.prepress.pdfx import Finish

    if printer.colour == "grey" and plain:
        # In one channel: from three, a printer may mix its greys of all inks.
        return Finish(standard="plain", condition=None, separation=None)
    from flyers.catalogue.conditions import condition_of
    from flyers.colour.separating import separation

    condition = condition_of(printer)
    return Finish(
        standard=printer.standard,
        condition=condition,
        separation=separation(printer, condition, palette),
    )


def pictures_for(printer: Printer, typesetter: Typesetter) -> Callable[[bytes], bytes]:
    """Return the function that each picture is passed through before it is set."""
    prepared = prepared_for(printer)
    if printer.standard != "x-1a":
        return prepared
    known: dict[bytes, bytes] = {}

    def flat(picture: bytes) -> bytes:
        if picture not in known:
            drawn = _flattened(picture, typesetter) if is_drawing(picture) else picture
            known[picture] = prepared(drawn)
        return known[picture]

    return flat


def _flattened(drawing: bytes, typesetter: Typesetter) -> bytes:
    """Return a drawing with transparency as pixels; others stay as they are."""
    from flyers.press.prepress.opacity import shows_through

    pdf = typesetter.drawing(drawing, longest=_LONGEST)
    if not shows_through(pdf):
        return drawing
    return raster.png(raster.rasters(pdf, dpi=PPI)[0], dpi=PPI)
