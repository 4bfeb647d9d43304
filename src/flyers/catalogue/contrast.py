"""Contrast of type with its ground, and the nearest colour in which it can be read.

Contrast is that of WCAG 2.2 (relative luminance, contrast ratio; 1.4.3: 4.5 to 1
for text, 3 to 1 for large text). Distances between colours are taken in Oklab, in
which equal ones look equal.
"""

from math import cbrt, hypot

from flyers.catalogue.inks import Rgb
from flyers.catalogue.light import level_of, light_of, luminance

TEXT, LARGE = 4.5, 3.0
WHITE: Rgb = (255, 255, 255)

Lab = tuple[float, float, float]
"""Lightness, redness and yellowness in Oklab."""

_STEPS = 24
"""Steps of a bisection: finer than 8 bits a channel."""


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours: from 1, the same, to 21, black and white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: Rgb, least: float, on: Rgb = WHITE) -> Rgb:
    """Return the nearest colour whose contrast is at least ``least``: a darker one on a light
    ground, else a lighter one; the colour itself if its contrast suffices.
    """
    if contrast(colour, on) >= least:
        return colour
    light, *hue = _lab(colour)
    end = 0.0 if contrast((0, 0, 0), on) >= contrast(WHITE, on) else 1.0
    near, far = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (near + far) / 2
        moved = _shown((light + (end - light) * middle, hue[0], hue[1]))
        if contrast(moved, on) >= least:
            far = middle
        else:
            near = middle
    return _shown((light + (end - light) * far, hue[0], hue[1]))


def distance(one: Rgb, other: Rgb) -> float:
    """Return the distance between two colours in Oklab: 0, the same, to 1, black and white."""
    a, b = _lab(one), _lab(other)
    return hypot(*(x - y for x, y in zip(a, b, strict=True)))


def _lab(colour: Rgb) -> Lab:
    """Return a colour in Oklab (B. Ottosson, 2020)."""
    r, g, b = (light_of(part / 255) for part in colour)
    long = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _rgb(lab: Lab) -> tuple[float, float, float]:
    light, red, yellow = lab
    long = (light + 0.3963377774 * red + 0.2158037573 * yellow) ** 3
    middle = (light - 0.1055613458 * red - 0.0638541728 * yellow) ** 3
    short = (light - 0.0894841775 * red - 1.2914855480 * yellow) ** 3
    return (
        255 * level_of(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        255 * level_of(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        255 * level_of(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _shown(lab: Lab) -> Rgb:
    """Return the colour of that lightness and hue, with as much chroma as sRGB has."""
    light, red, yellow = lab
    weak, strong = 0.0, 1.0
    if not _is_shown(_rgb(lab)):
        for _ in range(_STEPS):
            middle = (weak + strong) / 2
            if _is_shown(_rgb((light, red * middle, yellow * middle))):
                weak = middle
            else:
                strong = middle
        lab = (light, red * weak, yellow * weak)
    r, g, b = (min(max(round(part), 0), 255) for part in _rgb(lab))
    return r, g, b


def _is_shown(parts: tuple[float, float, float]) -> bool:
    return all(-0.5 <= part <= 255.5 for part in parts)
