"""Where the files of a piece go, and how they get there: all of them whole, or none."""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flyers.core.errors import DiskFullError, OptionError, OutputError
from flyers.core.files import write_whole
from flyers.press.read.raster import png

if TYPE_CHECKING:
    from flyers.pieces.piece import Job
    from flyers.statements.addresses import Page


@dataclass(frozen=True, kw_only=True)
class Destination:
    """``<out>/<slug>/<slug>-<layout>-<format>-<printer>.pdf``, with ``-<sheet>`` on a press sheet,
    or one for each of its ``parts``; a PNG for every side, and one for the proof of every sheet."""

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
    place: "Page | None" = None,
    parts: Iterable[str] = (),
) -> Destination:
    """The names of a job's files, its own rule going before the usual one. Raises AddressError."""
    stem = "-".join(filter(None, (slug, job.layout, job.format, job.printer, file_name(job.sheet))))
    file = job.out / slug / f"{stem}.pdf"
    if job.path and place:
        from flyers.statements.addresses import filled

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
    """What a press sheet is called, as a file may be: ``17/2in x 11in`` has a slash."""
    return re.sub(r"[^\w.]+", "-", sheet or "").strip("-.").lower()


def write(to: Destination, pdfs: Sequence[bytes], pictures: Sequence[Any]) -> None:
    """Write the file or its parts, and the ``pictures``, previews and then proofs, or raise
    OutputError or DiskFullError and leave none."""
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
        # Where even this fails, the first error is the one to tell.
        with suppress(OSError):
            for path in (*names, *to.parts):
                path.unlink(missing_ok=True)
            if made and not any(to.file.parent.iterdir()):
                to.file.parent.rmdir()
        raise


def spare(read: Iterable[str], written: Iterable[Path], instead: str) -> None:
    """What is there already is replaced, as every tool does; but not what was read. Raises
    OptionError."""
    names = {os.path.realpath(name): name for name in read}
    for file in written:
        if name := names.get(os.path.realpath(file)):
            raise OptionError(f"{name} would be replaced by what is made of it; {instead}.")


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write the files, all of them, or raise OutputError or DiskFullError and leave no new one."""
    for path in files:
        # A device such as /dev/null would be replaced by a file.
        if os.path.lexists(path) and not path.is_file():
            what = "a folder" if path.is_dir() else "no file"
            raise OutputError(f"{path} is {what}; name a file that can be written with -o.")
    new = [path for path in files if not os.path.lexists(path)]
    try:
        for path, data in files.items():
            with disk_errors(path.parent, "name another file with -o"):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, data)
    except BaseException:
        with suppress(OSError):
            for path in new:
                path.unlink(missing_ok=True)
        raise


def pour(data: bytes) -> None:
    """Write to standard output. Raises DiskFullError, OutputError or BrokenPipeError."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would be tried, and told of, once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        kind = DiskFullError if error.errno in (errno.ENOSPC, errno.EDQUOT) else OutputError
        raise kind(
            f"Cannot write to standard output ({error.strerror}); name a file with -o."
        ) from error


def _remove_stale(to: Destination) -> None:
    """Pictures that an earlier run had and this one has not."""
    own = re.compile(re.escape(to.file.stem) + r"(-proof)?-\d+\.png")
    for old in to.file.parent.iterdir():
        if own.fullmatch(old.name) and old not in (*to.previews, *to.proofs):
            old.unlink()


@contextmanager
def disk_errors(
    folder: Path, instead: str = "choose another folder with --out, or out in [build]"
) -> Iterator[None]:
    """Tell what the disk refuses, about that folder; also where another has told it already of a
    folder inside. Raises OutputError or DiskFullError."""
    try:
        yield
    except DiskFullError as error:
        raise DiskFullError(_full(folder, instead)) from error
    except OSError as error:
        # Where no statement can have its folder, the one to tell of is that above them all.
        if not os.access(folder.parent, os.W_OK | os.X_OK):
            folder = folder.parent
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFullError(_full(folder, instead)) from error
        raise OutputError(f"Cannot write into {folder} ({error.strerror}); {instead}.") from error


def _full(folder: Path, instead: str) -> str:
    return f"There is no space left for {folder}; free some or {instead}."
