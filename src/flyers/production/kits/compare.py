"""The same event in every layout, side by side on one picture."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flyers.campaign import Campaign
from flyers.catalogue.formats import format_named
from flyers.core.shipped import shipped
from flyers.imposition.lettering import SHEET_FONT
from flyers.pieces.batch import make_all
from flyers.pieces.piece import Job
from flyers.pieces.thumbnails import thumbnails
from flyers.press.read import raster
from flyers.production.kits.plan import KitPlan, jobs_for
from flyers.production.progress import Progress, followed
from flyers.typesetting.layouts import layout_folders, layout_named, layout_names

DPI = 72
CELL = 560
"""Pixels of a picture's longer side: enough to read headlines, not text."""


def in_every_layout(
    plan: KitPlan, campaign: Campaign, statement: Path, *, url: str | None = None
) -> list[Job]:
    """Return a job for each format that the event uses, in each layout made for all of them."""
    first: dict[str, Job] = {}
    for job in jobs_for(plan, statement, url=url):
        first.setdefault(job.format, replace(job, sheet=None))
    folders = layout_folders(statement.parent, campaign.folder)
    families = {format_named(name).family for name in first}
    every = [layout_named(name, folders) for name in layout_names(folders)]
    layouts = [layout.name for layout in every if families <= set(layout.families)]
    return [replace(job, layout=layout) for job in first.values() for layout in layouts]


def side_by_side(jobs: Sequence[Job], progress: Progress) -> bytes:
    """Return the fronts of the jobs as a PNG, a row for each format. Raises the FlyersError of the
    first job that fails."""
    pictures, labels = [], []
    with TemporaryDirectory() as desk:
        outcomes = make_all([replace(job, out=Path(desk)) for job in jobs])
        for outcome in followed(outcomes, len(jobs), progress):
            if outcome.error:
                raise outcome.error
            assert outcome.piece
            piece = outcome.piece
            pictures.append(thumbnails(piece.files, piece.spec, dpi=DPI)[0])
            labels.append(f"{piece.layout}, {piece.format}")
    columns = len({job.layout for job in jobs})
    font = shipped("fonts") / SHEET_FONT
    return raster.png(raster.contact_sheet(pictures, labels, font=font, columns=columns, cell=CELL))
