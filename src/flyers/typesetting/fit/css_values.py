"""What the style sheets are told in variables: a layout's colours and faces, and what the printer
can do. Layouts react to a printer by these, and need no copy for it."""

from collections.abc import Iterator

from flyers.catalogue.printers import Printer, Setup
from flyers.core.sheets import Edges
from flyers.typesetting import home_slug
from flyers.typesetting.layouts import Layout

UNPRINTABLE, SAFE = 18.0, 24.0
"""Points that the layouts' margins allow for: an edge without ink, and text inside the trim."""

LEAST = 9.0
"""Points between text and trim that a designer keeps where a shop asks for less."""

LIGHT = "--plate:var(--paper);--on-plate:var(--ink);--frame:2.5pt solid var(--ink);"
"""Areas of colour for a printer that fills none: white in a frame."""

OTHER_TITLES = "--heavy:700;--day:1;"
"""For another face in titles: its bold is wanted, and its figures may be taller than ours."""


def css_values(layout: Layout, setup: Setup) -> str:
    """The rule that sets them."""
    values = (*_colours(layout, setup.printer), *_faces(layout), *_room(setup))
    return f"html{{{''.join(values)}}}"


def bleed_of(setup: Setup) -> float:
    """How far artwork runs over the trim, in points; frames do not."""
    return 0.0 if setup.printer.light else setup.bleed


def _colours(layout: Layout, printer: Printer) -> Iterator[str]:
    """Small type in a grey is a row of dots on paper: without colours it is all black, on white or
    white on it."""
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
    """By how much margins are wider than the layouts have them, for a printer or a shop that
    keeps free more than others do."""
    edges = setup.margins if setup.slug else Edges()
    widest = max(edges.top, edges.right, edges.bottom, edges.left)
    return max(0.0, widest - UNPRINTABLE, setup.printer.inside - SAFE)
