"""Every page has its boxes, they lie within one another, and nothing turns or scales the page.

ISO 32000-1, 14.11.2: MediaBox, CropBox, BleedBox, TrimBox. A shop's software cuts by the
TrimBox; a print dialog goes by the others. ISO 15930-7 wants a TrimBox (or an ArtBox) on every
page, within the BleedBox, within the MediaBox.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check
from flyers.press.read.facts import PageFacts

SLACK = 0.1
"""Points; 0.04 mm, less than any cutter sees."""

UNCUT = "The page has no TrimBox, so that a print shop cannot know where to cut."
NO_TRIM = (
    "Export the PDF with its trim (in most programs: PDF/X, or “use document bleed settings”)."
)
MEANINGS = {
    "MediaBox": "paper (MediaBox)",
    "CropBox": "part that is shown (CropBox)",
    "BleedBox": "bleed (BleedBox)",
    "TrimBox": "finished size (TrimBox)",
}

NESTED = (
    "Export it again, or set the boxes so that the trim lies within the bleed, within the page."
)
WHOLE = "Take the CropBox away, so that the whole sheet is printed."
PLAIN = "Save the pages upright and at their full size."


def find(case: Case) -> Iterator[Finding]:
    """Check the boxes in the page dictionary. Only shops cut by a TrimBox, but every piece of ours
    has one."""
    cut = case.ours or case.printer.is_shop
    for side in case.sides:
        if cut and side.evidence.facts.trim is None:
            yield Finding(page=side.number, message=UNCUT, remedy=NO_TRIM)
        yield from _findings(side)


def _findings(side: CheckedSide) -> Iterator[Finding]:
    facts, number = side.evidence.facts, side.number
    for inner, outer in _not_nested(facts):
        yield Finding(
            page=number,
            message=f"The {MEANINGS[inner]} reaches beyond the {MEANINGS[outer]}.",
            remedy=NESTED,
        )
    if not _is_whole(facts):
        yield Finding(page=number, message="A CropBox hides part of what is printed.", remedy=WHOLE)
    if facts.rotate % 360 or facts.user_unit != 1:
        yield Finding(
            page=number,
            message="The page is turned or scaled by a setting of the PDF (Rotate or UserUnit).",
            remedy=PLAIN,
            severity="warning",
        )


def _not_nested(facts: PageFacts) -> Iterator[tuple[str, str]]:
    pairs = (
        ("TrimBox", facts.trim, "BleedBox", facts.bleed),
        ("TrimBox", facts.trim, "MediaBox", facts.media),
        ("BleedBox", facts.bleed, "MediaBox", facts.media),
        ("CropBox", facts.crop, "MediaBox", facts.media),
    )
    for inner, small, outer, large in pairs:
        if small and large and not large.contains(small, SLACK):
            yield inner, outer


def _is_whole(facts: PageFacts) -> bool:
    return facts.shown.contains(facts.bleed or facts.finished, SLACK)


CHECK = Check(
    name="boxes",
    rule="Every page has a TrimBox within its BleedBox within its MediaBox, and nothing hides, "
    "turns or scales it.",
    source="ISO 32000-1, 14.11.2; ISO 15930-7",
    severity={"shop": "error", "home": "note", "web": "note"},
    find=find,
)
