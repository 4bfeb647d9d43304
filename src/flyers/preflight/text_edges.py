"""Every letter keeps clear of cuts, folds, the printer's edge and the QR codes."""

from collections.abc import Iterator

from flyers.preflight.case import Case, Side
from flyers.preflight.finding import Finding
from flyers.sheets import Box, Edges
from flyers.units import inches, to_mm

CLEAR = inches(1 / 16)
"""How near text may come to a cut or fold: what a hand cuts or folds wrong."""

PIXEL = 0.5
"""Points by which a code's place, read from a picture, may be wrong."""

QUOTED = 40
"""Letters that a message quotes at most."""


def check(case: Case) -> Iterator[Finding]:
    """By the letters' boxes, which see what the clipped picture no longer shows."""
    for side in case.sides():
        glyphs = side.evidence.glyphs
        pages = [case.trim(one).inset(Edges.all(CLEAR)) for one in side.form.placements]
        safe = side.safe(case.printer)
        printable = side.whole.inset(case.printer.margins)
        quiet = [code.quiet_zone.inset(Edges.all(PIXEL)) for code in side.evidence.codes]
        yield from _finding(
            side,
            [letter for letter, box in glyphs if not any(page.contains(box) for page in pages)],
            "Text runs over the edge of its panel, or too near it",
            "Shorten the longest word or address, or give the layout wider margins.",
        )
        yield from _finding(
            side,
            [letter for letter, box in glyphs if not any(piece.contains(box) for piece in safe)],
            f"Text comes nearer to the trim than {to_mm(case.printer.inside):.1f} mm",
            "Give the layout wider margins.",
        )
        yield from _finding(
            side,
            [letter for letter, box in glyphs if not printable.contains(box)],
            f"Text lies where the printer {case.printer.name!r} cannot print",
            "Give the layout wider margins.",
        )
        yield from _finding(
            side,
            [letter for letter, box in glyphs if any(_overlap(box, zone) for zone in quiet)],
            "Text lies in the white that a QR code needs around it",
            "Move the text away from the code in the layout.",
        )


def _finding(side: Side, letters: list[str], what: str, remedy: str) -> Iterator[Finding]:
    if letters:
        quoted = "".join(letters[:QUOTED])
        yield Finding(
            check="text-edges",
            severity="error",
            page=side.number,
            message=f"{what}: {quoted!r} ({len(letters)} letters).",
            remedy=remedy,
        )


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.bottom < other.top
        and other.bottom < one.top
    )
