"""Facts read back from a PDF: its boxes, fonts, annotations, and what its pages paint.

The file is not trusted. What is damaged is left out and noted in the facts of its page; PdfError is
raised only for a file that cannot be opened at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from flyers.core.boxes import Box
from flyers.core.errors import PdfError
from flyers.core.matrix import Matrix
from flyers.press.read.annotations import annotations_of, is_hidden
from flyers.press.read.boxes import rotation_of
from flyers.press.read.content.bounds import Budget
from flyers.press.read.content.layers import Layers
from flyers.press.read.content.page_content import content_of
from flyers.press.read.damage import naming_damage, unless_damaged
from flyers.press.read.document import document_facts
from flyers.press.read.facts import Annotation, FileFacts, FontFacts, PageFacts
from flyers.press.read.fonts import fonts_of
from flyers.press.read.objects import box, followed
from flyers.press.read.pdf_pages import PdfPages

if TYPE_CHECKING:
    from pypdf import PageObject


LETTER = Box(left=0, bottom=0, right=612, top=792)
"""The paper that viewers take where a page has none."""

LEAST = 0.01
"""Points that paper has at least."""


def count_pages(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    from flyers.press.read.opening import Reader

    with naming_damage("the PDF"):
        return len(Reader(pdf).pages)


def producer(pdf: bytes) -> str:
    """Return the program that made a PDF, by its information (14.3.3); empty where it is not
    named."""
    from flyers.press.read.opening import Reader

    try:
        with naming_damage("the PDF"):
            metadata = Reader(pdf).metadata
            return str(metadata.get("/Producer", "")) if metadata else ""
    except PdfError:
        return ""


def facts(pdf: bytes | PdfPages, operators: float = inf) -> FileFacts:
    """Return all facts of a PDF. Raises PdfError if it cannot be opened.

    At most ``operators`` of its content are read, and a quarter of them on one page.
    """
    source = pdf if isinstance(pdf, PdfPages) else PdfPages([("the PDF", pdf)])
    reader = source.readers[0]
    pages = [source.page(number) for number in range(len(source))]
    layers, budget = (
        unless_damaged(lambda: Layers(reader.root_object), Layers({})),
        Budget(operators),
    )
    seen: set[int] = set()
    fonts: set[FontFacts] = set()
    for page in pages:
        fonts |= unless_damaged(partial(_fonts, page, seen), set())
    painted = tuple(_page_facts(page, layers, budget) for page in pages)
    return FileFacts(
        pages=painted,
        fonts=tuple(
            sorted(
                _used(fonts, painted),
                key=lambda font: (font.name, font.missing, font.kind, font.stem),
            )
        ),
        **document_facts(reader),
    )


def _fonts(page: "PageObject", seen: set[int]) -> set[FontFacts]:
    return set(fonts_of(page.get("/Resources"), seen))


def _used(fonts: set[FontFacts], pages: Sequence[PageFacts]) -> set[FontFacts]:
    """Return the fonts in which something is set: programs list others, which nobody misses.

    Where a page was read only in part, any font may be used.
    """
    if any(page.content.cut_short for page in pages):
        return fonts
    names = {paint.font for page in pages for paint in page.content.paints}
    return {font for font in fonts if font.name in names}


def _page_facts(page: "PageObject", layers: Layers, budget: Budget) -> PageFacts:
    unit = unless_damaged(lambda: float(page.user_unit), 1.0)
    unit = unit if 0 < unit <= 1000 else 1.0

    def given(key: str) -> Box | None:
        return unless_damaged(lambda: Matrix.scale(unit).box(box(followed(page[key]))), None)

    media = given("/MediaBox") or LETTER
    has_area = min(media.width, media.height) >= LEAST
    facts = PageFacts(
        media=media if has_area else LETTER,
        crop=given("/CropBox"),
        bleed=given("/BleedBox"),
        trim=given("/TrimBox"),
        rotate=unless_damaged(lambda: rotation_of(page), 0),
        user_unit=unit,
        annotations=unless_damaged(lambda: tuple(_annotations(page, unit)), ()),
    )
    piece = facts.bleed or facts.finished
    content = content_of(page, facts.shown, piece, unit, layers, budget)
    if not has_area:
        content = replace(content, cut_short="its paper (MediaBox) has no area")
    return replace(facts, content=content)


def _annotations(page: "PageObject", unit: float) -> Iterator[Annotation]:
    for annotation in annotations_of(page):
        action = followed(annotation.get("/A")) or {}
        yield Annotation(
            kind=str(annotation.get("/Subtype", "")).lstrip("/"),
            box=Matrix.scale(unit).box(box(followed(annotation.get("/Rect", (0, 0, 0, 0))))),
            action=str(action.get("/S", "")).lstrip("/"),
            address=str(followed(action.get("/URI", ""))),
            words=str(followed(annotation.get("/Contents", ""))),
            hidden=is_hidden(annotation),
        )
