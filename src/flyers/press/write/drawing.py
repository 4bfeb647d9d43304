"""Drawings on a form, as the operators of a content stream. Text only.

ISO 32000-1: 8.4.4 (graphics state), 8.5.2 (paths), 8.5.4 (clipping), 8.10 (forms).
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from flyers.catalogue.marks import TARGET
from flyers.core.boxes import Box
from flyers.core.matrix import Matrix
from flyers.core.sheets import Ink, Mark, Patch, Sign, Target, Words

MARK_WIDTH = 0.5
"""Points. Desktop printers lose thinner lines."""

# Dash patterns (8.4.3.6): a fold tick of 9 points shows as four dashes, so that nobody cuts it.
DASHES: Mapping[str, str] = {"cut": "[] 0 d", "fold": "[1.5 1] 0 d", "glue": "[3 2] 0 d"}

ALL = "All"
"""The name under which a side that has registration marks lists their colour space (8.6.6.4)."""

INKS: Mapping[Ink, str] = {"black": "0 G", "registration": f"/{ALL} CS 1 SCN"}


@lru_cache(maxsize=1024)
def drawn_page(layers: tuple[tuple[str, Matrix], ...], clip: Box) -> str:
    """Draw the named forms one over the other, clipped to ``clip``."""
    window = numbers(clip.left, clip.bottom, clip.width, clip.height)
    forms = [f"q {numbers(*matrix)} cm /{name} Do Q" for name, matrix in layers]
    return "\n".join([f"q {window} re W n", *forms, "Q"])


def drawn_marks(marks: Sequence[Mark]) -> str:
    """Stroke the marks, in black alone or in every ink."""
    drawn = []
    for ink, select in INKS.items():
        lines = [
            f"{DASHES[mark.kind]} {numbers(mark.x1, mark.y1)} m {numbers(mark.x2, mark.y2)} l S"
            for mark in marks
            if mark.ink == ink
        ]
        if lines:
            drawn.append("\n".join([f"q {select} {numbers(MARK_WIDTH)} w", *lines, "Q"]))
    return "\n".join(drawn)


Letters = Mapping[str, tuple[float, str]]
"""Letters as shapes: the width in ems, and the path, one unit to the em."""


def drawn_signs(signs: Sequence[Sign], letters: Letters) -> str:
    """Draw registration targets, colour patches and words, whose letters are shapes."""
    drawn = []
    for sign in signs:
        if isinstance(sign, Target):
            drawn.append(_target(sign))
        elif isinstance(sign, Patch):
            drawn.append(_patch(sign))
        else:
            drawn.append(_words(sign, letters))
    return "\n".join(drawn)


def _words(words: Words, letters: Letters) -> str:
    """Draw black letters side by side as shapes; no font is needed to show them."""
    shapes = []
    at = 0.0
    for letter in words.text:
        width, shape = letters[letter]
        if shape:
            shapes.append(f"q 1 0 0 1 {numbers(at)} 0 cm {shape} f Q")
        at += width
    size = numbers(words.size)
    way = f"{size} 0 0 {size} {numbers(words.x, words.y)} cm"
    return "\n".join([f"q 0 g {way}", *shapes, "Q"])


def _target(target: Target) -> str:
    """Draw a circle of four Bézier curves, and a cross that reaches beyond it."""
    x, y, r = target.x, target.y, TARGET / 3
    k = r * 0.5523  # the arm that makes a cubic curve a quarter of a circle to 0.03 %
    circle = (
        f"{numbers(x + r, y)} m "
        f"{numbers(x + r, y + k, x + k, y + r, x, y + r)} c "
        f"{numbers(x - k, y + r, x - r, y + k, x - r, y)} c "
        f"{numbers(x - r, y - k, x - k, y - r, x, y - r)} c "
        f"{numbers(x + k, y - r, x + r, y - k, x + r, y)} c S"
    )
    arm = TARGET / 2
    cross = (
        f"{numbers(x - arm, y)} m {numbers(x + arm, y)} l "
        f"{numbers(x, y - arm)} m {numbers(x, y + arm)} l S"
    )
    return f"q {INKS['registration']} {numbers(MARK_WIDTH / 2)} w {circle} {cross} Q"


def _patch(patch: Patch) -> str:
    box = patch.box
    area = numbers(box.left, box.bottom, box.width, box.height)
    return f"q {numbers(*patch.inks)} k {area} re f Q"


def numbers(*values: float) -> str:
    """Return numbers as PDF writes them: no exponent (7.3.3), and no digits that nobody can see."""
    return " ".join(map(_number, values))


@lru_cache(maxsize=4096)
def _number(value: float) -> str:
    # Adding zero turns the minus zero of a rounded -0.000001 into a plain one.
    return f"{round(value, 5) + 0.0:.5f}".rstrip("0").rstrip(".")
