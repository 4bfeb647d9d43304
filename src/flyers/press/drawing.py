"""What is drawn on a form, written as the operators of a PDF content stream. Text only.

ISO 32000-1: 8.4.4 (graphics state), 8.5.2 (paths), 8.5.4 (clipping), 8.10 (forms).
"""

from collections.abc import Iterable, Mapping, Sequence

from flyers.affine import Matrix
from flyers.sheets import Box, Edges, Mark

MARK_WIDTH = 0.5
"""Points. Desktop printers lose thinner lines."""

# Dash patterns (8.4.3.6): a fold's tick of 9 points shows as four dashes, so that nobody cuts it.
DASHES: Mapping[str, str] = {"cut": "[] 0 d", "fold": "[1.5 1] 0 d"}

SLACK = 0.01
"""Points within which two edges are the same edge."""


def drawn_page(layers: Iterable[tuple[str, Matrix]], clip: Box) -> str:
    """Draw the named forms one over the other, and nothing of them outside ``clip``."""
    window = numbers(clip.left, clip.bottom, clip.width, clip.height)
    forms = [f"q {numbers(*matrix)} cm /{name} Do Q" for name, matrix in layers]
    return "\n".join([f"q {window} re W n", *forms, "Q"])


def drawn_marks(marks: Sequence[Mark]) -> str:
    """Stroke the marks in black, and black alone."""
    lines = [
        f"{DASHES[mark.kind]} {numbers(mark.x1, mark.y1)} m {numbers(mark.x2, mark.y2)} l S"
        for mark in marks
    ]
    return "\n".join([f"q 0 G {numbers(MARK_WIDTH)} w", *lines, "Q"])


def with_bleed(box: Box, trim: Box, bleed: float) -> Box:
    """``box`` moved out by the bleed at the edges it shares with the sheet's trim.

    Beyond those edges lies waste; beyond the others lies a neighbour.
    """

    def out(edge: float, outer: float) -> float:
        return -bleed if abs(edge - outer) < SLACK else 0

    return box.inset(
        Edges(
            top=out(box.top, trim.top),
            right=out(box.right, trim.right),
            bottom=out(box.bottom, trim.bottom),
            left=out(box.left, trim.left),
        )
    )


def numbers(*values: float) -> str:
    """Numbers as PDF wants them: no exponent (7.3.3), and no digits nobody can see."""
    # Adding zero turns the minus zero of a rounded -0.000001 into a plain one.
    return " ".join(f"{round(value, 5) + 0.0:.5f}".rstrip("0").rstrip(".") for value in values)
