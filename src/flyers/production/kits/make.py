"""Makes a kit: its pieces, what goes with them, and the folder and zip that hold it all."""

import datetime
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from flyers.campaign import Campaign
from flyers.core.errors import OutputError
from flyers.core.files import disk_errors
from flyers.core.findings import Finding
from flyers.core.shipped import shipped
from flyers.imposition.lettering import SHEET_FONT
from flyers.pieces.batch import make_all
from flyers.pieces.piece import Job, Piece, over
from flyers.pieces.prepare import prepare_statement
from flyers.pieces.thumbnails import jpeg, thumbnails
from flyers.pieces.ticket import write_tickets
from flyers.press.read import raster
from flyers.production.kits.calendar import CalendarEvent, Moment, calendar, moment
from flyers.production.kits.desk import OLD, cleared_desk
from flyers.production.kits.kit import Kit, KitPiece
from flyers.production.kits.manifest import FILE, files_of, manifest, zipped
from flyers.production.kits.packet_text import said
from flyers.production.kits.plan import KitPlan
from flyers.production.progress import Progress, followed
from flyers.typesetting import paperwork
from flyers.typesetting.layouts import layout_folders, layout_named

DPI = 60
"""Resolution of the pictures on the contact sheet; on the event's page they stand so small that
half of it is enough."""

CELL = 440
"""Pixels of a picture on the contact sheet."""


@dataclass(frozen=True, kw_only=True)
class FinishedKit:
    """A kit in its place, with its zip and its findings."""

    kit: Kit
    folder: Path
    zip: Path
    notes: tuple[Finding, ...]

    def on(self, today: datetime.date) -> "FinishedKit":
        """Return the kit with the findings of that day; its files are the same on every day."""
        late = over(self.kit.last_day, today)
        return replace(self, notes=(*late, *self.notes))


def make_kit(
    plan: KitPlan,
    campaign: Campaign,
    jobs: Sequence[Job],
    *,
    out: Path,
    progress: Progress,
) -> FinishedKit:
    """Make everything, and then put it in place: the whole kit, or none of it.

    ``jobs`` are those of the plan's lots. Raises the FlyersError of the first that fails.
    """
    name = plan.occasion.name
    folder, zip_file = out / "kits" / name, out / "kits" / f"{name}.zip"
    _refuse_strangers(folder)
    with disk_errors(out):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with cleared_desk(folder.parent) as desk:
            made = desk / name
            kit = _pieces(plan, campaign, jobs, desk=made, progress=progress)
            notes = tuple(_companions(kit, made))
            (made / FILE).write_bytes(manifest(kit, made))
            packed = desk / zip_file.name
            packed.write_bytes(zipped(made))
            _put(made, folder, desk / f"{OLD}{name}")
            packed.replace(zip_file)
    return FinishedKit(kit=kit, folder=folder, zip=zip_file, notes=notes)


def _refuse_strangers(folder: Path) -> None:
    """Raise OutputError for files of somebody else: the folder is replaced as a whole."""
    if not folder.exists():
        return
    own = files_of(folder)
    for path in sorted(folder.rglob("[!.]*")):  # what a file browser leaves is nobody's
        if path.is_file() and path.relative_to(folder).as_posix() not in own:
            raise OutputError(f"{path} is not of this kit; move it away, or choose another --out.")


def _pieces(
    plan: KitPlan,
    campaign: Campaign,
    jobs: Sequence[Job],
    *,
    desk: Path,
    progress: Progress,
) -> Kit:
    """Make the pieces and tickets, in a folder for each printer."""
    statement = jobs[0].statement
    folders = layout_folders(statement.parent if statement else None, campaign.folder)
    jobs = [replace(job, out=desk / job.printer) for job in jobs]
    pieces = []
    for outcome in followed(make_all(jobs), len(jobs), progress):
        if outcome.error:
            raise outcome.error
        assert outcome.piece
        pieces.append(outcome.piece)
    write_tickets(list(zip(jobs, pieces, strict=True)))
    for printer in dict.fromkeys(lot.printer for lot in plan.lots):
        _lift(desk / printer)
    made = [
        KitPiece(
            lot=lot,
            job=job,
            piece=_moved(piece, desk / lot.printer),
            purpose=layout_named(lot.layout, folders).purpose,
        )
        for lot, job, piece in zip(plan.lots, jobs, pieces, strict=True)
    ]
    reading = prepare_statement(jobs[0])
    return Kit(plan=plan, campaign=campaign, reading=reading, made=tuple(made))


