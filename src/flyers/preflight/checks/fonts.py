"""Every font travels with the file.

ISO 15930-7 and ISO 19005-2, 6.2.11.4: a font that is not embedded is
replaced by one of the reader's own, and lines run over.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check, everywhere

OURS = "Give the fonts of the layout as font files."
REMEDY = "Export the PDF with all fonts embedded."


def find(case: Case) -> Iterator[Finding]:
    """Yield each font without a font program in the file."""
    fonts = case.evidence.facts.fonts
    for name in dict.fromkeys(font.name for font in fonts if not font.embedded):
        yield Finding(
            message=f"The font {name} is not embedded in the file.",
            remedy=OURS if case.ours else REMEDY,
        )


CHECK = Check(
    name="fonts",
    rule="Every font is embedded.",
    source="ISO 15930-7; ISO 19005-2, 6.2.11.4",
    severity=everywhere("error"),
    find=find,
)
