"""The line at the foot of a sheet for whoever prints it at home: how, and a ruler.

The ruler shows whether the printer has scaled the sheet, which moves folds and
spoils nothing else that an eye would see. A press sheet has a slug of its own.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from flyers.catalogue.formats import Panel
from flyers.core.sheets import Flip
from flyers.core.units import inches, mm
from flyers.statements.phrases import Phrases

NARROW = 330.0
"""Points of a panel on which the ruler has a line to itself, under the words."""

INSET = 20.0
"""On either side, between the slug and the panel's edge."""

RULER, WORDS = 7.0, 6.5
"""Heights in points."""

DESCENT = 1.5
"""What the letters of some scripts reach below the ruler's line."""

ROOM = 10.0
"""Points that the layouts' plates leave it above the 24 that they keep anyway."""

INCH, TWO_CM = inches(1), mm(20)

_BESIDE, _BELOW = "margin-inline-end:9pt", "margin-top:.5pt"


def home_slug(words: Phrases, panels: Sequence[Panel], flip: Flip, *, duplex: bool) -> Any:
    """The ruler and the words. Which edge to flip on is for printers that turn sheets over."""
    from markupsafe import Markup

    said = words.actual_size
    if duplex and len(panels) > 1:
        said += f" \u00b7 {words.flip_long if flip == 'long' else words.flip_short}"
    if _is_narrow(panels):
        return Markup(f"{escape(said)}<br>{_ruler(_BELOW)}")
    return Markup(f"{_ruler(_BESIDE)}{escape(said)}")


def size(panels: Sequence[Panel]) -> tuple[float, float]:
    """Width and height of the slug's page."""
    height = WORDS + RULER if _is_narrow(panels) else RULER + DESCENT
    return panels[0].width - 2 * INSET, height


def _is_narrow(panels: Sequence[Panel]) -> bool:
    return panels[0].width < NARROW


def _ruler(style: str) -> str:
    """An inch in quarters above the line, two centimetres below it."""
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
