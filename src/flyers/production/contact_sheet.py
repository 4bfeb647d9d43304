"""All layouts on one picture, made of a statement that travels with the code."""

import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from flyers.campaign import campaign_for
from flyers.catalogue.formats import format_named
from flyers.core.errors import BoundsError, CheckError, FlyersError, LayoutError, OutputError
from flyers.core.shipped import shipped
from flyers.pieces.batch import make_all
from flyers.pieces.piece import Job
from flyers.press.read import raster
from flyers.typesetting.layouts import SHARED, layout_folders, layout_named

SAMPLE = "sample.md"
FORMATS = ("letter", "tri-fold", "half-sheet")
ADDRESS = "https://maplestreet.example/sundays/"


def contact_sheet(layouts: Sequence[str], target: Path) -> list[FlyersError]:
    """Write one picture of every layout in every shape it has; returns the errors of those that
    could not be made. Raises OutputError."""
    from PIL import Image

    sample = (shipped("layouts") / SHARED / SAMPLE).read_bytes()
    pictures, labels = [], []
    failed: list[FlyersError] = []
    jobs = []
    with tempfile.TemporaryDirectory() as folder:
        folders = layout_folders(Path.cwd(), campaign_for(None).folder)
        for layout, fmt in product((layout_named(name, folders) for name in layouts), FORMATS):
            if not layout.for_family(format_named(fmt).family):
                continue
            job = Job(
                statement=Path.cwd() / SAMPLE,  # so that layouts are found that stand here
                text=sample,
                url=ADDRESS,
                layout=layout.name,
                format=fmt,
                out=Path(folder),
            )
            jobs.append(job)
        for outcome in make_all(jobs):
            job = outcome.job
            if isinstance(outcome.error, LayoutError | CheckError | BoundsError):
                failed.append(outcome.error)
            elif outcome.error:
                raise outcome.error
            for number, path in enumerate(outcome.piece.previews if outcome.piece else (), 1):
                with Image.open(path) as picture:
                    pictures.append(picture.copy())
                labels.append(f"{job.layout}, {job.format}, side {number}")
    font = shipped("fonts") / "SourceSans3-Regular.ttf"
    try:
        sheet = raster.contact_sheet(pictures, labels, font=font, columns=5)
        raster.save_png(sheet.quantize(64), target)  # black, greys and an accent: a third as large
    except OSError as error:
        raise OutputError(
            f"Cannot write {target} ({error.strerror}); name another file with --preview."
        ) from error
    return failed
