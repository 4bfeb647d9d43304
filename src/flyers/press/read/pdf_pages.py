"""PDFs opened for printing: one run of pages from one file or several, ours or a stranger's.

A stranger's file is repaired where nothing is lost by it, and refused in one sentence where
something might be: half an imposition is worse than none.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from flyers.core.boxes import Box
from flyers.core.errors import PdfError, UnreadableError
from flyers.core.matrix import Matrix
from flyers.press.read.boxes import PageBox, finished
from flyers.press.read.damage import naming_damage

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

TYPESET = "the typeset file"
"""The name of our own file in messages."""


class PdfPages:
    """The pages of some PDFs, one after the other, counted from 0."""

    def __init__(
        self,
        files: Sequence[tuple[str, bytes]],
        mend: Callable[[bytes], bytes | None] = lambda pdf: None,
    ) -> None:
        """Open files by names and contents. Raises PdfError for a file that cannot be used.

        ``mend`` is given a file that cannot be read, once, and returns a repaired one or None;
        ``mended`` are the names of those.
        """
        self.names = [name for name, _ in files]
        self.mended: list[str] = []
        self.readers: list[PdfReader] = []
        self.counts: list[int] = []
        self._pages: list[PageObject] = []
        for name, pdf in files:
            self._take(name, pdf, mend)
        self._ends = list(accumulate(self.counts))
        self._places: dict[int, dict[str, int]] = {}
        self._finished: dict[tuple[int, PageBox], tuple[Box, Matrix]] = {}

    def _take(self, name: str, pdf: bytes, mend: Callable[[bytes], bytes | None]) -> None:
        try:
            reader, pages = _opened(name, pdf)
        except UnreadableError:
            other = mend(pdf)
            if other is None:
                raise
            reader, pages = _opened(name, other)
            self.mended.append(name)
        self.readers.append(reader)
        self.counts.append(len(pages))
        self._pages += pages

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, number: int) -> "PageObject":
        return self._pages[number]

    def finished(self, number: int, name: PageBox) -> tuple[Box, Matrix]:
        """Return a page's finished size, and the matrix that stands it upright, computed once."""
        key = number, name
        if key not in self._finished:
            self._finished[key] = finished(self._pages[number], name)
        return self._finished[key]

    def of(self, number: int) -> str:
        """Return the name of the file that a page is from."""
        return self.names[self.file_of(number)]

    def file_of(self, number: int) -> int:
        """Return the number of the file that a page is from."""
        return bisect_right(self._ends, number)

    def page_called(self, file: int, name: str) -> int | None:
        """Return the number of the page object of a named destination of a file."""
        if file not in self._places:
            self._places[file] = _places(self.readers[file])
        return self._places[file].get(name)


def _places(reader: "PdfReader") -> dict[str, int]:
    found = {name: place.get("/Page") for name, place in reader.named_destinations.items()}
    return {name: page.idnum for name, page in found.items() if page and hasattr(page, "idnum")}


def _opened(name: str, data: bytes) -> "tuple[PdfReader, list[PageObject]]":
    """Return the file and all its pages, as pypdf is slow to find them again one by one."""
    from pypdf.errors import DependencyError

    from flyers.press.read.opening import Reader

    if b"%PDF-" not in data[:1024]:
        raise PdfError(f"{name} is not a PDF; give a file that a program saved as PDF.")
    with naming_damage(name):
        try:
            reader = Reader(data)
            if reader.is_encrypted and not reader.decrypt(""):
                raise PdfError(f"{name} needs a password; save a copy without one and give that.")
            pages = [reader.pages[number] for number in range(len(reader.pages))]
        except DependencyError as error:
            raise UnreadableError(
                f"{name} is encrypted in a way that is not supported; "
                "save a copy without encryption."
            ) from error
    if not pages:
        raise PdfError(f"{name} has no pages; give a PDF that has some.")
    return reader, pages
