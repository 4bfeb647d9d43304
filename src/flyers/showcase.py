"""All layouts on one picture, made of a statement that travels with the code."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from flyers import preview
from flyers.errors import OutputError
from flyers.pieces import Job
from flyers.pipeline import Workshop
from flyers.shipped import shipped

SAMPLE = "sample.md"
FORMATS = ("letter", "tri-fold", "half-sheet")
ADDRESS = "https://maplestreet.example/sundays/"


def contact_sheet(layouts: Sequence[str], target: Path) -> Path:
    """Make every layout in every shape and write one picture of the first sheets' fronts."""
    from PIL import Image

    sample = (shipped("layouts") / "shared" / SAMPLE).read_bytes()
    workshop = Workshop()
    pictures, labels = [], []
    with tempfile.TemporaryDirectory() as folder:
        for layout in layouts:
            for fmt in FORMATS:
                job = Job(
                    statement=None,
                    text=sample,
                    url=ADDRESS,
                    layout=layout,
                    format=fmt,
                    out=Path(folder),
                )
                for number, path in enumerate(workshop.make(job).previews, 1):
                    with Image.open(path) as picture:
                        pictures.append(picture.copy())
                    labels.append(f"{layout}, {fmt}, side {number}")
    font = shipped("fonts") / "SourceSans3-Regular.ttf"
    try:
        sheet = preview.contact_sheet(pictures, labels, font=font, columns=5)
        preview.save_png(sheet.quantize(64), target)  # black, greys and an accent: a third as large
    except OSError as error:
        raise OutputError(
            f"Cannot write {target} ({error.strerror}); name another file with --preview."
        ) from error
    return target
