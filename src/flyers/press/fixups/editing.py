"""A file while it is repaired: its pages, catalog and information, to be changed in place."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flyers.press.read.objects import followed
from flyers.press.read.pdf_pages import PdfPages
from flyers.press.write.writer import Reference, Writer

if TYPE_CHECKING:
    from pypdf import PageObject


@dataclass(frozen=True, kw_only=True)
class PageEdit:
    """A page as it was read, and its entries as they will be written."""

    read: "PageObject"
    at: Reference
    entries: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class FileEdit:
    """A file's pages, catalog and information, and the writer that takes new streams."""

    writer: Writer
    pages: tuple[PageEdit, ...]
    catalog: dict[str, Any]
    information: dict[str, Any]


def edit_of(source: PdfPages, writer: Writer) -> FileEdit:
    """Return the one file of ``source``, with places reserved for its pages."""
    (reader,) = source.readers
    pages = []
    for number in range(len(source)):
        page = source.page(number)
        at = writer.reserve()
        if page.indirect_reference is not None:
            writer.stands_for(page.indirect_reference, at)
        entries = {key: value for key, value in page.items() if key not in ("/Type", "/Parent")}
        pages.append(PageEdit(read=page, at=at, entries=entries))
    root = reader.root_object
    catalog = {key: value for key, value in root.items() if key not in ("/Type", "/Pages")}
    return FileEdit(
        writer=writer,
        pages=tuple(pages),
        catalog=catalog,
        information=without(reader.trailer.get("/Info")),
    )


def without(holder: Any, *keys: str) -> dict[str, Any]:
    """Return a dictionary of the file without these entries."""
    return {key: value for key, value in (followed(holder) or {}).items() if key not in keys}


def page_by_page(file: FileEdit, fix: Callable[[PageEdit], Iterable[str]]) -> Iterator[str]:
    """Fix every page by itself; yield each sentence once, behind the pages that it is about."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(file.pages):
        for sentence in fix(page):
            found[sentence].append(number)
    for sentence, numbers in found.items():
        yield f"{on_pages(numbers)}: {sentence}"


def on_pages(numbers: Iterable[int]) -> str:
    """Return pages counted from 0 as people count them: ``Page 3``, ``Pages 1–4, 7``."""
    runs = list(_runs(sorted(set(numbers))))
    listed = ", ".join(str(a + 1) if a == b else f"{a + 1}–{b + 1}" for a, b in runs)
    return f"Page {listed}" if listed.isdigit() else f"Pages {listed}"


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of successive numbers."""
    first = last = numbers[0]
    for number in numbers[1:]:
        if number > last + 1:
            yield first, last
            first = number
        last = number
    yield first, last