def _moved(piece: Piece, folder: Path) -> Piece:
    return replace(
        piece,
        file=folder / piece.file.name,
        apart=tuple(folder / path.name for path in piece.apart),
    )


def _lift(folder: Path) -> None:
    """Move the files of a printer up out of the statement's own folder."""
    (inner,) = folder.iterdir()
    for path in inner.iterdir():
        path.rename(folder / path.name)
    inner.rmdir()


def _companions(kit: Kit, folder: Path) -> Iterator[Finding]:
    """Write what goes with the pieces; yield a warning for each thing that could not be made."""
    seen = [thumbnails(one.piece.files, one.piece.spec, dpi=DPI) for one in kit.made]
    pairs = list(zip(kit.made, seen, strict=True))
    sheet = raster.contact_sheet(
        [picture for _, pictures in pairs for picture in pictures],
        [label for one, pictures in pairs for label in _labels(one, len(pictures))],
        font=shipped("fonts") / SHEET_FONT,
        cell=CELL,
    )
    (folder / "contact-sheet.png").write_bytes(raster.png(sheet))
    values = said(kit)
    pictures: dict[str, bytes] = {}
    for number, (lot, sides) in enumerate(zip(values["lots"], seen, strict=True)):
        for side, picture in zip(lot["sides"], sides, strict=True):
            side["url"] = f"picture:/{number}-{len(pictures)}"
            pictures[side["url"]] = jpeg(picture.reduce(2))
    for name, parts in (("event", 1), ("packets", kit.plan.volunteers)):
        if parts:
            page = paperwork.typeset(
                name,
                values,
                unit=kit.made[0].piece.spec.unit,
                fonts=kit.reading.fonts,
                pictures=pictures,
                parts=parts + len(kit.made),
            )
            (folder / f"{name}.pdf").write_bytes(page)
    begins = _begins(kit)
    if begins is None:
        if not kit.by_itself:
            yield _missing("event.ics", "give the event a day and a time as `when`, not in words")
    else:
        (folder / "event.ics").write_bytes(calendar(_entry(kit, begins)))
    if not kit.plan.volunteers:
        yield _missing("packets.pdf", "say how many volunteers there are, with --volunteers")


def _missing(name: str, remedy: str) -> Finding:
    return Finding(check="kit", severity="warning", message=f"no {name}: {remedy}")


def _labels(made: KitPiece, count: int) -> Sequence[str]:
    lot = made.lot
    said = f"{lot.layout}, {lot.format}, {lot.printer}"
    return [f"{said}: {lot.copies:,}", f"{said}: back"][:count]


def _begins(kit: Kit) -> Moment | None:
    """Return when the event begins, by flyers.toml or the statement; None if that is in words."""
    if kit.plan.occasion.when is not None:
        return moment(kit.plan.occasion.when)
    event = kit.reading.statement.event
    if event.date and event.time:
        return datetime.datetime.combine(event.date, event.time)
    return event.date


def _entry(kit: Kit, begins: Moment) -> CalendarEvent:
    day = begins.date() if isinstance(begins, datetime.datetime) else begins
    event = kit.reading.statement.event
    return CalendarEvent(
        name=kit.plan.occasion.name,
        title=event.title or kit.reading.statement.title,
        where=event.where,
        begins=begins,
        ends=moment(kit.plan.occasion.until),
        stamp=kit.reading.statement.date or day,
        address=kit.reading.address,
    )


def _put(made: Path, folder: Path, aside: Path) -> None:
    """Put the new folder in the place of the old one, which comes back if that fails."""
    if folder.exists():
        folder.rename(aside)
    try:
        made.rename(folder)
    except BaseException:
        if aside.exists():
            aside.rename(folder)
        raise
    shutil.rmtree(aside, ignore_errors=True)
