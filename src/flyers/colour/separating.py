"""The separation of a printer, put together by the rules of this package."""

from collections.abc import Iterable, Mapping
from functools import partial

from flyers.catalogue.conditions import Condition
from flyers.catalogue.inks import Inks, Rgb, Separation, Swatch
from flyers.catalogue.printers import Printer
from flyers.colour.bitmaps import grey_bitmap, inked_bitmap
from flyers.colour.conversion import Conversion
from flyers.core.errors import ConfigError


def separation(
    printer: Printer, condition: Condition, palette: Iterable[Swatch] = ()
) -> Separation:
    """Return how a printer of CMYK or grey separates.

    Raises ConfigError for a palette that gives one colour two sets of inks.
    """
    exact = _exact(palette) if printer.colour == "cmyk" else {}
    conversion = Conversion.of(condition.profile, printer.tac / 100)
    grey = printer.colour == "grey"

    def flat(rgb: Rgb) -> Inks:
        if grey:
            return conversion.grey(rgb)
        return exact[rgb] if rgb in exact else conversion.flat(rgb)

    to_ink = grey_bitmap if grey else inked_bitmap
    return Separation(
        flat=flat,
        bitmap=partial(to_ink, conversion, flat),
        overprint=printer.rich_from if printer.overprint else 0,
    )


def _exact(palette: Iterable[Swatch]) -> Mapping[Rgb, Inks]:
    """Return the inks of the palette's colours, by their typeset RGB, which is all that the press
    knows."""
    exact: dict[Rgb, Inks] = {}
    for swatch in palette:
        if swatch.rgb is None or swatch.inks is None:
            continue
        if exact.setdefault(swatch.rgb, swatch.inks) != swatch.inks:
            raise ConfigError(
                f"Two colours of the palette are {swatch.css} but differ in cmyk; "
                "change the rgb of one a little, or give both the same cmyk."
            )
    return exact
