"""The parts of a title between which a line may end: words, signs of scripts without spaces, and
at last syllables.

This file is the only import of pyphen, whose patterns are those of the languages' TeX.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Letters of scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Chinese, kana."""

_LETTERS = re.compile(r"[^\W\d_]{6,}")
_SHORTEST = 4
"""Letters of a word on either side of a hyphen."""

_SIGNS = re.compile(r"(?<=[/\-.?&=_@])(?=[^/\-.?&=_@])")
_MOST_PARTS = 40
"""Of a word that has no syllables and is broken anywhere."""


@dataclass(frozen=True, kw_only=True)
class TitlePart:
    """A part of a title. A space is behind it, or a hyphen if a line ends there, or neither."""

    text: str
    spaced: bool = False
    hyphenated: bool = False


def parts_of(text: str, breaks: Callable[[str], Sequence[int]]) -> list[TitlePart]:
    """Return the words of a title; those of scripts without spaces in parts.

    ``breaks`` returns the offsets at which a line may end.
    """
    found: list[TitlePart] = []
    for word in text.split(" "):
        at = breaks(word) if _UNSPACED.search(word) else ()
        found += _parted(word, [n for n in at if _UNSPACED.search(word[n - 1 : n + 1])])
    return found


def in_syllables(part: TitlePart, language: str) -> list[TitlePart]:
    """Return a word in its syllables, or by its signs if it is an address; whole if it has none."""
    if "/" in part.text or "@" in part.text:
        at = [match.start() for match in _SIGNS.finditer(part.text)]
        return _parted(part.text, at, spaced=part.spaced)
    at = [
        match.start() + place
        for match in _LETTERS.finditer(part.text)
        for place in _places(match[0], language)
    ]
    return _parted(part.text, at, spaced=part.spaced, hyphenated=True)


def anywhere(part: TitlePart) -> list[TitlePart]:
    """Return a word in parts of a few letters, without hyphens, which would not be its own."""
    step = max(2, -(-len(part.text) // _MOST_PARTS))
    at = list(range(step, len(part.text) - 1, step))
    return _parted(part.text, at, spaced=part.spaced)


def _parted(
    text: str, at: Sequence[int], *, spaced: bool = True, hyphenated: bool = False
) -> list[TitlePart]:
    bounds = [0, *at, len(text)]
    return [
        TitlePart(
            text=text[start:end],
            spaced=spaced and end == len(text),
            hyphenated=hyphenated and end < len(text) and text[end - 1] != "-",
        )
        for start, end in pairwise(bounds)
    ]


def _places(word: str, language: str) -> list[int]:
    """Return the offsets at which a word may have a hyphen."""
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_"))
    if known is None:
        return []
    found = pyphen.Pyphen(lang=known, left=_SHORTEST, right=_SHORTEST).positions(word)
    return [int(place) for place in found]
