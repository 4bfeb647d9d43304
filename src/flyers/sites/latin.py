"""Latin letters and signs in ASCII, as far as all transliterations of generators agree on them.

Pelican's library and the two of Eleventy differ beyond that, and from one version to the next.
Checked against them by ``scripts/record_addresses.py``.
"""

import unicodedata
from collections.abc import Mapping

_FIRST, _LAST = "À", "ž"
"""The letters of Latin-1 and Latin Extended-A: the accents of Europe's languages."""

_LETTERS = {
    "æ": "ae",
    "Æ": "AE",
    "ø": "o",
    "Ø": "O",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "Th",
    "ß": "ss",
    "đ": "d",
    "Đ": "D",
    "ħ": "h",
    "Ħ": "H",
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "ŧ": "t",
    "Ŧ": "T",
}
_SIGNS = dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("‐‑–—", "-")
_SIGNS |= {"…": "...", "¡": "!", "¿": "?", "\xa0": " ", "\u2009": " ", "\u202f": " "}


def in_ascii(text: str, own: Mapping[str, str] | None = None) -> str | None:
    """Return the text in ASCII: letters without their accents, quotation marks and dashes plain.

    ``own`` has what a library does differently. None for a text with any other character.
    """
    table = {**_LETTERS, **_SIGNS, **(own or {})}
    made = [_letter(letter, table) for letter in unicodedata.normalize("NFC", text)]
    return None if None in made else "".join(filter(None, made))


def _letter(letter: str, table: Mapping[str, str]) -> str | None:
    if letter.isascii():
        return letter
    if letter in table:
        return table[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() and _FIRST <= letter <= _LAST else None
