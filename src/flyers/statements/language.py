"""Language and direction of a text whose source does not give them."""

import unicodedata
from collections import Counter

from flyers.statements.statement import Direction

RTL = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "ckb", "dv", "sd", "ug", "iw"})

# The first word of a letter's Unicode name, and the language it makes likely.
_SCRIPTS = {
    "HEBREW": "he",
    "ARABIC": "ar",
    "DEVANAGARI": "hi",
}
_SAMPLE = 4000


def language_of(text: str, usual: str = "en") -> str:
    """Return the language of most letters' script, ``he``, ``ar`` or ``hi``, else the ``usual``."""
    scripts = Counter(
        unicodedata.name(letter, "?").split(" ")[0] for letter in text[:_SAMPLE] if letter.isalpha()
    )
    if not scripts:
        return usual
    script, count = scripts.most_common(1)[0]
    return _SCRIPTS.get(script, usual) if 2 * count > scripts.total() else usual


def direction_of(language: str) -> Direction:
    """Return the direction in which a language is written."""
    return "rtl" if language.split("-")[0] in RTL else "ltr"
