"""The text of an event's page and of the covers of its packets."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from flyers.catalogue.formats import format_named
from flyers.catalogue.papers import called
from flyers.core.wording import counted, plural
from flyers.pieces.ticket.shop_words import ENGLISH
from flyers.production.kits.kit import Kit, KitPiece
from flyers.sites.web_address import host, in_words
from flyers.statements.facts import events
from flyers.statements.wording.phrases import long_date

HIGH, WIDE = 62.0, 84.0
"""Room for the picture of a side, in points."""

GAP = 8.0
"""Between two sides."""


def said(kit: Kit) -> Mapping[str, Any]:
    """Return the words of both, by their names in the templates."""
    plan, reading, who = kit.plan, kit.reading, kit.campaign.identity
    statement, unit = reading.statement, kit.made[0].piece.spec.unit
    return {
        "title": kit.title,
        "statement": statement.title,
        "direction": statement.direction,
        "date": long_date(statement.date, ENGLISH[unit]) if statement.date else "",
        "about": kit.about,
        "when": kit.when,
        "until": _until(kit),
        "where": kit.where,
        "speaker": who.name or host(reading.address),
        "contact": who.contact,
        "address": in_words(reading.address),
        "advice": plan.advice,
        "volunteers": plan.volunteers,
        "numbers": list(range(1, plan.volunteers + 1)),
        "lots": [_lot(kit, made) for made in kit.made],
        "steps": list(_steps(kit)),
    }


def _until(kit: Kit) -> str:
    """Return the end, written like the beginning; the time alone on the same day."""
    until, begins = kit.plan.occasion.until, kit.plan.occasion.when
    language = kit.reading.statement.language
    if not isinstance(until, datetime.date):
        return until or ""
    parts = []
    day = until.date() if isinstance(until, datetime.datetime) else until
    if not (isinstance(begins, datetime.datetime) and begins.date() == day):
        parts.append(events.in_words(day, None, language))
    if isinstance(until, datetime.datetime):
        parts.append(events.in_words(None, until.time(), language))
    return ", ".join(parts)


def _lot(kit: Kit, made: KitPiece) -> Mapping[str, Any]:
    lot, spec = made.lot, made.piece.spec
    scale = min(HIGH / spec.flat[1], WIDE / spec.flat[0])
    return {
        "layout": lot.layout,
        "called": plural(format_named(lot.format).called, lot.each),
        "format": plural(format_named(lot.format).called, lot.copies),
        "purpose": made.purpose,
        "printer": lot.printer,
        "copies": f"{lot.copies:,}",
        "each": lot.each,
        "left": lot.left(kit.plan.volunteers),
        "paper": _paper(made),
        "waste": f"{spec.sheet.waste:.0%}" if spec.sheet else "",
        "wide": round((spec.flat[0] * scale + GAP) * len(spec.shows), 2),
        "sides": [{"width": round(spec.flat[0] * scale, 2)} for _ in spec.shows],
    }


def _paper(made: KitPiece) -> str:
    spec = made.piece.spec
    if spec.sheet is None:
        return "for screens" if spec.setup.printer.for_screen else "laid out by the shop"
    name = called(spec.sheet.paper)
    return f"{counted(made.sheets or 0, 'sheet')} of {name}, {spec.sheet.up} on each"


def _steps(kit: Kit) -> Iterator[str]:
    """Yield the steps from the files to full packets, in their order."""
    yield "Look at contact-sheet.png before anything is printed, and let somebody else look too."
    shops = dict.fromkeys(one.lot.printer for one in kit.made if one.piece.spec.setup.ticketed)
    for shop in shops:
        yield f"Take the folder {shop} to the shop, with the job ticket that is in it."
    for made in kit.made:
        if not made.piece.spec.setup.ticketed and made.piece.spec.sheet:
            yield _at_home(made)
    if kit.plan.volunteers:
        yield (
            f"Fill {counted(kit.plan.volunteers, 'packet')}: a cover from packets.pdf on each, "
            "and in it what the cover says."
        )


def _at_home(made: KitPiece) -> str:
    spec = made.piece.spec
    assert spec.sheet is not None
    said = f"Print {counted(made.sheets or 0, 'sheet')} of {made.piece.file.name} at actual size"
    if made.piece.apart:
        _, backs, test = (path.name for path in made.piece.apart)
        said += f", put the stack back as {test} tells, and print {backs} on it"
    elif spec.sides == 2:
        said += f", on both sides, flipped on the {spec.sheet.flip} edge"
    if spec.sheet.up > 1:
        said += f"; cut each into {spec.sheet.up}"
    if spec.fold:
        said += "; fold them, the flap first"
    return f"{said}."
