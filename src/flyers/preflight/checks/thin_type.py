"""No letter has strokes thinner than the printer's thinnest line.

The font descriptor has the width of its stems (ISO 32000-1, 9.8, /StemV). Many programs write a
made-up number there, so for a font named Light the usual weight of light fonts is taken.
"""

import re
from collections.abc import Iterator, Mapping

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check
from flyers.press.read.facts import FontFacts
from flyers.press.read.painted import Paint

# Usual stems in ems of fonts with such names, measured on large families.
LIGHT: Mapping[str, float] = {
    "thin|hairline": 0.022,
    "(extra|ultra)[- ]?light": 0.036,
    "light": 0.055,
}

PLAUSIBLE = (0.01, 0.4)
"""Ems between which a stem may be wide."""

REMEDY = "Set it in a heavier face, or larger."


def find(case: Case) -> Iterator[Finding]:
    """Report the thinnest letters of each page."""
    fonts = {font.name: font for font in case.evidence.facts.fonts}
    least = case.printer.thinnest_line
    for side in case.sides:
        thin = []
        for paint in side.paints:
            if paint.use == "text" and paint.size > 0:
                stem = _stem(paint, fonts)
                if stem is not None and stem < least:
                    thin.append((stem, paint))
        if thin:
            stem, paint = min(thin, key=lambda one: one[0])
            yield Finding(
                page=side.number,
                message=f"The strokes of {paint.font or 'a font'} in {paint.size:.1f} pt are "
                f"{stem:.2f} pt wide; below {least:g} pt they break up.",
                remedy=REMEDY,
                box=paint.box,
            )


def _stem(paint: Paint, fonts: Mapping[str, FontFacts]) -> float | None:
    """Return the width of the letters' strokes in points, as printed; None if the font does not
    give it."""
    if paint.stroked:
        return paint.line
    for pattern, ems in LIGHT.items():
        if re.search(pattern, paint.font, re.IGNORECASE):
            return ems * paint.size
    font = fonts.get(paint.font)
    low, high = PLAUSIBLE
    return font.stem * paint.size if font and low <= font.stem <= high else None


CHECK = Check(
    name="thin-type",
    rule="No letter has strokes thinner than the printer's thinnest line.",
    source="the printer's thinnest_line; ISO 32000-1, 9.8",
    severity={"home": "note", "shop": "warning"},
    find=find,
)
