"""No JPEG is compressed so much that it shows; its quantisation table tells (ITU-T T.81, K.1)."""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

POOR = 50
"""Of 100, as most programs count it: at half, squares of eight pixels begin to show in print."""


def find(case: Case) -> Iterator[Finding]:
    """Report the worst JPEG of each page."""
    for side in case.sides:
        poor = [(one.quality, one) for one in side.images if one.quality and one.quality < POOR]
        if not poor:
            continue
        quality, image = min(poor, key=lambda one: one[0])
        count = f"{len(poor)} pictures are" if len(poor) > 1 else "A picture is"
        yield Finding(
            page=side.number,
            message=f"{count} compressed too much, down to a JPEG quality of {quality}, so that "
            "squares show.",
            remedy="Export it again from the original picture, with a JPEG quality of 80.",
            box=image.box,
        )


CHECK = Check(
    name="image-compression",
    rule="No JPEG is of a quality below 50.",
    source="ITU-T T.81, table K.1",
    severity={"home": "warning", "shop": "warning", "web": "note"},
    find=find,
)
