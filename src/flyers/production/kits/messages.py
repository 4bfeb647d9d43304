"""The list of kits, and a finished one, for people and for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from flyers.campaign import Campaign, Occasion
from flyers.campaign.ready_kits import METRIC, READY, ReadyUse
from flyers.catalogue.formats import format_named
from flyers.catalogue.papers import called
from flyers.core.terminal import bare, columns, entries
from flyers.core.wording import counted, plural
from flyers.pieces.piece import over
from flyers.production.kits.calendar import last_day
from flyers.production.kits.kit import KitPiece
from flyers.production.kits.make import FinishedKit
from flyers.production.kits.plan import is_metric


def listed(campaign: Campaign, today: date) -> str:
    """Return the events of flyers.toml, and the ready-made kits to start from, as lines."""
    lines = []
    if campaign.events:
        lines += ["Your events, from flyers.toml:"]
        lines += entries([_event(one, today) for one in campaign.events.values()])
        lines += [""]
    lines += ["Ready-made, to start from (kit = NAME in flyers.toml, or by itself):"]
    metric = is_metric(campaign)
    lines += entries(
        [(kit.name, (kit.purpose, _uses(kit.uses, metric=metric))) for kit in READY.values()]
    )
    return "\n".join(lines)


def _event(occasion: Occasion, today: date) -> tuple[str, tuple[str, ...]]:
    when, moment = occasion.when, ""
    if isinstance(when, date):
        moment = f"{when:%A}, {when.day} {when:%B %Y}"
    if isinstance(when, datetime):
        moment += f", {when:%H:%M}"
    if over(last_day(occasion.until, when), today):
        moment += " (past)"
    things = [_pieces(use.layout, use.format, use.copies) for use in occasion.use]
    what = ", ".join([*([f"{occasion.kit} kit"] if occasion.kit else []), *things])
    return occasion.name, (occasion.title or "", moment or str(when or ""), what)


def _uses(uses: Sequence[ReadyUse], *, metric: bool) -> str:
    """Return the pieces for each volunteer, and those for the whole event, with their numbers."""
    said = []
    for whose, many in ("each volunteer", "each"), ("in all", "whole"):
        own = [
            _pieces(use.layout, METRIC[use.format] if metric else use.format, getattr(use, many))
            for use in uses
            if getattr(use, many)
        ]
        if own:
            said.append(f"{whose}: {', '.join(own)}")
    return "; ".join(said)


def _pieces(layout: str, format: str, copies: int | None) -> str:
    """Return ``50 A4 sheets (headline)``, without a number if it follows from the volunteers."""
    thing = format_named(format).called
    return f"{counted(copies, thing) if copies else plural(thing, 2)} ({layout})"


def as_text(written: FinishedKit, warnings: Sequence[str] = ()) -> str:
    """Return the kit as a table: every lot with its numbers, the paper that it takes, and the
    ``warnings``, lines about its pieces."""
    kit = written.kit
    rows = [["printer", "layout", "format", "copies", "each", "sheets", "waste"]]
    rows += [_row(one) for one in kit.made]
    plan = kit.plan
    people = f", {counted(plan.volunteers, 'volunteer')}" if plan.volunteers else ""
    return "\n".join(
        [
            f"{bare(kit.title)}: {plan.occasion.name}{people}",
            *columns(rows),
            *_paper(kit.made),
            f"  QR code: {kit.reading.page} ({kit.reading.found.words})",
            f"  folder: {written.folder}",
            f"  zip: {written.zip}",
            *warnings,
            *(f"  {note.marked}" for note in written.notes),
        ]
    )


def _row(made: KitPiece) -> list[str]:
    lot, sheet = made.lot, made.piece.spec.sheet
    return [
        lot.printer,
        lot.layout,
        lot.format,
        f"{lot.copies:,}",
        str(lot.each or ""),
        f"{made.sheets:,} ({sheet.up} up)" if sheet else _elsewhere(made),
        f"{sheet.waste:.0%}" if sheet else "",
    ]


def _elsewhere(made: KitPiece) -> str:
    """Return who lays out a file that is not on sheets yet."""
    return "for screens" if made.piece.spec.setup.printer.for_screen else "by the shop"


def _paper(made: Sequence[KitPiece]) -> Iterator[str]:
    """Yield the paper that each printer takes."""

    def whose(one: KitPiece) -> tuple[str, str]:
        sheet = one.piece.spec.sheet
        return one.lot.printer, called(sheet.paper) if sheet else ""

    for (printer, paper), group in groupby(sorted(made, key=whose), key=whose):
        if paper:
            total = sum(one.sheets or 0 for one in group)
            yield f"  paper: {counted(total, 'sheet')} of {paper} for {printer}"


def as_json(written: FinishedKit) -> Mapping[str, Any]:
    """Return the answer of ``--json``: the manifest, and where everything is."""
    answer = json.loads((written.folder / "manifest.json").read_text("utf-8"))
    return {
        "folder": str(written.folder),
        "zip": str(written.zip),
        "notes": [note.sentence for note in written.notes],
        **answer,
    }
