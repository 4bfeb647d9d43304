"""A folded piece has its folds where the format has them, and no text lies on a fold.

Of three panels the one that is folded in first is a little narrower, 1/16 in on text stock, or
it buckles; the panel on the left in front is on the right behind. Folds are read from marks
outside the trim, or known from the format.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.core.units import mm, to_mm
from flyers.preflight.case import Case, CheckedSide
from flyers.preflight.check import Check

SLACK = mm(0.5)
"""Tolerance of a folding machine."""

SAME = mm(0.3)
"""Two panels that differ by less are meant to be of one width."""

BESIDE = mm(1)
"""Nearer to a corner of the trim than this, a mark is for the knife."""

FARTHEST = 36.0
"""Points from the trim within which a mark belongs to it."""

NARROWEST = mm(25)
"""No panel is narrower."""

QUOTED = 20
"""Letters that a message quotes at most."""


def find(case: Case) -> Iterator[Finding]:
    """Check the folds of a file from others; pieces of ours are checked panel by panel."""
    if case.ours:
        return
    marked = {side.number: _marked(side) for side in case.sides}
    for side in case.sides:
        asked = _asked(case, side)
        folds = asked or marked[side.number]
        yield from _wrong_marks(side, marked[side.number], asked)
        yield from _text_on(side, folds)
        if not asked:
            yield from _widths(side, folds)
    for front, back in zip(case.sides[::2], case.sides[1::2], strict=False):
        yield from _not_mirrored(back, marked[front.number], marked[back.number])


def _asked(case: Case, side: CheckedSide) -> list[float]:
    """Return the format's folds from the left of the page. Odd pages show the outside, even ones
    the inside."""
    fmt = case.declared.format
    if not fmt or not fmt.folds:
        return []
    if side.number % 2:
        return list(fmt.folds)
    return [fmt.width - fold for fold in reversed(fmt.folds)]


def _marked(side: CheckedSide) -> list[float]:
    """Return the folds marked by upright ticks above or below the trim, from its left."""
    trim = side.finished
    ticks = side.evidence.facts.content.ticks
    level = [tick for tick in ticks if tick.width > tick.height]
    found: list[float] = []
    for tick in sorted(ticks, key=lambda one: one.left):
        upright = tick.height > tick.width
        beyond = max(tick.bottom - trim.top, trim.bottom - tick.top)
        between = trim.left + BESIDE < tick.left < trim.right - BESIDE
        if not (upright and between and -SLACK <= beyond <= FARTHEST):
            continue
        if any(_cross(tick, other) for other in level):  # a target for the register
            continue
        if not found or tick.left - trim.left - found[-1] > SLACK:
            found.append(tick.left - trim.left)
    edges = [0.0, *found, trim.width]
    # Marks a little apart are for the knife, between pieces that have a gutter.
    return found if all(b - a >= NARROWEST for a, b in pairwise(edges)) else []


def _cross(upright: Box, level: Box) -> bool:
    return (
        level.left <= upright.left <= level.right and upright.bottom <= level.bottom <= upright.top
    )


def _wrong_marks(
    side: CheckedSide, marked: Sequence[float], asked: Sequence[float]
) -> Iterator[Finding]:
    if not marked or not asked:
        return
    if len(marked) != len(asked) or any(
        abs(one - other) > SLACK for one, other in zip(marked, asked, strict=True)
    ):
        width = side.finished.width
        yield Finding(
            page=side.number,
            message=f"The fold marks make panels of {_panels(marked, width)}; the format has "
            f"{_panels(asked, width)}.",
            remedy="Move the marks, and what is on the panels, to the folds of the format.",
        )


def _widths(side: CheckedSide, folds: Sequence[float]) -> Iterator[Finding]:
    """Check that one of three panels can be folded in as in a letter."""
    if len(folds) != 2:
        return
    width = side.finished.width
    left, middle, right = folds[0], folds[1] - folds[0], width - folds[1]
    said = _panels(folds, width)
    if max(left, middle, right) - min(left, middle, right) < SAME:
        yield Finding(
            page=side.number,
            message=f"The three panels are equally wide ({said}), so the one that is folded in "
            "will buckle.",
            remedy="Make the panel that is folded in 1.6 mm narrower, or fold the piece as a Z.",
            severity="warning",
        )
    elif middle < min(left, right) - SAME:
        yield Finding(
            page=side.number,
            message=f"The middle panel is the narrowest ({said}), so none can be folded over it.",
            remedy="Make the panel that is folded in the narrowest: the left or the right one.",
        )


def _not_mirrored(
    back: CheckedSide, front: Sequence[float], behind: Sequence[float]
) -> Iterator[Finding]:
    width = back.finished.width
    mirrored = [width - fold for fold in reversed(front)]
    if not front or not behind:
        return
    if len(front) != len(behind) or any(
        abs(one - other) > SLACK for one, other in zip(mirrored, behind, strict=True)
    ):
        yield Finding(
            page=back.number,
            message=f"The folds of the back ({_panels(behind, width)}) do not lie behind those of "
            f"the front ({_panels(front, width)}).",
            remedy="Mirror the panels: what is on the left in front is on the right behind.",
        )


def _text_on(side: CheckedSide, folds: Sequence[float]) -> Iterator[Finding]:
    trim = side.finished
    for fold in folds:
        at = trim.left + fold
        on_it = [one for one in side.evidence.glyphs if one[1].left < at < one[1].right]
        on_it = [one for one in on_it if trim.contains(one[1])]
        if on_it:
            quoted = "".join(letter for letter, _ in on_it[:QUOTED])
            yield Finding(
                page=side.number,
                message=f"Text lies on the fold {to_mm(fold):.1f} mm from the left: {quoted!r} "
                f"({len(on_it)} letter{'s' if len(on_it) > 1 else ''}).",
                remedy="Move it to one side of the fold.",
                box=Box(left=at - 2, bottom=trim.bottom, right=at + 2, top=trim.top),
                severity="warning",
            )


def _panels(folds: Sequence[float], width: float) -> str:
    edges = [0.0, *folds, width]
    widths = [after - before for before, after in pairwise(edges)]
    return " | ".join(f"{to_mm(one):.1f}" for one in widths) + " mm"


CHECK = Check(
    name="panels",
    rule="The folds lie where the format has them, mirrored behind, with no text on them.",
    source="the panels of a letter fold: the one folded in is 1/16 in narrower",
    severity={"home": "warning", "shop": "error"},
    find=find,
)
