"""What a person's PDF brings: its pages with their finished sizes, and what is to be said of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from flyers.affine import upright
from flyers.press.objects import box, followed
from flyers.press.source import Source, honest
from flyers.sheets import Box, Layer, Page

if TYPE_CHECKING:
    from pypdf import PageObject

PageBox = Literal["trim", "crop", "bleed", "media"]


@dataclass(frozen=True, kw_only=True)
class Survey:
    """The pages as imposition wants them, and a sentence for everything that was assumed or is
    lost."""

    pages: tuple[Page, ...]
    notes: tuple[str, ...]


def survey(source: Source, box_name: PageBox = "trim") -> Survey:
    """Look at every page once. Raises PdfError for a page that has no size."""
    pages, without_trim = [], 0
    for number in range(len(source)):
        with honest(source.of(number)):
            page = source.page(number)
            without_trim += "/TrimBox" not in page
            trim = trim_of(page, box_name)
            size = upright(trim, rotate=page.rotation, user_unit=page.user_unit).box(trim)
            if size.width < 1 or size.height < 1:
                raise ValueError(f"page {number + 1} has no area")
            pages.append(
                Page(
                    name=str(number + 1),
                    width=size.width,
                    height=size.height,
                    layers=(Layer(source=number),),
                )
            )
    notes = [*_box_notes(len(pages), without_trim, box_name), *_lost(source)]
    return Survey(pages=tuple(pages), notes=tuple(notes))


_BOXES: Mapping[PageBox, tuple[str, ...]] = {
    "trim": ("/TrimBox", "/CropBox"),
    "bleed": ("/BleedBox", "/CropBox"),
    "crop": ("/CropBox",),
    "media": (),
}
"""Where each is looked for, in order; the MediaBox is the last resort of all (table 30)."""


def trim_of(page: "PageObject", name: PageBox = "trim") -> Box:
    """The page's box of that name, no larger than its paper (14.11.2.1), in its user space.

    A box that is not there is the CropBox, and that the MediaBox.
    """
    media = box(followed(page["/MediaBox"]))
    asked = next((box(followed(page[key])) for key in _BOXES[name] if key in page), media)
    within = asked.shared(media)
    return within if within.width > 0 and within.height > 0 else media


def _box_notes(count: int, without_trim: int, name: PageBox) -> Iterator[str]:
    if not without_trim or name != "trim":
        return
    which = "" if without_trim == count else f" of {without_trim} of its {count} pages"
    yield f"No finished size is told{which} (no TrimBox): it is taken as a reader shows it."


def _lost(source: Source) -> Iterator[str]:
    """What an imposed file cannot keep."""
    kinds: Counter[str] = Counter()
    for number in range(len(source)):
        with honest(source.of(number)):
            for reference in followed(source.page(number).get("/Annots")) or ():
                annotation = followed(reference)
                if hasattr(annotation, "get") and not _can_be_kept(annotation):
                    kinds[_name_of(annotation)] += 1
    for name, count in kinds.items():
        times = f" ({count} of them)" if count > 1 else ""
        yield f"{name}{times} has no picture of itself in the file and is lost."
    if any("/StructTreeRoot" in reader.root_object for reader in source.readers):
        yield "The tags for screen readers are left out: they would read sheets, not pages."


def _can_be_kept(annotation: "PageObject") -> bool:
    """Links are moved, what has an appearance is drawn; what is never printed is no loss."""
    hidden = int(annotation.get("/F", 0)) & 0b10  # 12.5.3, table 165
    silent = annotation.get("/Subtype") in ("/Link", "/Popup", "/TrapNet", "/PrinterMark")
    return bool(silent or hidden or followed(annotation.get("/AP")))


def _name_of(annotation: "PageObject") -> str:
    if annotation.get("/Subtype") == "/Widget":
        name = annotation.get("/T") or followed(annotation.get("/Parent", {})).get("/T", "")
        return f"The form field {str(name)!r}" if name else "A form field without a name"
    return f"An annotation ({str(annotation.get('/Subtype', 'of no kind')).lstrip('/')})"
