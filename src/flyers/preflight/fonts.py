"""Every font travels with the file, and has every letter that is set in it."""

from collections.abc import Iterator

from flyers.preflight.case import Case
from flyers.preflight.finding import Finding


def check(case: Case) -> Iterator[Finding]:
    """A font that is not embedded is replaced by another wherever the file is printed."""
    for font in case.evidence.fonts:
        if not font.embedded:
            yield Finding(
                check="fonts",
                severity="error",
                page=None,
                message=f"The font {font.name} is not in the file.",
                remedy="Give the layout's fonts as font files, or use the shipped ones.",
            )
        if font.missing:
            letters = " ".join(dict.fromkeys(font.missing))
            yield Finding(
                check="fonts",
                severity="error",
                page=None,
                message=f"An empty box is printed instead of: {letters}",
                remedy="Take these letters out of the text, or add a font that has them.",
            )
