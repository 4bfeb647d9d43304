"""Reads back what a PDF says about its boxes and fonts."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from flyers.facts import FontFacts, SheetFacts, SideFacts
from flyers.press.objects import box, followed

if TYPE_CHECKING:
    from pypdf import PageObject


def count_pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(pdf)).pages)


def facts(pdf: bytes) -> SheetFacts:
    """The boxes and fonts of a PDF, as they stand in the file."""
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(pdf)).pages
    seen: set[int] = set()
    fonts = {font for page in pages for font in _fonts(page.get("/Resources"), seen)}
    return SheetFacts(
        sides=tuple(_side_facts(page) for page in pages),
        fonts=tuple(sorted(fonts, key=lambda font: (font.name, font.missing))),
    )


def _side_facts(page: "PageObject") -> SideFacts:
    return SideFacts(
        media=box(page.mediabox),
        trim=box(page["/TrimBox"]) if "/TrimBox" in page else None,
        crop=box(page["/CropBox"]) if "/CropBox" in page else None,
        rotate=page.rotation,
        user_unit=page.user_unit,
    )


def _fonts(resources: Any, seen: set[int]) -> Iterator[FontFacts]:
    """The fonts of these resources and of the forms and patterns in them, each once."""
    resources = followed(resources)
    if resources is None or id(resources) in seen:
        return
    seen.add(id(resources))
    for font in followed(resources.get("/Font", {})).values():
        yield _font_facts(font.get_object())
    for kind in ("/XObject", "/Pattern"):
        for inner in followed(resources.get(kind, {})).values():
            yield from _fonts(inner.get_object().get("/Resources"), seen)


def _font_facts(font: Any) -> FontFacts:
    """A composite font keeps its program with its one descendant (9.7.6.1)."""
    inner = followed(font.get("/DescendantFonts", [font]))[0].get_object()
    descriptor = followed(inner.get("/FontDescriptor", {}))
    programs = ("/FontFile", "/FontFile2", "/FontFile3")  # 9.9, table 126
    return FontFacts(
        name=str(font.get("/BaseFont", "Type 3")).lstrip("/").split("+")[-1].rstrip(","),
        embedded=font.get("/Subtype") == "/Type3" or any(key in descriptor for key in programs),
        missing=_missing_letters(font),
    )


def _missing_letters(font: Any) -> str:
    """The letters that a composite font draws as its glyph 0, which is .notdef (9.7.6.3).

    As weasyprint writes them: a code that its own CMap sends to 0, with a letter
    in the map to Unicode (9.10.3) that tells what stood in the text.
    """
    encoding, to_unicode = followed(font.get("/Encoding")), followed(font.get("/ToUnicode"))
    if to_unicode is None or not hasattr(encoding, "get_data"):
        return ""
    codes = re.findall(rb"<(\w{4})> 0\b", encoding.get_data())
    letters = dict(re.findall(rb"<(\w{4})> <(\w+)>\s*\n", to_unicode.get_data()))
    return "".join(
        bytes.fromhex(letters[code].decode()).decode("utf-16-be", "replace")
        for code in codes
        if code in letters
    )
