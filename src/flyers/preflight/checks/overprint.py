"""Nothing white overprints: white is no ink, so it would vanish (ISO 32000-1, 11.7.4.3).

A screen shows the white that was meant, the press prints what lies under it.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check


def find(case: Case) -> Iterator[Finding]:
    """Look for white text and areas that overprint. In overprint mode 0 a press should knock them
    out all the same, but not every one does."""
    for side in case.sides:
        for paint in side.paints:
            if paint.overprint and paint.colour.white:
                what = "text" if paint.use == "text" else "lines" if paint.stroked else "areas"
                yield Finding(
                    page=side.number,
                    message=f"White {what} set to overprint will vanish in print: white leaves "
                    "no ink.",
                    remedy="Switch overprint off for everything white.",
                    box=paint.box,
                    severity="warning"
                    if paint.mode == 0 and paint.colour.space != "spot"
                    else "error",
                )
                break


CHECK = Check(
    name="overprint",
    rule="Nothing white overprints.",
    source="ISO 32000-1, 11.7.4.3",
    severity={"home": "note", "shop": "error"},
    find=find,
)
