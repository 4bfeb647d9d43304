"""The CSS variables of a layout: its colours and fonts, and the edges of the printer.

Through them one style sheet serves every campaign and every printer.
"""

from collections.abc import Iterator

from flyers.catalogue.printers import Printer, Setup
from flyers.core.boxes import Edges
from flyers.typesetting import home_slug
from flyers.typesetting.layout import Layout

UNPRINTABLE, SAFE = 18.0, 24.0
"""Points of the layouts' own margins: an edge without ink, and text inside the trim."""

LEAST = 9.0
"""Least distance of text from the trim, in points, even where a shop asks for less."""

LIGHT = "--plate:var(--paper);--on-plate:var(--ink);--frame:2.5pt solid var(--ink);"
"""Areas of colour for a printer that fills none: white with a frame."""

OTHER_TITLES = "--heavy:700;--day:1;"
"""Rules for another font in titles: its bold weight, and figures that may be taller than ours."""


def css_values(layout: Layout, setup: Setup) -> str:
    """Return the rule that sets the variables."""
    values = (*_colours(layout, setup.printer), *_faces(layout), *_room(setup))
    return f"html{{{''.join(values)}}}"


def bleed_of(setup: Setup) -> float:
    """Return the distance that artwork runs over the trim, in points; frames stay inside."""
    return 0.0 if setup.printer.light else setup.bleed


def _colours(layout: Layout, printer: Printer) -> Iterator[str]:
    # Grey is printed as a pattern of dots, in which small type breaks up: black or white alone.
    grey = printer.colour == "grey"
    for name, swatch in layout.palette.items():
        if not (grey and name.startswith("on-")):
            yield f"--{name}:{'var(--ink)' if grey else swatch.css};"
    if grey:
        yield "--quiet:var(--ink);"
    if printer.light:
        yield LIGHT


def _faces(layout: Layout) -> Iterator[str]:
    for name, face in layout.faces.items():
        yield f'--{name}-face:"{face}";'
    if "title" in layout.faces:
        yield OTHER_TITLES


def _room(setup: Setup) -> Iterator[str]:
    yield f"--bleed:{bleed_of(setup):.3f}pt;"
    yield f"--slug:{home_slug.ROOM if setup.slug else 0}pt;"
    yield f"--more:{_more(setup):.3f}pt;"
    yield f"--safe:{max(setup.printer.inside, LEAST):.3f}pt;"
    if setup.printer.for_screen:
        yield "--links:underline;"


def _more(setup: Setup) -> float:
    """Return the points by which margins are wider than the layouts' own, for a printer or a shop
    that keeps more free than others."""
    edges = setup.margins if setup.slug else Edges()
    widest = max(edges.top, edges.right, edges.bottom, edges.left)
    return max(0.0, widest - UNPRINTABLE, setup.printer.inside - SAFE)
