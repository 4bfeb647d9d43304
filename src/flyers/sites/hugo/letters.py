"""Texts as Hugo makes them parts of an address."""

import posixpath
import re
import unicodedata
from urllib.parse import quote

_SIGNS = frozenset("./\\_#+~-@")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")


def lowered(text: str) -> str:
    """Return a text in lower case, each letter by itself: a Greek sigma at the end stays the one
    of the middle, and an İ is a plain i."""
    return "".join(low if len(low := letter.lower()) == 1 else low[:1] for letter in text)


def normal(text: str) -> str:
    """Return the path of a file as Hugo has kept it since 0.123: in lower case, each blank a
    hyphen."""
    return lowered(text).replace(" ", "-")


def without_accents(text: str) -> str:
    """Return a text without accents (``removePathAccents``)."""
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
    )


def sanitised(text: str) -> str:
    """Return a text with the letters that an address may have; blanks between them, with the signs
    around, become one hyphen."""
    kept: list[str] = []
    blank = hyphen = False
    for at, letter in enumerate(text):
        if _is_kept(letter) or (letter == "%" and _ESCAPE.match(text, at)):
            hyphen = letter == "-"
            if blank and not hyphen:
                kept.append("-")
            blank = False
            kept.append(letter)
        elif kept and not hyphen and letter.isspace():
            blank = True
    return "".join(kept)


def _is_kept(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "LM" or category == "Nd" or letter in _SIGNS


def cleaned(path: str) -> str:
    """Return a path without doubled slashes and without one at its end."""
    return re.sub("/{2,}", "/", posixpath.normpath(path)) if path else path


def encoded(path: str) -> str:
    """Return a path percent-encoded, as Hugo writes it."""
    return quote(path, safe="/:@!$&'()*+,;=~-._")
