"""A survey of somebody's PDF: its pages with their finished sizes, and notes on what is lost."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flyers.core.findings import Finding
from flyers.core.sheets import Layer, Page
from flyers.press.read.annotations import annotations_of, is_hidden
from flyers.press.read.boxes import PageBox
from flyers.press.read.damage import naming_damage
from flyers.press.read.objects import followed
from flyers.press.read.pdf_pages import PdfPages

if TYPE_CHECKING:
    from pypdf import PageObject


@dataclass(frozen=True, kw_only=True)
class Survey:
    """The pages for imposition, and a sentence for everything that is assumed or lost."""

    pages: tuple[Page, ...]
    notes: tuple[Finding, ...]


def survey(source: PdfPages, box_name: PageBox = "trim") -> Survey:
    """Read the size of every page. Raises PdfError for a page that has none."""
    pages, without_trim = [], 0
    lost: Counter[str] = Counter()
    for number in range(len(source)):
        with naming_damage(source.of(number)):
            page = source.page(number)
            without_trim += "/TrimBox" not in page
            trim, way = source.finished(number, box_name)
            size = way.box(trim)
            if size.width < 1 or size.height < 1:
                raise ValueError(f"page {number + 1} has no area")
            for what in _lost(page):
                lost[what] += 1
        layer = Layer(source=number)
        name = str(number + 1)
        pages.append(Page(name=name, width=size.width, height=size.height, layers=(layer,)))
    notes = [*_box_notes(len(pages), without_trim, box_name), *_losses(source, lost)]
    return Survey(
        pages=tuple(pages),
        notes=tuple(Finding(check="pdf", severity="warning", message=note) for note in notes),
    )


def _box_notes(count: int, without_trim: int, name: PageBox) -> Iterator[str]:
    if not without_trim or name != "trim":
        return
    which = "" if without_trim == count else f" on {without_trim} of its {count} pages"
    yield f"It has no TrimBox{which}: the size that viewers show is taken as the finished size."


def _lost(page: "PageObject") -> Iterator[str]:
    """Yield the annotations of a page that an imposed file cannot keep."""
    for annotation in annotations_of(page):
        if not _can_be_kept(annotation):
            yield _name_of(annotation)


def _losses(source: PdfPages, lost: Counter[str]) -> Iterator[str]:
    for name, count in lost.items():
        times = f" ({count} of them)" if count > 1 else ""
        yield f"{name}{times} is lost: the file does not hold what it looks like."
    if any("/StructTreeRoot" in reader.root_object for reader in source.readers):
        yield "The tags for screen readers are left out: they would read sheets, not pages."


def _can_be_kept(annotation: "PageObject") -> bool:
    """Return True for links, which are moved, for appearances, which are drawn, and for what is
    never printed."""
    silent = annotation.get("/Subtype") in ("/Link", "/Popup", "/TrapNet", "/PrinterMark")
    return bool(silent or is_hidden(annotation) or followed(annotation.get("/AP")))


def _name_of(annotation: "PageObject") -> str:
    if annotation.get("/Subtype") == "/Widget":
        name = annotation.get("/T") or followed(annotation.get("/Parent", {})).get("/T", "")
        return f"The form field {str(name)!r}" if name else "A form field without a name"
    return f"An annotation ({str(annotation.get('/Subtype', 'of no kind')).lstrip('/')})"
