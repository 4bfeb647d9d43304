"""Names the files of a piece, and writes them: all of them whole, or none."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flyers.core.files import disk_errors, write_whole
from flyers.press.read.raster import png

if TYPE_CHECKING:
    from flyers.pieces.piece import Job
    from flyers.sites.site import WebPage


@dataclass(frozen=True, kw_only=True)
class Destination:
    """The files of a piece.

    ``<out>/<slug>/<slug>-<layout>-<format>-<printer>.pdf``, with ``-<sheet>`` on a press sheet, or
    one file for each of the ``parts``; a PNG for every side, and one for the proof of every sheet.
    """

    file: Path
    previews: tuple[Path, ...]
    proofs: tuple[Path, ...] = ()
    parts: tuple[Path, ...] = ()


def destination(
    job: "Job",
    slug: str,
    sides: int,
    proofs: int = 0,
    *,
    place: "WebPage | None" = None,
    parts: Iterable[str] = (),
) -> Destination:
    """Return the names of a job's files, by its own rule if it has one. Raises AddressError."""
    stem = "-".join(filter(None, (slug, job.layout, job.format, job.printer, file_name(job.sheet))))
    file = job.out / slug / f"{stem}.pdf"
    if job.path and place:
        from flyers.sites.tokens import filled

        own = {"layout": job.layout, "format": job.format, "printer": job.printer}
        file = job.out / filled(job.path, place, own).lstrip("/")
    folder, stem = file.parent, file.stem
    pdfs = tuple(folder / f"{stem}-{part}.pdf" for part in parts)
    return Destination(
        file=pdfs[0] if pdfs else file,
        parts=pdfs,
        previews=tuple(folder / f"{stem}-{n}.png" for n in range(1, sides + 1)),
        proofs=tuple(folder / f"{stem}-proof-{n}.png" for n in range(1, proofs + 1)),
    )


def file_name(sheet: str | None) -> str:
    """Return the name of a press sheet as part of a file's name: ``17/2in x 11in`` has a slash."""
    return re.sub(r"[^\w.]+", "-", sheet or "").strip("-.").lower()


def write(to: Destination, pdfs: Sequence[bytes], pictures: Sequence[Any]) -> None:
    """Write the file or its parts, and the ``pictures``: previews, then proofs.

    Raises OutputError or DiskFullError, and then leaves none.
    """
    made = False
    names = (*to.previews, *to.proofs)
    try:
        with disk_errors(to.file.parent):
            made = not to.file.parent.exists()
            to.file.parent.mkdir(parents=True, exist_ok=True)
            _remove_stale(to)
            for path, picture in zip(names, pictures, strict=True):
                write_whole(path, png(picture))
            for path, pdf in zip(to.parts or (to.file,), pdfs, strict=True):
                write_whole(path, pdf)
    except BaseException:
        # If even this fails, the first error is the one to report.
        with suppress(OSError):
            for path in (*names, *to.parts):
                path.unlink(missing_ok=True)
            if made and not any(to.file.parent.iterdir()):
                to.file.parent.rmdir()
        raise


def _remove_stale(to: Destination) -> None:
    """Remove pictures that an earlier run made and this one does not."""
    own = re.compile(re.escape(to.file.stem) + r"(-proof)?-\d+\.png")
    for old in to.file.parent.iterdir():
        if own.fullmatch(old.name) and old not in (*to.previews, *to.proofs):
            old.unlink()
