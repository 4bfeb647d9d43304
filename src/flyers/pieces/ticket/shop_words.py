"""The ticket in a shop's own words, as its template takes them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flyers.catalogue.papers import in_both, measured
from flyers.catalogue.printers import Standard
from flyers.core.wording import counted
from flyers.pieces.plates import RGB
from flyers.pieces.specification import FoldSpec, SheetSpec, Spec
from flyers.pieces.ticket.ticket import Ticket, TicketItem
from flyers.statements.facts.events import in_words
from flyers.statements.wording.phrases import long_date

STANDARDS: Mapping[Standard, str] = {
    "plain": "PDF",
    "x-4": "PDF/X-4",
    "x-1a": "PDF/X-1a:2001",
}

QUESTIONS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # what is open: the question, and the answers to tick; with none, a line to fill in
    "address": ("Open before printing", ("{address}",)),
    "quantity": ("Quantity", ()),
    "stock": ("Paper: weight, finish, colour", ()),
    "needed_by": ("Needed by", ()),
    "price": ("Price, with tax", ()),
    "delivery": ("Delivery", ("we pick it up", "to our address")),
    "proof": ("Proof before printing", ("a PDF", "on paper", "none")),
    "folding": ("Folding", ("by you", "deliver flat")),
}
PLEASE = "please fill in"

ENGLISH = {"in": "en-US", "mm": "en-GB"}
"""Kinds of English in which dates are written, by the unit of paper."""

HIGH, WIDE = (150.0, 104.0, 72.0), (148.0, 148.0, 102.0)
"""Largest height and width of a side's picture, in points: for one item, two, or more."""

GAP = 8.0
"""Points between the pictures of an item."""

NOTES = (9, 5, 2)
"""Lines to write on: for one item, two, or more."""


def in_shop_words(ticket: Ticket) -> Mapping[str, Any]:
    """Return all words of a ticket, by their names in the template."""
    unit = ticket.unit
    return {
        "title": ticket.title,
        "customer": ticket.customer,
        "contact": ticket.contact or (ticket.address,),
        "date": long_date(ticket.date, ENGLISH[unit]) if ticket.date else "",
        "address": ticket.address,
        "printer": ticket.setup.printer.name,
        "items": [
            _item(number, item, min(len(ticket.items), len(HIGH)) - 1)
            for number, item in enumerate(ticket.items, start=1)
        ],
        "for_all": list(_for_all(ticket)),
        "questions": list(_questions(ticket)),
        "notes": NOTES[min(len(ticket.items), len(NOTES)) - 1],
    }


def _questions(ticket: Ticket) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what is still to be settled, and the answers to it."""
    for question, answers in map(QUESTIONS.__getitem__, ticket.open):
        yield question, [answer.format(address=ticket.address) for answer in answers]


def _item(number: int, item: TicketItem, others: int) -> Mapping[str, Any]:
    sides = _pictured(item.spec, HIGH[others], WIDE[others])
    return {
        "number": number,
        "format": item.format,
        "layout": item.layout,
        "quantity": f"{item.quantity:,} copies" if item.quantity else "",
        "rows": list(_rows(item)),
        "sides": sides,
        "pictures": round(sum(side["width"] for side in sides) + GAP * (len(sides) - 1) + 1, 2),
        "file": item.file.name,
        "size": f"{counted(item.pages, 'page')}, {item.size / 1000:,.0f} kB",
        "sha256": item.sha256,
    }


def _rows(item: TicketItem) -> Iterator[tuple[str, str]]:
    spec = item.spec
    yield "Finished size", in_both(spec.unit, *spec.trim)
    if spec.fold:
        yield "Flat size", in_both(spec.unit, *spec.flat)
    yield "Printed", _printed(item)
    if spec.leaves > 1:
        yield "Leaves", f"{spec.leaves} a copy, collated"
    if spec.fold:
        yield "Folded", _folded(spec.fold)
    if spec.sheet:
        yield "Laid out for", _laid(item, spec.sheet)
    yield "Marks", ", ".join(spec.marks) or "none"


def _printed(item: TicketItem) -> str:
    front, back = item.spec.inks
    sides = "both sides, head to head" if item.spec.sides == 2 else "one side"
    return f"{item.colours}, {_inks(front | back)}; {sides}"


def _inks(inks: frozenset[str]) -> str:
    """Return the inks in a shop's words: CMYK for the four, else each by its name."""
    if RGB in inks:
        return "RGB, for you to convert"
    if inks == {"Cyan", "Magenta", "Yellow", "Black"}:
        return "CMYK"
    return ", ".join(sorted(inks)).lower()


def _folded(fold: FoldSpec) -> str:
    steps = [
        f"{nth} between {_name(one)} and {_name(other)}"
        for nth, (one, other) in zip(("first", "then", "then", "then"), fold.order, strict=False)
    ]
    return f"{fold.kind} fold: {', '.join(steps)}"


def _laid(item: TicketItem, sheet: SheetSpec) -> str:
    paper = sheet.paper
    line = f"{in_both(paper.unit, paper.width, paper.height)}, {sheet.up} on a sheet"
    if item.quantity is None:
        return line
    return f"{line}: {sheet.sheets(item.quantity, item.spec.leaves):,} sheets"


def _pictured(spec: Spec, high: float, wide: float) -> list[Mapping[str, Any]]:
    """Return each side's picture and the panels below it, left to right, with their widths."""
    names = ("outside", "inside") if spec.fold else ("front", "back")
    panels = (spec.fold.outside, spec.fold.inside) if spec.fold else ((), ())
    width = spec.flat[0]
    scale = min(high / spec.flat[1], wide / width)
    return [
        {
            "name": name,
            "width": round(width * scale, 2),
            "panels": [
                {
                    "name": _name(panel.name),
                    "width": measured(panel.width, spec.unit),
                    "share": round(100 * panel.width / width, 3),
                }
                for panel in own
            ],
        }
        for name, own, _ in zip(names, panels, spec.shows, strict=False)
    ]


def _name(panel: str) -> str:
    return panel.replace("-", " ")


def _for_all(ticket: Ticket) -> Iterator[tuple[str, str]]:
    """Yield the rows that hold for every item."""
    printer, unit, bleed = ticket.setup.printer, ticket.unit, ticket.setup.bleed
    yield "Paper", ticket.stock or PLEASE
    if day := ticket.needed_before:
        yield "Needed", f"before {in_words(day, None, ENGLISH[unit])}"
    kind = STANDARDS[printer.standard]
    yield "Files", f"{kind}, for {printer.condition}" if printer.condition else kind
    if printer.tac:
        yield "Most ink", f"{printer.tac:g} %"
    yield "Bleed", f"{in_both(unit, bleed)} all around" if bleed else "none"
    if printer.border:
        yield "White border", f"{in_both(unit, printer.border)} inside the trim"
    elif printer.safe:
        yield "Safe area", f"{in_both(unit, printer.safe)} inside the trim"
    if ticket.label:
        yield "Union label", "please add yours; its place is kept free"
