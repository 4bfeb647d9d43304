"""Black text, thin lines and codes are of black ink alone.

Four inks never print exactly on top of one another: small letters get coloured edges, a code
blurs. Rich black is for areas, and for type from the printer's rich_from on.
"""

from collections.abc import Iterator

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check
from flyers.press.read.painted import Paint

RULE = 2.0
"""Points. A broader line is an area."""

REMEDY = "Give it 100 % black and nothing of the other inks."


def find(case: Case) -> Iterator[Finding]:
    """Check the inks of black text, thin lines and codes. Black in RGB is left to colour-space."""
    for side in case.sides:
        rich = [paint for paint in side.paints if _is_rich(paint)]
        yield from _findings(
            side,
            [one for one in rich if one.use == "text" and one.size < case.printer.rich_from],
            "text",
        )
        yield from _findings(
            side, [one for one in rich if one.line is not None and one.line < RULE], "lines"
        )
        codes = [code.box for code in side.evidence.codes]
        yield from _findings(
            side,
            [one for one in rich if one.use == "path" and any(_is_in(one.box, c) for c in codes)],
            "squares of a QR code",
        )


def _is_rich(paint: Paint) -> bool:
    return paint.colour.space == "cmyk" and paint.colour.dark and paint.colour.plates > 1


def _is_in(box: Box, code: Box) -> bool:
    """Return True for a part of a code, or all of it; not for an area under it."""
    shared = box.shared(code)
    return (
        shared.width > 0
        and shared.height > 0
        and box.width < 1.5 * code.width
        and box.height < 1.5 * code.height
    )


def _findings(side: CheckedSide, paints: list[Paint], what: str) -> Iterator[Finding]:
    if paints:
        first = paints[0]
        inks = " / ".join(f"{100 * ink:.0f}" for ink in first.colour.inks or ())
        yield Finding(
            page=side.number,
            message=f"The black of {what} is of several inks (C / M / Y / K {inks}): its edges "
            "will show colours.",
            remedy=REMEDY,
            box=first.box,
        )


CHECK = Check(
    name="rich-black",
    rule="Black text, thin lines and QR codes are of black ink alone.",
    source="the printer's rich_from",
    severity={"shop": "error"},
    find=find,
)
