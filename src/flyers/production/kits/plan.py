"""The plan of a kit: the lots that are printed for an event, their numbers, and their jobs."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flyers.campaign import Campaign, Handout, Occasion
from flyers.campaign.ready_kits import LEAVE_BEHINDS, METRIC, READY
from flyers.core.errors import OptionError, UnknownNameError
from flyers.pieces.piece import Job


@dataclass(frozen=True, kw_only=True)
class Lot:
    """One thing that is printed for an event. Of all ``copies``, ``each`` is the number in a
    volunteer's packet."""

    layout: str
    format: str
    printer: str
    sheet: str | None
    copies: int
    each: int

    def left(self, volunteers: int) -> int:
        """Return the number of copies that are in no packet."""
        return self.copies - self.each * volunteers


@dataclass(frozen=True, kw_only=True)
class KitPlan:
    """An event with its lots. ``volunteers`` is 0 if their number is not known."""

    occasion: Occasion
    volunteers: int
    lots: tuple[Lot, ...]

    @property
    def advice(self) -> str:
        """Advice for the volunteers."""
        return READY[self.occasion.kit].advice if self.occasion.kit else ""


def occasion_named(name: str, campaign: Campaign) -> Occasion:
    """Return the event of that name in flyers.toml, or a ready-made kit as an event of its own.

    Raises UnknownNameError.
    """
    if name in campaign.events:
        return campaign.events[name]
    if name in READY:
        return Occasion(
            name=name,
            title=None,
            when=None,
            until=None,
            where=None,
            kit=name,
            volunteers=None,
            use=(),
        )
    raise UnknownNameError.near("event", name, {**campaign.events, **READY})


def plan_of(occasion: Occasion, campaign: Campaign, volunteers: int | None = None) -> KitPlan:
    """Return the lots of an event. ``volunteers`` go before the event's own number.

    Raises OptionError if a number is missing.
    """
    people = volunteers or occasion.volunteers or 0
    usual = campaign.build.printers[0]
    lots: dict[tuple[str, str, str, str | None], Lot] = {}
    for use in _uses(occasion, campaign, people):
        if not use.copies:
            itself = occasion.name == occasion.kit
            here = "" if itself else "add copies = 100 to it in flyers.toml, or "
            raise OptionError(
                f"{use.layout}, {use.format}: the number of copies for {occasion.name} is missing; "
                f"{here}give the number of people who hand it out, like --volunteers 12."
            )
        key = (use.layout, use.format, use.printer or usual, use.sheet)
        copies = use.copies + (lots[key].copies if key in lots else 0)
        layout, fmt, printer, sheet = key
        lots[key] = Lot(
            layout=layout,
            format=fmt,
            printer=printer,
            sheet=sheet,
            copies=copies,
            each=copies // people if people else 0,
        )
    if not lots:
        raise OptionError(
            f"The event {occasion.name} has nothing to hand out; add a kit or use to it in "
            f"flyers.toml: one of {', '.join(READY)}."
        )
    return KitPlan(occasion=occasion, volunteers=people, lots=tuple(lots.values()))


def _uses(occasion: Occasion, campaign: Campaign, people: int) -> list[Handout]:
    """Return the ready-made uses, then the event's own, which replace those of the same thing."""
    ready = {}
    for row in READY[occasion.kit].uses if occasion.kit else ():
        fmt = METRIC[row.format] if is_metric(campaign) else row.format
        ready[row.layout, fmt] = Handout(layout=row.layout, format=fmt, copies=row.copies(people))
    own = {(use.layout, use.format) for use in occasion.use}
    kept = [use for key, use in ready.items() if key not in own]
    return [*kept, *(_counted(use, ready, people) for use in occasion.use)]


def _counted(use: Handout, ready: Mapping[tuple[str, str], Handout], people: int) -> Handout:
    """Return a use with a number: its own, its kit's, or what a packet usually holds."""
    if use.copies:
        return use
    kits = ready.get((use.layout, use.format))
    return replace(use, copies=kits.copies if kits else LEAVE_BEHINDS * people)


def is_metric(campaign: Campaign) -> bool:
    """Return True if [build] names A4 formats alone."""
    return set(campaign.build.formats) <= set(METRIC.values())


def jobs_for(
    plan: KitPlan, statement: Path, *, url: str | None = None, stock: str | None = None
) -> Sequence[Job]:
    """Return a job for each lot."""
    occasion = plan.occasion
    return [
        Job(
            statement=statement,
            layout=lot.layout,
            format=lot.format,
            printer=lot.printer,
            sheet=lot.sheet,
            url=url,
            what=occasion.title,
            when=in_iso(occasion.when),
            where=occasion.where,
            event=occasion.name,
            previews=False,
            copies=lot.copies,
            stock=stock,
        )
        for lot in plan.lots
    ]


def in_iso(when: datetime.date | str | None) -> str | None:
    """Return a time as `flyers make --when` takes it."""
    return when.isoformat() if isinstance(when, datetime.date) else when
