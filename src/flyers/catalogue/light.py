"""Lightness of colours: the tone curve of sRGB, relative luminance, and CIE lightness.

IEC 61966-2-1 (sRGB), ISO 11664-4 (L*). Light, levels and luminance are shares from 0 to 1.
"""

from flyers.catalogue.inks import Rgb

LUMINANCE = (0.2126, 0.7152, 0.0722)
"""The shares of red, green and blue in the light of white."""


def light_of(level: float) -> float:
    """Return the light of a level of sRGB."""
    return level / 12.92 if level <= 0.04045 else float(((level + 0.055) / 1.055) ** 2.4)


def level_of(light: float) -> float:
    """Return the level of sRGB that gives this light; outside 0 to 1 where sRGB has none."""
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def luminance(rgb: Rgb) -> float:
    """Return the relative luminance of a colour, 1 for white."""
    return sum(share * light_of(level / 255) for share, level in zip(LUMINANCE, rgb, strict=True))


def light_of_lightness(lightness: float) -> float:
    """Return the luminance of a lightness L* of 0 to 100."""
    return float(((lightness + 16) / 116) ** 3 if lightness > 8 else lightness * 27 / 24389)
