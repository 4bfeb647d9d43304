"""No letter is printed as the empty box (.notdef) that a font has for those it lacks.

ISO 32000-1, 9.7.6.3; forbidden by ISO 19005-2, 6.2.11.8 and ISO 14289-1, 7.21.8.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check, everywhere

REMEDY = "Take these letters out of the text, or add a font that has them."


def find(case: Case) -> Iterator[Finding]:
    """Name the letters where a font tells them; otherwise count the uses of glyph 0."""
    named = False
    for font in case.evidence.facts.fonts:
        if font.missing:
            named = True
            letters = " ".join(dict.fromkeys(font.missing))
            yield Finding(message=f"An empty box is printed instead of: {letters}", remedy=REMEDY)
    for side in () if named else case.sides:
        count = side.evidence.facts.content.letters_missing
        if count:
            yield Finding(
                page=side.number,
                message=f"An empty box is printed instead of {count} "
                f"letter{'s' if count > 1 else ''} that the font lacks.",
                remedy=REMEDY,
            )


CHECK = Check(
    name="missing-letters",
    rule="No letter is printed as the empty box of a font that lacks it.",
    source="ISO 19005-2, 6.2.11.8; ISO 14289-1, 7.21.8",
    severity=everywhere("error"),
    find=find,
)
