"""Every letter and code keeps clear of cuts, folds, the printer's edge and the QR codes.

A cutter is off by a millimetre, a hand by more. Shops say how much they want:
an eighth of an inch, a quarter, 3 to 5 mm; so that is the printer's to say.
"""

from collections.abc import Iterator, Sequence

from flyers.preflight.case import Case, Side
from flyers.preflight.check import Check, Fault, everywhere
from flyers.sheets import Box, Edges
from flyers.units import inches, to_mm

CLEAR = inches(1 / 16)
"""How near text may come to a cut or fold: what a hand cuts or folds wrong."""

PIXEL = 0.5
"""Points by which a code's place, read from a picture, may be wrong."""

QUOTED = 40
"""Letters that a message quotes at most."""

Letter = tuple[str, Box]


def find(case: Case) -> Iterator[Fault]:
    """By the letters' boxes, which see what the clipped picture no longer shows."""
    for side in case.sides:
        glyphs = _letters(case, side)
        faces = [face.trim.inset(Edges.all(CLEAR)) for face in side.faces]
        printable = side.whole.inset(case.printer.margins)
        quiet = [code.quiet_zone.inset(Edges.all(PIXEL)) for code in side.evidence.codes]
        yield from _text(
            side,
            [one for one in glyphs if not any(face.contains(one[1]) for face in faces)],
            "Text runs over the edge of its panel, or too near it",
            "Shorten the longest word or address, or give the layout wider margins.",
        )
        yield from _text(
            side,
            [one for one in glyphs if not printable.contains(one[1])],
            f"Text lies where the printer {case.printer.name!r} cannot print",
            "Give the layout wider margins.",
        )
        yield from _text(
            side,
            [one for one in glyphs if any(_overlap(one[1], zone) for zone in quiet)],
            "Text lies in the white that a QR code needs around it",
            "Move the text away from the code in the layout.",
        )
        yield from _near_the_cut(case, side, glyphs)


def _letters(case: Case, side: Side) -> Sequence[Letter]:
    """All letters of ours; of a stranger's page not those beside it, which name the job."""
    if case.ours:
        return side.evidence.glyphs
    (face,) = side.faces
    return [one for one in side.evidence.glyphs if _overlap(one[1], face.trim)]


def _near_the_cut(case: Case, side: Side, glyphs: Sequence[Letter]) -> Iterator[Fault]:
    """What the printer wants kept clear inside the outer cuts."""
    safe = side.safe(case.printer)
    nearer = f"nearer to the trim than {to_mm(case.printer.inside):.1f} mm"
    yield from _text(
        side,
        [one for one in glyphs if not any(piece.contains(one[1]) for piece in safe)],
        f"Text comes {nearer}",
        "Give the layout wider margins.",
    )
    for code in side.evidence.codes:
        if not any(piece.contains(code.box, 2 * PIXEL) for piece in safe):
            yield Fault(
                page=side.number,
                message=f"The QR code for {code.text} comes {nearer}.",
                remedy="Move it inward in the layout.",
                box=code.box,
            )


def _text(side: Side, letters: list[Letter], what: str, remedy: str) -> Iterator[Fault]:
    if not letters:
        return
    quoted = "".join(letter for letter, _ in letters[:QUOTED])
    box = letters[0][1]
    for _, other in letters[1:QUOTED]:
        box = box.union(other)
    yield Fault(
        page=side.number,
        message=f"{what}: {quoted!r} ({len(letters)} letters).",
        remedy=remedy,
        box=box,
    )


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.bottom < other.top
        and other.bottom < one.top
    )


CHECK = Check(
    name="safe-area",
    rule="Text and codes keep clear of cuts, folds, codes, and the edge that the printer leaves.",
    source="the printer's safe area, border and margins",
    severity=everywhere("error"),
    find=find,
)
