"""Colours and pictures as a printer has them. The only package that imports Pillow to change any.

What was typeset in RGB is separated by these rules, the first that holds:

- a colour of the palette has the inks that the palette gives it;
- a grey, r = g = b, is black ink alone, as much of it as looks as light as the
  grey; what is darker than black ink is all of it;
- everything else goes through the printer's ICC profile: relative colorimetric,
  with black point compensation (ISO 15076-1, Annex D), from sRGB.

No spot gets more ink than the printer's bound T (TAC). What the profile gives
beyond it keeps its black and loses of the other inks, each by the same share,
so that the hue stays: (C, M, Y, K) becomes (sC, sM, sY, K) with
s = (T − K) / (C + M + Y).
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from flyers.colour.bitmaps import PPI, grey_bitmap, inked_bitmap
from flyers.colour.conversion import Conversion
from flyers.colour.pictures import for_press, in_grey, is_drawing, sound
from flyers.conditions import Condition
from flyers.inks import Inks, Rgb, Separation, Swatch
from flyers.printers import Printer

__all__ = ["PPI", "for_press", "in_grey", "is_drawing", "prepared_for", "separation", "sound"]


def prepared_for(printer: Printer) -> Callable[[bytes], bytes]:
    """What happens to a picture before it is set, so that the engine keeps what is in it."""
    if printer.colour == "grey":
        return in_grey
    if printer.colour == "cmyk":
        return partial(for_press, opaque=printer.pdf == "x-1a")
    return sound


def separation(
    printer: Printer, condition: Condition, palette: Iterable[Swatch] = ()
) -> Separation:
    """How a printer of CMYK or grey separates."""
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
    return {s.rgb: s.inks for s in palette if s.rgb is not None and s.inks is not None}
