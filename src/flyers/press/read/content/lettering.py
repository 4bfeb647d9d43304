"""Widths of a font's letters, by which strings are measured (ISO 32000-1, 9.2.4 and 9.7.4.3)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from struct import unpack
from typing import Any

from flyers.core.matrix import Matrix
from flyers.press.read.filters import data_of
from flyers.press.read.fonts import face_name
from flyers.press.read.objects import followed

COLOURED, HEAD = re.compile(rb"\bd0\b"), 200
"""The operator with which a letter in colours of its own begins (9.6.5, table 113), and how many
bytes of it that has."""

MOST_WIDTHS = 70_000
"""Glyphs of a font, whose codes have two bytes."""


@dataclass(frozen=True, kw_only=True)
class Lettering:
    """A font's letters as far as its dictionary describes them; widths in thousandths of an em."""

    name: str
    wide: bool = False
    """True if a letter has two bytes."""
    widths: Mapping[int, float] = field(default_factory=dict)
    usual: float = 500
    empty: frozenset[int] = frozenset()
    """Codes that are drawn as .notdef, so far as the font's dictionary shows."""
    em: float = 1000
    glyphs: Mapping[int, Any] = field(default_factory=dict)
    """Content streams of letters in colours of their own, by their codes (9.6.5)."""
    matrix: Matrix = field(default_factory=Matrix)
    resources: Any = None

    def codes(self, string: bytes) -> tuple[int, ...]:
        if not self.wide:
            return tuple(string)
        pairs = len(string) // 2
        codes: tuple[int, ...] = unpack(f">{pairs}H", string[: 2 * pairs])
        return codes


NO_FONT = Lettering(name="")


def lettering(font: Any) -> Lettering:
    """Return the letters of a font dictionary; a width that is missing is half an em."""
    name = face_name(font)
    if font.get("/Subtype") == "/Type0":
        inner = followed(followed(font["/DescendantFonts"])[0])
        identity = str(followed(font.get("/Encoding", ""))).startswith("/Identity")
        return Lettering(
            name=name,
            wide=True,
            widths=_of_composite(followed(inner.get("/W")) or ()),
            usual=float(followed(inner.get("/DW", 1000))),
            empty=frozenset({0}) if identity else frozenset(),
        )
    first = int(followed(font.get("/FirstChar", 0)))
    widths = followed(font.get("/Widths")) or ()
    usual = Lettering(
        name=name,
        widths={first + n: float(followed(width)) for n, width in enumerate(widths[:256])},
        empty=frozenset(code for code, glyph in _differences(font) if glyph == "/.notdef"),
    )
    return _drawn(font, usual) if font.get("/Subtype") == "/Type3" else usual


def _drawn(font: Any, usual: Lettering) -> Lettering:
    """Return a Type 3 font, with the streams of its coloured letters. Those of ``d1`` are painted
    as any letter."""
    matrix = Matrix(*(float(followed(number)) for number in followed(font["/FontMatrix"])))
    streams = followed(font.get("/CharProcs")) or {}
    glyphs = {code: followed(streams[name]) for code, name in _differences(font) if name in streams}
    return replace(
        usual,
        em=1 / matrix.a if matrix.a else 1000.0,
        glyphs={
            code: glyph
            for code, glyph in glyphs.items()
            if hasattr(glyph, "get_data") and COLOURED.search(data_of(glyph)[:HEAD])
        },
        matrix=matrix,
        resources=followed(font.get("/Resources")),
    )


def _of_composite(entries: Any) -> dict[int, float]:
    """Return the widths of ``c [w1 w2 ...]`` and ``c1 c2 w`` (9.7.4.3)."""
    widths: dict[int, float] = {}
    items = [followed(entry) for entry in entries[:MOST_WIDTHS]]
    at = 0
    while at + 1 < len(items) and len(widths) < MOST_WIDTHS:
        first = int(items[at])
        if isinstance(items[at + 1], list):
            own = items[at + 1][:MOST_WIDTHS]
            widths |= {first + n: float(followed(width)) for n, width in enumerate(own)}
            at += 2
        elif at + 2 < len(items):
            last = min(int(items[at + 1]), first + MOST_WIDTHS)
            widths |= dict.fromkeys(range(first, last + 1), float(items[at + 2]))
            at += 3
        else:
            break
    return widths


def _differences(font: Any) -> Iterator[tuple[int, str]]:
    """Yield the codes of a simple font that its encoding maps to glyph names (9.6.6.1)."""
    encoding = followed(font.get("/Encoding"))
    differences = followed(encoding.get("/Differences")) if hasattr(encoding, "get") else None
    code = 0
    for entry in (differences or ())[:1000]:
        item = followed(entry)
        if isinstance(item, str):
            yield code, str(item)
            code += 1
        else:
            code = int(item)
