"""Media and trim have the size that was asked for (ISO 32000-1, 14.11.2)."""

from collections.abc import Iterator

from flyers.preflight.case import Case, Side
from flyers.preflight.finding import Finding
from flyers.sheets import Box
from flyers.units import to_mm

SLACK = 0.1
"""Points; 0.04 mm, less than any cutter sees."""

REMEDY = "Print the PDF as flyers made it; another program may have changed its pages."


def check(case: Case) -> Iterator[Finding]:
    """A print dialog goes by these boxes: a wrong one scales or shifts the whole sheet."""
    wanted = sum(len(sheet.forms) for sheet in case.imposition.sheets)
    got = len(case.evidence.sides)
    if got != wanted:
        yield _error(None, f"The PDF has {got} pages, but the job has {wanted} sides.")
    for side in case.sides():
        for message in _faults(side):
            yield _error(side.number, message)


def _faults(side: Side) -> Iterator[str]:
    facts = side.evidence.facts
    if not _same(facts.media, side.whole):
        yield f"The sheet measures {_size(facts.media)} instead of {_size(side.whole)}."
    if facts.trim is None:
        yield "The page has no TrimBox, so that a print shop cannot know where to cut."
    elif not _same(facts.trim, side.sheet.trim):
        yield f"The TrimBox measures {_size(facts.trim)} instead of {_size(side.sheet.trim)}."
    if facts.crop is not None and not _same(facts.crop, facts.media):
        yield "A CropBox hides part of the sheet."
    if facts.rotate % 360 or facts.user_unit != 1:
        yield "The page is rotated or scaled by its page dictionary."


def _same(one: Box, other: Box) -> bool:
    return one.contains(other, SLACK) and other.contains(one, SLACK)


def _size(box: Box) -> str:
    corner = "" if abs(box.left) + abs(box.bottom) < SLACK else " off the corner"
    return f"{to_mm(box.width):.1f} x {to_mm(box.height):.1f} mm{corner}"


def _error(page: int | None, message: str) -> Finding:
    return Finding(check="boxes", severity="error", page=page, message=message, remedy=REMEDY)
