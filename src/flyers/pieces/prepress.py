"""What a printer wants of pictures before they are set, and of the file in the end."""

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
"""Of a drawing that is flattened, which is printed no larger than that."""


def finish_for(printer: Printer, palette: Iterable[Swatch]) -> "Finish | None":
    """What becomes of the typeset file; None where it is printed as it is.

    Raises ConfigError where the printer's profile cannot be used.
    """
    plain = printer.standard == "plain"
    if printer.colour == "rgb" and plain:
        return None
    from flyers.press.prepress.pdfx import Finish

    if printer.colour == "grey" and plain:
        # In one channel, or a printer may mix its greys of all its inks.
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
    """What happens to each picture before it is set."""
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
    """A drawing that one can see through as a picture of it, made of pixels; others stay."""
    from flyers.press.prepress.opacity import shows_through

    pdf = typesetter.drawing(drawing, longest=_LONGEST)
    if not shows_through(pdf):
        return drawing
    return raster.png(raster.rasters(pdf, dpi=PPI)[0], dpi=PPI)
