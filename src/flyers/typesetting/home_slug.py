"""The slug of a sheet that is printed at home: a line on how to print it, and a ruler.

The ruler shows that the printer has scaled the sheet, which moves folds and is hard to
see otherwise. A press sheet has a slug of its own.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from flyers.catalogue.formats import Panel
from flyers.core.sheets import Flip
from flyers.core.units import inches, mm
from flyers.statements.wording.phrases import Phrases

NARROW = 330.0
"""Width of a panel, in points, below which the ruler stands on a line under the words."""

INSET = 20.0
"""Points between the slug and the panel's edge, on either side."""

RULER, WORDS = 7.0, 6.5
"""Heights in points."""

DESCENT = 1.5
"""Points that the letters of some scripts reach below the ruler's line."""

ROOM = 10.0
"""Points that layouts leave for the slug, beyond the 24 that they keep free anyway."""

INCH, TWO_CM = inches(1), mm(20)

_BESIDE, _BELOW = "margin-inline-end:9pt", "margin-top:.5pt"


def home_slug(words: Phrases, panels: Sequence[Panel], flip: Flip, *, duplex: bool) -> Any:
    """Return the ruler and the words, as HTML. The edge to flip on is printed for ``duplex``."""
    from markupsafe import Markup

    line = words.actual_size
    if duplex and len(panels) > 1:
        line += f" \u00b7 {words.flip_long if flip == 'long' else words.flip_short}"
    if _is_narrow(panels):
        return Markup(f"{escape(line)}<br>{_ruler(_BELOW)}")
    return Markup(f"{_ruler(_BESIDE)}{escape(line)}")


def size(panels: Sequence[Panel]) -> tuple[float, float]:
    """Return width and height of the slug's page, in points."""
    height = WORDS + RULER if _is_narrow(panels) else RULER + DESCENT
    return panels[0].width - 2 * INSET, height


def _is_narrow(panels: Sequence[Panel]) -> bool:
    return panels[0].width < NARROW


def _ruler(style: str) -> str:
    """Return the ruler: an inch in quarters above the line, two centimetres below it."""
    above = (f"M{x:g} 2v-{1.8 if x in (0, INCH) else 1}" for x in (0, 18, 36, 54, INCH))
    below = (f"M{x:.3f} 2v2" for x in (0, TWO_CM / 2, TWO_CM))
    return (
        f'<svg class="ruler" viewBox="-.5 0 86 {RULER:g}" xmlns="http://www.w3.org/2000/svg" '
        f'style="display:inline-block;vertical-align:middle;width:86pt;height:{RULER}pt;{style}">'
        f'<path fill="none" stroke="#000" stroke-width=".35" d="M0 2h{INCH:g}{"".join(above)}'
        f'{"".join(below)}"/><g fill="#000" font-family="Source Sans 3" font-size="6">'
        f'<text x="{INCH + 2:g}" y="4">1 in</text>'
        f'<text x="{TWO_CM + 1.5:.3f}" y="6.9">2 cm</text></g></svg>'
    )
