"""Colours and pictures as ink: a palette's swatches, a PDF's bitmaps, a separation. Values only."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each 0 to 1."""

Rgb = tuple[int, int, int]
"""Red, green and blue of sRGB, each 0 to 255."""

_CSS = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]+(\([^;{}()]*\))?")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, kw_only=True)
class Swatch:
    """A colour of a palette: ``css`` as in a style sheet, and the ``inks`` that it is printed in;
    None leaves these to the printer's profile."""

    css: str
    inks: Inks | None = None

    @property
    def rgb(self) -> Rgb | None:
        """The colour in sRGB; None unless ``css`` is written in digits."""
        if not _HEX.fullmatch(self.css):
            return None
        digits = self.css[1:] if len(self.css) == 7 else "".join(d * 2 for d in self.css[1:])
        red, green, blue = bytes.fromhex(digits)
        return red, green, blue


def swatch(value: object) -> Swatch:
    """Read a colour of a palette in TOML: ``"#b3261e"``, or with the inks in per cent,
    ``{ rgb = "#b3261e", cmyk = [0, 90, 85, 15] }``.

    Raises ValueError with the words that follow the value in a sentence.
    """
    if isinstance(value, str):
        if not _CSS.fullmatch(value):
            raise ValueError('is not a colour; write one like "#b3261e"')
        return Swatch(css=value)
    if not isinstance(value, dict) or value.keys() != {"rgb", "cmyk"}:
        raise ValueError(
            'is not a colour; write one like "#b3261e" '
            'or { rgb = "#b3261e", cmyk = [0, 90, 85, 15] }'
        )
    if not isinstance(value["rgb"], str) or not _HEX.fullmatch(value["rgb"]):
        raise ValueError('has no rgb that can be read; write it like "#b3261e"')
    return Swatch(css=value["rgb"], inks=_inks(value["cmyk"]))


def _inks(value: object) -> Inks:
    if not isinstance(value, list) or len(value) != 4 or not all(map(_is_share, value)):
        raise ValueError(
            "has no cmyk that can be printed; write the four inks in per cent, like [0, 90, 85, 15]"
        )
    cyan, magenta, yellow, black = (round(part / 100, 4) for part in value)
    return cyan, magenta, yellow, black


def _is_share(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and 0 <= value <= 100  # type: ignore[operator]


@dataclass(frozen=True, kw_only=True)
class Bitmap:
    """A picture made of pixels, as it lies in a PDF (ISO 32000-1, 8.9.5).

    ``data`` is a JPEG file, deflated rows (7.4.4), or rows that were filtered as in a PNG before
    (7.4.4.4). ``channels`` is 1 for grey or an index into the ``palette``, 3 for RGB, 4 for CMYK.
    If ``inverted``, 0 is full ink, as in nearly all CMYK JPEGs.
    """

    width: int
    height: int
    channels: int
    coding: Literal["jpeg", "png", "flate"]
    data: bytes = field(repr=False)
    bits: int = 8
    palette: tuple[Inks, ...] = ()
    inverted: bool = False


@dataclass(frozen=True, kw_only=True)
class Separation:
    """Conversion of a file that was typeset in RGB into ink.

    ``flat`` converts every colour of text, lines and areas, ``bitmap`` every
    picture, with its printed width and height in points if they are known. Type
    and lines in black alone overprint up to the size ``overprint``, in points; 0: none.
    """

    flat: Callable[[Rgb], Inks]
    bitmap: Callable[[Bitmap, tuple[float, float] | None], Bitmap]
    overprint: float
