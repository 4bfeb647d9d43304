"""A file for a press has the press's own inks: no RGB, no Lab.

Whoever converts it afterwards decides what the colours become, and makes black
text of four inks. PDF/X-1a allows no profiles on colours either (ISO 15930-1).
"""

from collections import Counter
from collections.abc import Iterator

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check

FOREIGN = {"cmyk": ("rgb", "lab"), "grey": ("rgb", "lab", "cmyk", "spot"), "rgb": ()}
"""Spaces that have no place on a printer of that colour."""

NAMES_OF_SPACES = {
    "rgb": "colours of a screen (RGB)",
    "lab": "Lab colours",
    "cmyk": "CMYK colours",
    "spot": "a spot colour",
}

NAMES = {"text": "text", "path": "areas and lines", "shading": "a gradient"}

REMEDIES = {
    "cmyk": "Export it with all colours converted to the inks of the press (CMYK).",
    "grey": "Export it in black and shades of grey.",
}


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each foreign colour space on a page, and for ICC profiles in PDF/X-1a."""
    for side in case.sides:
        for space in FOREIGN[case.printer.colour]:
            yield from _foreign(side, space, REMEDIES[case.printer.colour])
        if case.printer.standard == "x-1a":
            yield from _profiles(side)


def _foreign(side: CheckedSide, space: str, remedy: str) -> Iterator[Finding]:
    found: dict[str, Box] = {}
    counts: Counter[str] = Counter()
    for paint in side.paints:
        if paint.colour.space == space:
            found.setdefault(NAMES[paint.use], paint.box)
    for image in side.images:
        if image.space == space or (image.colour and image.colour.space == space):
            counts["pictures"] += 1
            found.setdefault("pictures", image.box)
    if found:
        called = NAMES_OF_SPACES[space]
        what = [f"{counts[name]} {name}" if counts[name] > 1 else name for name in found]
        yield Finding(
            page=side.number,
            message=f"The page has {called}: {', '.join(what)}.",
            remedy=remedy,
            box=next(iter(found.values())),
        )


def _profiles(side: CheckedSide) -> Iterator[Finding]:
    boxes = [one.box for one in side.paints if one.colour.profile]
    boxes += [one.box for one in side.images if one.profile]
    if boxes:
        yield Finding(
            page=side.number,
            message="Colours are defined by ICC profiles, which PDF/X-1a does not allow.",
            remedy="Export it as PDF/X-1a, which converts them.",
            box=boxes[0],
        )


CHECK = Check(
    name="colour-space",
    rule="All colours are given in the inks of the press.",
    source="ISO 15930-1; the printer's colour",
    severity={"shop": "error"},
    find=find,
)
