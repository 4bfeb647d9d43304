"""Colours of a palette, and the inks that they are printed with. Values only."""

import re
from dataclasses import dataclass

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each 0 to 1."""

Rgb = tuple[int, int, int]
"""Red, green and blue of sRGB, each 0 to 255."""

_CSS = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]+(\([^;{}()]*\))?")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, kw_only=True)
class Swatch:
    """A colour of a palette: ``css`` as a style sheet has it, and ``inks`` where the palette says
    how it is printed; None leaves that to the printer's profile."""

    css: str
    inks: Inks | None = None

    @property
    def rgb(self) -> Rgb | None:
        """As the typeset file has it; None where ``css`` is not given by its digits."""
        if not _HEX.fullmatch(self.css):
            return None
        digits = self.css[1:] if len(self.css) == 7 else "".join(d * 2 for d in self.css[1:])
        red, green, blue = bytes.fromhex(digits)
        return red, green, blue


def swatch(value: object) -> Swatch:
    """A colour as a palette in TOML gives it: ``"#b3261e"``, or with the inks in per cent,
    ``{ rgb = "#b3261e", cmyk = [0, 90, 85, 15] }``.

    Raises ValueError with what follows the value in a sentence.
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
        raise ValueError('has no rgb that is known; write it like "#b3261e"')
    return Swatch(css=value["rgb"], inks=_inks(value["cmyk"]))


def _inks(value: object) -> Inks:
    if not isinstance(value, list) or len(value) != 4 or not all(map(_is_share, value)):
        raise ValueError(
            "has no cmyk that can be printed; write the per cents of the four inks "
            "like [0, 90, 85, 15]"
        )
    cyan, magenta, yellow, black = (round(part / 100, 4) for part in value)
    return cyan, magenta, yellow, black


def _is_share(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and 0 <= value <= 100  # type: ignore[operator]
