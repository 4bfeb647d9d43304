"""Gathers the evidence of a PDF once, with every engine.

Engines are imported where they are used: the processes that look at a file import theirs while
this one goes on. What all of them need is imported before they are started.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from flyers.core.bounded import bounded
from flyers.core.errors import PdfError, UnreadableError
from flyers.core.limits import in_force
from flyers.preflight.evidence import (
    PICTURE_DPI,
    Evidence,
    PictureEvidence,
    joined,
    picture_evidence,
)
from flyers.preflight.not_pdf import refusal

if TYPE_CHECKING:
    from flyers.press.read.facts import FileFacts

Gathered = TypeVar("Gathered")

COARSE_DPI = 36
"""Enough to see that something is coloured."""

SECONDS = 60
"""Processor time for each of the two processes that look at a stranger's file."""

MEMORY = 4 << 30
"""Bytes for each of them."""

OPERATORS = 2_000_000
"""Operators of a stranger's file that are read; a map has a hundred thousand."""

PIXELS = 300_000_000
"""Pixels of all pages of a stranger's file that are drawn: 140 letter pages."""

LARGEST = 1 << 30
"""Bytes of the largest file that is read."""


def evidence_of(pdf: bytes, *, tints: bool = True, eyes: bool = True) -> Evidence:
    """Return the evidence of a PDF that is trusted, without bounds.

    ``tints`` and ``eyes`` are False where neither colours nor codes that cannot be read matter.
    Raises PdfError.
    """
    return joined(_pictures(pdf, inf, tints=tints, eyes=eyes), _facts("the PDF", pdf, inf))


class Stranger:
    """A file of unknown origin, which may be made to take all time and memory, or to crash an
    engine.

    Its pictures and its facts are gathered side by side from the beginning, each in a process
    with bounds on time and memory.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pdf = b""
        """The bytes that are looked at: the file's, or repaired by another engine."""
        self._processes = ExitStack()
        self._refused: PdfError | None = None
        try:
            self.pdf = _read(path)
        except PdfError as error:
            self._refused = error
        else:
            try:
                self._begin()
            except BaseException:
                self.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes that look at the file."""
        self._processes.close()

    def _begin(self) -> None:
        from PIL.Image import Image  # by all three: this process is sent the pictures

        name, pdf = self.path.name, self.pdf
        self._pictures = self._started(partial(_pictures, pdf, PIXELS), Image)
        self._facts = self._started(partial(_facts, name, pdf, OPERATORS))

    def _started(self, look: Callable[[], Gathered], *also: type) -> Callable[[], Gathered]:
        begun = bounded(look, seconds=SECONDS, memory=MEMORY, also=also)
        return self._processes.enter_context(begun)

    def evidence(self) -> Evidence:
        """Wait for the evidence and return it. Raises PdfError."""
        if self._refused:
            raise self._refused
        try:
            return self._evidence()
        except ChildProcessError:
            seconds, memory = in_force(SECONDS, MEMORY)
            raise PdfError(
                f"{self.path.name} cannot be checked within {seconds} seconds and "
                f"{memory / (1 << 30):.2g} GB; "
                "take out its largest pictures, or export it again from where it was made."
            ) from None

    def _evidence(self) -> Evidence:
        try:
            facts = self._facts()
        except UnreadableError as error:
            original = self.pdf
            mended = self._started(partial(_resaved, original))()
            if mended is None:
                raise
            self.pdf = mended
            self._begin()
            encrypted = b"/Encrypt" in original
            why = str(error).removeprefix(f"{self.path.name} ").partition(";")[0]
            facts = self._facts()
            facts = replace(facts, encrypted=encrypted, mended="" if encrypted else why)
        return joined(self._pictures(), facts)


class Strangers:
    """Files to be checked one after the other. The next is looked at while one is judged."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = [Path(path) for path in dict.fromkeys(paths)]
        self._ahead: Stranger | None = Stranger(self._paths[0]) if self._paths else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._ahead:
            self._ahead.close()

    def __iter__(self) -> Iterator[Stranger]:
        for following in (*self._paths[1:], None):
            now, self._ahead = self._ahead, Stranger(following) if following else None
            if now:
                with now:
                    yield now


def _read(path: Path) -> bytes:
    refused = refusal(path)
    if refused:
        raise refused
    try:
        if path.stat().st_size > LARGEST:
            raise PdfError(
                f"{path} is larger than {LARGEST >> 30} GB; take out its largest pictures."
            )
        return path.read_bytes()
    except OSError as error:
        raise PdfError(
            f"Cannot read {path} ({error.strerror}); check its name and permissions."
        ) from error


def _pictures(
    pdf: bytes, pixels: float, *, tints: bool = True, eyes: bool = True
) -> list[PictureEvidence]:
    from flyers.press.read.raster import rendered_pages

    return [
        picture_evidence(look.picture, look.letters, look.in_colour, eyes=eyes)
        for look in rendered_pages(
            pdf, dpi=PICTURE_DPI, colour_dpi=COARSE_DPI if tints else 0, pixels=pixels
        )
    ]


def _facts(name: str, pdf: bytes, operators: float) -> "FileFacts":
    from flyers.press.read.file_facts import facts
    from flyers.press.read.pdf_pages import PdfPages

    return facts(PdfPages([(name, pdf)]), operators)


def _resaved(pdf: bytes) -> bytes | None:
    from flyers.press.read.raster import resaved

    return resaved(pdf)
