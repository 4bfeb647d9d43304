"""`flyers printers show`: every value of a printer with its meaning and its source."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from flyers.catalogue.printer_keys import VALUES
from flyers.catalogue.printer_sources import source_of
from flyers.catalogue.printers import Printer
from flyers.core.boxes import Edges
from flyers.core.units import POINTS, inches, mm

LARGE = inches(1 / 32)
"""From here on a length is written in inches and millimetres, below it in points."""

SIXTEENTHS = inches(1 / 16)


def explained(printer: Printer) -> Iterator[tuple[str, str, str, str]]:
    """Yield key, value, meaning and source of every value."""
    for key, row in VALUES.items():
        if key != "purpose":
            yield key, _told(key, getattr(printer, key)), row.meaning, source(printer, key)


def source(printer: Printer, key: str) -> str:
    """Return the source of a value: a shop's guide, flyers.toml or another printer."""
    owner = printer
    decided = "laid" if key == "pdf" and printer.for_screen else key
    while decided not in owner.own and owner.extends:
        owner = owner.extends
    if not owner.extends:
        return source_of(owner, key) if owner is printer else f"from {owner.name}"
    return "from flyers.toml" if owner is printer else f"from {owner.name} in flyers.toml"


def _told(key: str, value: Any) -> str:
    if key in _SPECIAL:
        return _SPECIAL[key](value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return length(value)
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return str(value or "none")


def length(points: float) -> str:
    """Return a length in the unit in which it is round, then in the other: ``1/8 in (3.2 mm)``."""
    if points == 0:
        return "none"
    if points < LARGE:
        return f"{points:g} pt"
    metric = f"{points / POINTS['mm']:.1f}".removesuffix(".0")
    if _is_round(points / SIXTEENTHS):
        return f"{_fraction(round(points / SIXTEENTHS))} in ({metric} mm)"
    if _is_round(points / mm(0.1)):
        return f"{metric} mm ({points / POINTS['in']:.2f} in)"
    return f"{points:g} pt ({metric} mm)"


def _is_round(count: float) -> bool:
    return abs(count - round(count)) < 0.001


def _fraction(sixteenths: int) -> str:
    """Return sixteenths as a ruler has them: ``3/8``, ``1 1/2``."""
    whole, parts = divmod(sixteenths, 16)
    over = 16
    while parts and parts % 2 == 0:
        parts, over = parts // 2, over // 2
    return " ".join(filter(None, (str(whole) if whole else "", f"{parts}/{over}" if parts else "")))


def _edges(edges: Edges) -> str:
    if edges == Edges.all(edges.top):
        return length(edges.top)
    return ", ".join(
        f"{name} {length(getattr(edges, name))}" for name in ("top", "right", "bottom", "left")
    )


_WORDS = {
    "sheets": "sheets, ready to be cut",
    "pieces": "pieces, for the shop to lay out",
    "pages": "pages, one by one",
    "plain": "plain, for any program",
    "x-4": "x-4: PDF/X-4",
    "x-1a": "x-1a: PDF/X-1a:2001",
    "tagged": "tagged: PDF/UA-1",
    "rgb": "rgb, as desktop printers and screens take it",
    "grey": "grey: black ink alone",
    "cmyk": "cmyk: process colours",
}

_SPECIAL: Mapping[str, Callable[[Any], str]] = {
    "laid": _WORDS.__getitem__,
    "pdf": _WORDS.__getitem__,
    "colour": _WORDS.__getitem__,
    "margins": _edges,
    "tac": lambda value: f"{value:g} %" if value else "no bound",
    "ppi": lambda value: f"{value[0]:g}, {value[1]:g}",
    "rich_from": lambda value: f"{value:g} pt",
    "smallest_type": lambda value: f"{value:g} pt",
    "thinnest_line": lambda value: f"{value:g} pt",
    "sheet": lambda value: value or "none of its own",
    "icc": lambda value: str(value or "none of its own"),
}
