"""Letters that the fonts have, so that none is missing on paper. The only import of fontTools."""

import logging
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from flyers.core.belonging import all_within
from flyers.core.bounded import bounded
from flyers.core.errors import GlyphError
from flyers.core.shipped import shipped

Found = TypeVar("Found")
Faces = Sequence[Any]

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")
_EMOJI_PARTS = {
    0x200D,
    0xFE0E,
    0xFE0F,
    0x20E3,
    *range(0x1F3FB, 0x1F400),
    *range(0xE0020, 0xE0080),
}
_DRAWN_AS_NOTHING = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_MAY_BE_LEFT_OUT = {"So", "Sk", "Cn", "Co", "Cs"}
"""Pictographs, lone modifiers and code points without a character: no word is lost with them."""

SECONDS = 20
"""Processor time to read a font that is not ours; one of Chinese takes a tenth of one."""

MEMORY = 4 << 30
"""Bytes for that, with those that this process has already."""


@cache
def _letters(font: Path) -> frozenset[int]:
    """Return the code points that a font has; of a collection those that any of its faces has."""
    return _read(font, _letters_of)


def _letters_of(faces: Faces) -> frozenset[int]:
    return frozenset(code for face in faces for code in face.getBestCmap() or ())


def _read(font: Path, look: Callable[[Faces], Found]) -> Found:
    """Return what is found in a font. One that is not ours may claim to have four thousand million
    letters, and is read in a process with bounds. Raises GlyphError."""
    if font.parent == shipped("fonts"):
        return _looked_at(font, look)
    try:
        with bounded(partial(_looked_at, font, look), seconds=SECONDS, memory=MEMORY) as found:
            return found()
    except ChildProcessError:
        raise _broken(font) from None


def _looked_at(font: Path, look: Callable[[Faces], Found]) -> Found:
    try:
        with _opened(font) as faces:
            return look(faces)
    except MemoryError:
        raise  # of a process with bounds
    except Exception as error:  # fontTools raises nearly anything on a broken file
        raise _broken(font) from error


@contextmanager
def _opened(font: Path) -> Iterator[Faces]:
    """Open the faces of a font: one, or those of a collection (OpenType, TTC header)."""
    from fontTools.ttLib import TTCollection, TTFont

    logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # it tells of odd dates and the like
    with font.open("rb") as file:
        collection = file.read(4) == b"ttcf"
        file.seek(0)
        yield TTCollection(file, lazy=True).fonts if collection else [TTFont(file, lazy=True)]


def _broken(font: Path) -> GlyphError:
    return GlyphError(f"{font} is not a font that can be read; remove it.")


def check_folder(folder: Path) -> None:
    """Refuse a folder of fonts from which the engine could be led out, or that would keep it
    waiting: it opens whatever is in there. Raises GlyphError."""
    for path in all_within(folder, error=GlyphError):
        if path.suffix.lower() in _SUFFIXES and path.is_dir():
            raise GlyphError(f"{path} is a folder, no font; give it another name.")


@cache
def _fonts(folder: Path) -> tuple[Path, ...]:
    # The text fonts first: they have nearly all letters, so that the others stay closed.
    found = (p for p in folder.iterdir() if p.suffix.lower() in _SUFFIXES)
    return tuple(sorted(found, key=lambda p: ("Regular" not in p.name, "Serif" not in p.name, p)))


def undrawable(text: str, folders: Sequence[Path]) -> list[str]:
    """Return the characters of ``text`` that no font in the folders has, in their order."""
    wanted = {
        c
        for c in dict.fromkeys(text)
        if ord(c) > 0x7E and unicodedata.category(c) not in _DRAWN_AS_NOTHING
    }
    for font in (font for folder in folders for font in _fonts(folder)):
        if not wanted:
            return []
        letters = _letters(font)
        wanted = {c for c in wanted if ord(c) not in letters}
    return [c for c in dict.fromkeys(text) if c in wanted and ord(c) not in _EMOJI_PARTS]


def families(folders: Sequence[Path]) -> frozenset[str]:
    """Return the families of all fonts in the folders."""
    return frozenset(
        family for folder in folders for font in _fonts(folder) for family in _families(font)
    )


@cache
def _families(font: Path) -> frozenset[str]:
    """Return each face's typographic family, or its legacy one (OpenType, name, ids 16 and 1)."""
    return frozenset(family or font.stem for family in _read(font, _families_of))


def _families_of(faces: Faces) -> frozenset[str]:
    tables = [face["name"] for face in faces]
    return frozenset(str(names.getDebugName(16) or names.getDebugName(1) or "") for names in tables)


Outline = tuple[float, str]
"""A letter's width in ems, and its shape as path operators of a PDF, one unit to the em."""


def outlines(text: str, font: Path) -> dict[str, Outline]:
    """Return the letters of a text as shapes, to be drawn without a font. A letter that the font
    lacks has the shape of its question mark."""
    from fontTools.pens.basePen import BasePen

    class GlyphShape(BasePen):  # type: ignore[misc]
        """Writes a glyph's path; the base class, whose names these are, turns quadratic curves into
        cubic ones."""

        def __init__(self, glyphs: Any, em: int) -> None:
            super().__init__(glyphs)
            self.operators: list[str] = []
            self._em = em

        def _write(self, operator: str, *points: tuple[float, float]) -> None:
            numbers = " ".join(f"{n / self._em:.4f}" for point in points for n in point)
            self.operators.append(f"{numbers} {operator}".strip())

        def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
            self._write("m", pt)

        def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
            self._write("l", pt)

        def _curveToOne(  # noqa: N802
            self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
        ) -> None:
            self._write("c", pt1, pt2, pt3)

        def _closePath(self) -> None:  # noqa: N802
            self._write("h")

    drawn = {}
    with _opened(font) as (face,):
        glyphs, names, em = face.getGlyphSet(), face.getBestCmap(), face["head"].unitsPerEm
        for letter in set(text):
            glyph = glyphs[names.get(ord(letter), names[ord("?")])]
            pen = GlyphShape(glyphs, em)
            glyph.draw(pen)
            drawn[letter] = glyph.width / em, " ".join(pen.operators)
    return drawn


def droppable(character: str) -> bool:
    """Return True if a character may be left out with a note: a pictograph, not a letter."""
    return unicodedata.category(character) in _MAY_BE_LEFT_OUT
