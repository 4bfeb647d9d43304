"""The ticket for programs: an object whose keys stay as they are.

Lengths are millimetres, as numbers. A value that is not known is null, and named in ``open``.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flyers.core.units import to_mm
from flyers.pieces.specification import Dimensions, FoldSpec, PanelSpec, Spec
from flyers.pieces.ticket.ticket import Ticket, TicketItem

VERSION = 1
"""Version of the keys: it changes when one is dropped or gets another meaning."""


def as_json(ticket: Ticket) -> Mapping[str, Any]:
    """Return the ticket as its JSON file has it; docs/print-shop.md has the keys."""
    printer = ticket.setup.printer
    return {
        "ticket": VERSION,
        "title": ticket.title,
        "statement": Path(ticket.statement).name,
        "date": ticket.date and ticket.date.isoformat(),
        "customer": ticket.customer or None,
        "contact": list(ticket.contact),
        "address": ticket.address,
        "stock": ticket.stock,
        "needed_before": ticket.needed_before and ticket.needed_before.isoformat(),
        "union_label": ticket.label,
        "printer": {
            "name": printer.name,
            "pdf": printer.pdf,
            "colour": printer.colour,
            "condition": printer.condition or None,
            "most_ink_percent": printer.tac or None,
            "bleed_mm": _mm(ticket.setup.bleed),
            "safe_mm": _mm(printer.inside),
        },
        "items": [_item(number, item) for number, item in enumerate(ticket.items, start=1)],
        "open": list(ticket.open),
    }


def _item(number: int, item: TicketItem) -> Mapping[str, Any]:
    spec = item.spec
    return {
        "item": number,
        "layout": item.layout,
        "format": item.format,
        "quantity": item.quantity,
        "trim_mm": _size(spec.trim),
        "flat_mm": _size(spec.flat),
        "leaves": spec.leaves,
        "sides": spec.sides,
        "colours": item.colours,
        "inks": [sorted(side) for side in spec.inks],
        "fold": spec.fold and _fold(spec.fold),
        "sheet": _sheet(item, spec),
        "marks": list(spec.marks),
        "file": {
            "name": item.file.name,
            "pages": item.pages,
            "bytes": item.size,
            "sha256": item.sha256,
        },
    }


def _fold(fold: FoldSpec) -> Mapping[str, Any]:
    return {
        "kind": fold.kind,
        "outside": [_panel(panel) for panel in fold.outside],
        "inside": [_panel(panel) for panel in fold.inside],
        "between": [list(pair) for pair in fold.order],
    }


def _panel(panel: PanelSpec) -> Mapping[str, Any]:
    return {"name": panel.name, "width_mm": _mm(panel.width)}


def _sheet(item: TicketItem, spec: Spec) -> Mapping[str, Any] | None:
    sheet = spec.sheet
    if sheet is None:
        return None
    return {
        "name": sheet.paper.name,
        "size_mm": _size((sheet.paper.width, sheet.paper.height)),
        "up": sheet.up,
        "waste": round(sheet.waste, 4),
        "count": sheet.sheets(item.quantity, spec.leaves) if item.quantity else None,
    }


def _size(size: Dimensions) -> list[float]:
    return [_mm(length) for length in size]


def _mm(points: float) -> float:
    return round(to_mm(points), 3)
