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

MARGINS = "Move it inward, or give the layout wider margins."

QUOTED = 40
"""Letters that a message quotes at most."""

Letter = tuple[str, Box]


def find(case: Case) -> Iterator[Fault]:
    """By the letters' boxes, which see what the clipped picture no longer shows. A letter is told
    of once, by the worst that is wrong with its place."""
    nearer = f"nearer to the trim than {to_mm(case.printer.inside):.1f} mm"
    for side in case.sides:
        letters = _letters(case, side)
        for areas, what, remedy in (
            (
                [face.trim.inset(Edges.all(CLEAR)) for face in side.faces],
                "Text runs over the edge of its panel, or too near it",
                "Shorten the longest word or address, or give the layout wider margins.",
            ),
            (side.safe(case.printer), f"Text comes {nearer}", MARGINS),
            (
                [side.whole.inset(case.printer.margins)],
                f"Text lies where the printer {case.printer.name!r} cannot print",
                MARGINS,
            ),
        ):
            within, outside = _parted(letters, areas)
            yield from _text(side, outside, what, remedy)
            letters = within
        quiet = [code.quiet_zone.inset(Edges.all(PIXEL)) for code in side.evidence.codes]
        yield from _text(
            side,
            [one for one in letters if any(_overlap(one[1], zone) for zone in quiet)],
            "Text lies in the white that a QR code needs around it",
            "Move the text away from the code in the layout.",
        )
        for code in side.evidence.codes:
            if not any(piece.contains(code.box, 2 * PIXEL) for piece in side.safe(case.printer)):
                yield Fault(
                    page=side.number,
                    message=f"The QR code for {code.text} comes {nearer}.",
                    remedy="Move it inward in the layout.",
                    box=code.box,
                )


def _parted(
    letters: Sequence[Letter], areas: Sequence[Box]
) -> tuple[Sequence[Letter], Sequence[Letter]]:
    """Those within one of the areas, and those that are not."""
    within: list[Letter] = []
    outside: list[Letter] = []
    for one in letters:
        for area in areas:
            if area.contains(one[1]):
                within.append(one)
                break
        else:
            outside.append(one)
    return within, outside


def _letters(case: Case, side: Side) -> Sequence[Letter]:
    """All letters of ours; of a stranger's page not those beside it, which name the job."""
    if case.ours:
        return side.evidence.glyphs
    (face,) = side.faces
    return [one for one in side.evidence.glyphs if _overlap(one[1], face.trim)]


def _text(side: Side, letters: Sequence[Letter], what: str, remedy: str) -> Iterator[Fault]:
    if not letters:
        return
    quoted = "".join(letter for letter, _ in letters[:QUOTED])
    box = letters[0][1]
    for _, other in letters[1:QUOTED]:
        box = box.union(other)
    yield Fault(
        page=side.number,
        message=f"{what}: {quoted!r} ({len(letters)} letter{'s' if len(letters) > 1 else ''}).",
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
