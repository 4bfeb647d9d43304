"""Nothing lies over the printed page: no notes, no links, no fields.

ISO 15930-7 and 15930-1: annotations lie outside the bleed, but for
those of trap networks and printer's marks. A link prints nothing, so X-4 readers
pass over it; a note may be printed by one program and not by another.
"""

from collections import Counter
from collections.abc import Iterator

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check

HARMLESS = ("Popup", "PrinterMark", "TrapNet")

REMEDY = "Save a copy without comments and links, or flatten them: draw them into the page."


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each kind of annotation that lies on a page."""
    for side in case.sides:
        yield from _findings(side)


def _findings(side: CheckedSide) -> Iterator[Finding]:
    bleed = side.evidence.facts.bleed or side.finished
    kinds: Counter[str] = Counter()
    boxes: dict[str, Box] = {}
    for one in side.evidence.facts.annotations:
        shared = one.box.shared(bleed)
        outside = shared.width <= 0 or shared.height <= 0
        if one.kind in HARMLESS or one.hidden or outside:
            continue
        kinds[one.kind] += 1
        boxes[one.kind] = boxes[one.kind].union(one.box) if one.kind in boxes else one.box
    for kind, count in kinds.items():
        name = NAMES.get(kind, f"{kind} annotation")
        what = f"{count} {name}{'s' if count > 1 else ''}"
        yield Finding(
            page=side.number,
            message=f"{what} lie{'' if count > 1 else 's'} on the page.",
            remedy=REMEDY,
            box=boxes[kind],
        )


NAMES = {
    "Link": "link",
    "Text": "note",
    "FreeText": "text note",
    "Widget": "form field",
    "Highlight": "highlight",
    "Stamp": "stamp",
    "Ink": "hand drawing",
}

CHECK = Check(
    name="annotations",
    rule="Nothing lies over the page within its bleed: no links, notes or fields.",
    source="ISO 15930-1; ISO 15930-7",
    severity={"shop": "error"},
    find=find,
)
