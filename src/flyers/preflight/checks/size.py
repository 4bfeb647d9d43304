"""Every page has the size that was asked for or declared.

A print dialog goes by these boxes: a wrong one scales or shifts the whole sheet.
"""

from collections.abc import Iterator

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.core.units import to_mm
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check, everywhere

SLACK = 0.1
"""Points; 0.04 mm, less than any cutter sees. What our own sheets may be off."""

MADE_ELSEWHERE = 0.75
"""Points; 0.26 mm. Programs round sizes to whole points or tenths of a millimetre."""

OURS = "Print the PDF as flyers made it; another program may have changed its pages."
THEIRS = "Set the page to that size in the program it was made in, and export it again."


def find(case: Case) -> Iterator[Finding]:
    """Compare our own sides with the imposition, and those of others with the declared size."""
    for side in case.sides:
        yield from _as_asked(side) if case.ours else _as_declared(case, side)


def _as_asked(side: CheckedSide) -> Iterator[Finding]:
    facts = side.evidence.facts
    for name, got, wanted in (
        ("sheet", facts.media, side.media),
        ("TrimBox", facts.trim, side.trim),
    ):
        if wanted and not (got and _agree(got, wanted)):
            instead = f"measures {said(got)} instead of" if got else "is not there; it should be"
            yield Finding(
                page=side.number,
                message=f"The {name} {instead} {said(wanted)}.",
                remedy=OURS,
            )
    if facts.rotate % 360 or facts.user_unit != 1:
        yield Finding(
            page=side.number,
            message="The page is turned or scaled by a setting of the PDF (Rotate or UserUnit).",
            remedy=OURS,
        )


def _as_declared(case: Case, side: CheckedSide) -> Iterator[Finding]:
    declared = case.declared
    wanted = (declared.width, declared.height)
    if not all(wanted):
        return
    trim = side.evidence.facts.finished
    got = (trim.width, trim.height)
    if side.evidence.facts.rotate % 180:
        got = got[1], got[0]
    if all(abs(one - other) <= MADE_ELSEWHERE for one, other in zip(got, wanted, strict=True)):
        return
    turned = all(
        abs(one - other) <= MADE_ELSEWHERE for one, other in zip(got, wanted[::-1], strict=True)
    )
    yield Finding(
        page=side.number,
        message=f"The finished size is {measures(*got)} instead of {measures(*wanted)}"
        f"{': the page lies on its side' if turned else ''}.",
        remedy=THEIRS,
        box=trim,
    )


def _agree(one: Box, other: Box) -> bool:
    return one.contains(other, SLACK) and other.contains(one, SLACK)


def measures(width: float, height: float) -> str:
    """Write a size in millimetres, as finely as a ruler shows."""
    return f"{to_mm(width):.1f} x {to_mm(height):.1f} mm"


def said(box: Box) -> str:
    """Write a box by its size, and if it lies off the corner."""
    corner = "" if abs(box.left) + abs(box.bottom) < SLACK else " off the corner"
    return f"{measures(box.width, box.height)}{corner}"


CHECK = Check(
    name="size",
    rule="Every page has the size that it was asked or declared to have.",
    source="ISO 32000-1, 14.11.2",
    severity=everywhere("error"),
    find=find,
)
