"""Looks at a PDF once, with every engine, and hands all of it to the checks.

Engines are imported where they are used: what is aside of this process imports
its own, side by side with what goes on here. What all of them need is imported
before they part.
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

Half = TypeVar("Half")

COARSE_DPI = 36
"""Enough to see that something is coloured."""

SECONDS = 60
"""Of a processor, for each of the two halves of a stranger's file."""

MEMORY = 4 << 30
"""Bytes, for each of them."""

OPERATORS = 2_000_000
"""Of a stranger's file that are looked at; a map has a hundred thousand."""

PIXELS = 300_000_000
"""Of all pages of a stranger's file that are looked at: 140 letter pages."""

LARGEST = 1 << 30
"""Bytes of a stranger's file."""


def evidence_of(pdf: bytes, *, tints: bool = True, eyes: bool = True) -> Evidence:
    """The evidence of a PDF that is trusted to come to an end. ``tints`` and ``eyes`` are left
    out where nobody asks for what is coloured, or for codes that cannot be read. Raises PdfError.
    """
    return joined(_sights(pdf, inf, tints=tints, eyes=eyes), _facts("the PDF", pdf, inf))


class Stranger:
    """Anybody's file, which may be made to take all the time and memory there is, or to bring an
    engine down. What it shows and what it says are looked at side by side from the beginning,
    each in a process that ends at its bounds."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pdf = b""
        """What is looked at: the file, or what another engine made of it."""
        self._aside = ExitStack()
        self._refused: PdfError | None = None
        try:
            self.pdf = _read(path)
        except PdfError as error:
            self._refused = error
        else:
            self._begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End what is aside of this process."""
        self._aside.close()

    def _begin(self) -> None:
        import PIL.Image  # noqa: F401 - by all three: this process is sent the pictures

        name, pdf = self.path.name, self.pdf
        self._sights = self._half(partial(_sights, pdf, PIXELS))
        self._facts = self._half(partial(_facts, name, pdf, OPERATORS))

    def _half(self, look: Callable[[], Half]) -> Callable[[], Half]:
        return self._aside.enter_context(bounded(look, seconds=SECONDS, memory=MEMORY))

    def evidence(self) -> Evidence:
        """All that was seen, when it was. Raises PdfError."""
        if self._refused:
            raise self._refused
        try:
            return self._evidence()
        except ChildProcessError:
            raise PdfError(
                f"{self.path.name} cannot be looked at within a minute and {MEMORY >> 30} GB; "
                "take out what is so large, or save it anew from where it was made."
            ) from None

    def _evidence(self) -> Evidence:
        try:
            facts = self._facts()
        except UnreadableError as error:
            original = self.pdf
            mended = self._half(partial(_resaved, original))()
            if mended is None:
                raise
            self.pdf = mended
            self._begin()
            encrypted = b"/Encrypt" in original
            why = str(error).removeprefix(f"{self.path.name} ").partition(";")[0]
            facts = self._facts()
            facts = replace(facts, encrypted=encrypted, mended="" if encrypted else why)
        return joined(self._sights(), facts)


class Strangers:
    """Files to be looked at one after the other, each once: the first from the beginning, the
    next one while its forerunner is judged."""

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
            raise PdfError(f"{path} is larger than {LARGEST >> 30} GB; take out what is so large.")
        return path.read_bytes()
    except OSError as error:
        raise PdfError(
            f"Cannot read {path} ({error.strerror}); check its name and permissions."
        ) from error


def _sights(
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
