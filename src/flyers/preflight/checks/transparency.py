"""PDF/X-1a has no transparency; in PDF/X-4 it blends in the inks of the press.

PDF/X-1a is older than transparency (ISO 15930-1). PDF/X-4 has it, but a group that blends in RGB
shifts the colours around it (ISO 15930-7).
"""

from collections.abc import Iterator

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check
from flyers.press.read.painted import Paint, PlacedImage

RGB = ("DeviceRGB", "CalRGB")


def find(case: Case) -> Iterator[Finding]:
    """Look for objects that are seen through, and for the page's transparency groups."""
    for side in case.sides:
        live = list(_live(side))
        groups = side.evidence.facts.content.groups
        if case.printer.standard == "x-1a" and (live or groups):
            what = ", ".join(dict.fromkeys(what for what, _ in live)) or "a transparency group"
            yield Finding(
                page=side.number,
                message=f"There is transparency on the page: {what}.",
                remedy="Export it as PDF/X-1a, which flattens it.",
                box=live[0][1] if live else None,
            )
        elif live and case.printer.colour == "cmyk" and any(name in RGB for name in groups):
            yield Finding(
                page=side.number,
                message="Transparency is blended in RGB, which changes the colours around it.",
                remedy="Set the document's blending space to CMYK.",
                box=live[0][1],
                severity="warning",
            )


def _live(side: CheckedSide) -> Iterator[tuple[str, Box]]:
    for one in side.everything:
        if what := _seen_through(one):
            yield what, one.box


def _seen_through(one: Paint | PlacedImage) -> str:
    if one.masked:
        return "a soft mask"
    if one.blend != "Normal":
        return f"the blend mode {one.blend}"
    return f"an opacity of {one.alpha:.0%}" if one.alpha < 1 else ""


CHECK = Check(
    name="transparency",
    rule="PDF/X-1a has no transparency; PDF/X-4 blends in the inks of the press.",
    source="ISO 15930-1; ISO 15930-7",
    severity={"shop": "error"},
    find=find,
)
