"""The fonts of a PDF, wherever its pages use them (ISO 32000-1, 9)."""

import re
from collections.abc import Iterator
from typing import Any

from flyers.press.read.facts import FontFacts
from flyers.press.read.filters import data_of
from flyers.press.read.objects import followed

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
"""The entries of a font's descriptor that hold its program (9.9, table 126)."""

DEEPEST = 12
"""Levels of forms within forms that are searched."""


def fonts_of(resources: Any, seen: set[int], depth: int = 0) -> Iterator[FontFacts]:
    """Yield the fonts of these resources and of the forms and patterns in them, each once."""
    resources = followed(resources)
    if resources is None or id(resources) in seen or depth > DEEPEST:
        return
    seen.add(id(resources))
    for font in (followed(resources.get("/Font")) or {}).values():
        yield font_facts(followed(font))
    for kind in ("/XObject", "/Pattern"):
        for inner in (followed(resources.get(kind)) or {}).values():
            yield from fonts_of(followed(inner).get("/Resources"), seen, depth + 1)


def font_facts(font: Any) -> FontFacts:
    """Return the facts of a font. A composite font keeps its program with its one descendant
    (9.7.6.1)."""
    inner = followed((followed(font.get("/DescendantFonts")) or [font])[0])
    descriptor = followed(inner.get("/FontDescriptor")) or {}
    kind = str(font.get("/Subtype", "")).lstrip("/")
    return FontFacts(
        name=face_name(font),
        embedded=kind == "Type3" or any(key in descriptor for key in PROGRAMS),
        kind=kind if inner is font else str(inner.get("/Subtype", kind)).lstrip("/"),
        missing=_missing_letters(font),
        stem=float(descriptor.get("/StemV", 0)) / 1000,
    )


def face_name(font: Any) -> str:
    """Return the name of the face, without the tag of a subset (9.6.4)."""
    return str(font.get("/BaseFont", "Type 3")).lstrip("/").split("+")[-1].rstrip(",")


def _missing_letters(font: Any) -> str:
    """Return the letters that a composite font draws as its glyph 0, which is .notdef (9.7.6.3).

    As weasyprint writes them: a code that its own CMap maps to 0, with the letter in its map to
    Unicode (9.10.3).
    """
    encoding, to_unicode = followed(font.get("/Encoding")), followed(font.get("/ToUnicode"))
    if to_unicode is None or not hasattr(encoding, "get_data"):
        return ""
    codes = re.findall(rb"<(\w{4})> 0\b", data_of(encoding))
    letters = dict(re.findall(rb"<(\w{4})> <(\w+)>\s*\n", data_of(to_unicode)))
    return "".join(
        bytes.fromhex(letters[code].decode()).decode("utf-16-be", "replace")
        for code in codes
        if code in letters
    )
