"""Every letter and code keeps clear of cuts, folds, the printer's edge and the QR codes.

A cutter is off by a millimetre, a hand by more. Shops want an eighth of an inch, a quarter, 3 to
5 mm, so the printer's profile sets how much.
"""

from collections.abc import Iterator, Sequence
from math import ceil

from flyers.core.boxes import Box, Edges
from flyers.core.findings import Finding
from flyers.core.units import inches, to_mm
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check, everywhere
from flyers.preflight.lines import PlacedLetters, TextLine, lines

CLEAR = inches(1 / 16)
"""Least distance of text from a cut or fold: the error of cutting or folding by hand."""

PIXEL = 0.5
"""Points by which a code's place, read from a picture, may be wrong."""

MARGINS = "Move it inward, or give the layout wider margins."
SHORTEN = "Shorten the longest word or address, or give the layout wider margins."
"""Remedies for a piece of ours; text in files of others can only be moved."""

EDGES = ("left", "bottom", "right", "top")

Zone = tuple[Sequence[Box], str, str]
"""Areas where text may be, the message for text elsewhere, and the remedy if the piece is ours."""


def find(case: Case) -> Iterator[Finding]:
    """Check the boxes of letters, which are there even where the picture is clipped. Each line is
    reported once, for the worst that is wrong with its place."""
    nearer = f"nearer to the trim than {to_mm(case.printer.inside):.1f} mm"
    for side in case.sides:
        places = _places(case, side, nearer)
        quiet = [code.quiet_zone.inset(Edges.all(PIXEL)) for code in side.evidence.codes]
        if not _clear(side.evidence.glyphs, [areas for areas, _, _ in places], quiet):
            yield from _text(case, side, places, quiet)
        yield from _codes(case, side, nearer)


def _places(case: Case, side: CheckedSide, nearer: str) -> Sequence[Zone]:
    return (
        (
            [page.trim.inset(Edges.all(CLEAR)) for page in side.pages],
            f"Text runs over the edge of its {'panel' if case.ours else 'page'}, or too near it",
            SHORTEN,
        ),
        (side.safe(case.printer), f"Text comes {nearer}", MARGINS),
        (
            [side.whole.inset(case.setup.margins)],
            f"Text lies where the printer {case.printer.name!r} cannot print",
            MARGINS,
        ),
    )


def _clear(letters: PlacedLetters, places: Sequence[Sequence[Box]], quiet: Sequence[Box]) -> bool:
    """Return True if no letter is out of place. This is quick and mostly so; gathering lines is
    slow."""
    for _, box in letters:
        for areas in places:
            for area in areas:
                if area.contains(box):
                    break
            else:
                return False
        for zone in quiet:
            if _overlap(box, zone):
                return False
    return True


def _text(
    case: Case, side: CheckedSide, places: Sequence[Zone], quiet: Sequence[Box]
) -> Iterator[Finding]:
    left = _lines(case, side)
    for areas, what, ours in places:
        out = {line: over for line in left if (over := _over(line, areas))}
        left = [line for line in left if line not in out]
        furthest = {
            edge: max(by for beyond, by in out.values() if beyond == edge)
            for edge, _ in out.values()
        }
        for line, (edge, _) in out.items():
            yield _finding(side, line, what, ours if case.ours else _inward(furthest[edge]))
    for line in left:
        if any(_overlap(box, zone) for zone in quiet for box in line.boxes):
            yield _finding(
                side,
                line,
                "Text lies in the white that a QR code needs around it",
                f"Move the text away from the code{' in the layout' if case.ours else ''}.",
            )


def _codes(case: Case, side: CheckedSide, nearer: str) -> Iterator[Finding]:
    for code in side.evidence.codes:
        if not any(piece.contains(code.box, 2 * PIXEL) for piece in side.safe(case.printer)):
            yield Finding(
                page=side.number,
                message=f"The QR code for {code.text} comes {nearer}.",
                remedy="Move it inward.",
                box=code.box,
            )


def _over(line: TextLine, areas: Sequence[Box]) -> tuple[str, float] | None:
    """Return the edge that most of the line is beyond and by how many points; None if it is inside.

    Each letter is measured from the area that is nearest to it.
    """
    worst: tuple[float, str] = (0.0, "")
    for box in line.boxes:
        if not any(area.contains(box) for area in areas):
            worst = max(worst, min(_beyond(box, area) for area in areas))
    return (worst[1], worst[0]) if worst[1] else None


def _beyond(box: Box, area: Box) -> tuple[float, str]:
    by = (
        area.left - box.left,
        area.bottom - box.bottom,
        box.right - area.right,
        box.top - area.top,
    )
    return max(zip(by, EDGES, strict=True))


def _inward(points: float) -> str:
    return f"Move this text inward by at least {ceil(to_mm(points) * 10) / 10:.1f} mm."


def _lines(case: Case, side: CheckedSide) -> list[TextLine]:
    """Return the lines of text; in files of others without those beside the page, which name the
    job."""
    every = lines(side.evidence.glyphs)
    if case.ours:
        return every
    (page,) = side.pages
    return [line for line in every if any(_overlap(box, page.trim) for box in line.boxes)]


def _finding(side: CheckedSide, line: TextLine, what: str, remedy: str) -> Finding:
    whole = line.boxes[0]
    for box in line.boxes[1:]:
        whole = whole.union(box)
    return Finding(page=side.number, message=f"{what}: {line.quoted}.", remedy=remedy, box=whole)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.bottom < other.top
        and other.bottom < one.top
    )


CHECK = Check(
    name="safe-area",
    rule="Text and codes keep clear of cuts, folds, codes, and edges where the printer cannot "
    "print.",
    source="the printer's safe area, border and margins",
    severity=everywhere("error"),
    find=find,
)
