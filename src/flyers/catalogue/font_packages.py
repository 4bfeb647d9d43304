"""Free fonts for letters that the shipped ones lack, and the packages that have them.

The files are those of Debian's fonts-noto-core and fonts-noto-cjk, and of packages of npm.
"""

import unicodedata
from collections.abc import Iterable

from flyers.core.errors import GlyphError

_CJK = ("NotoSansCJK-Regular.ttc", "fonts-noto-cjk", "opentype")

_IN_CORE = (
    "adlam arabic armenian balinese bamum batak bengali brahmi buginese buhid chakma cham"
    " cherokee coptic deseret devanagari ethiopic georgian glagolitic gothic gujarati gurmukhi"
    " hanunoo hebrew javanese kannada khmer lao lepcha limbu lisu malayalam mandaic mongolian"
    " myanmar newa ogham oriya osage osmanya rejang runic samaritan saurashtra sinhala"
    " sundanese syriac tagalog tamil telugu thaana thai tifinagh tirhuta vai yi"
)
_CORE = {name.upper(): f"NotoSans{name.capitalize()}-Regular.ttf" for name in _IN_CORE.split()} | {
    "CANADIAN": "NotoSansCanadianAboriginal-Regular.ttf",
    "CYRILLIC": "NotoSans-Regular.ttf",
    "LATIN": "NotoSans-Regular.ttf",
    "MEETEI": "NotoSansMeeteiMayek-Regular.ttf",
    "NKO": "NotoSansNKo-Regular.ttf",
    "OL": "NotoSansOlChiki-Regular.ttf",
    "TIBETAN": "NotoSerifTibetan-Regular.ttf",
}
"""The file of a script, by the first word of its letters' names in Unicode."""

_FILES = {word: (file, "fonts-noto-core", "truetype") for word, file in _CORE.items()}
_FILES |= dict.fromkeys(
    ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH"), _CJK
)

_NPM = {"CJK": "SC", "HIRAGANA": "JP", "KATAKANA": "JP", "HANGUL": "KR", "KHMER": "Khmer"}
_NPM |= {"LAO": "Lao", "THAI": "Thai"}

_LONGEST_WORD = 24


def no_letter(character: str, texts: Iterable[str], source: str = "") -> GlyphError:
    """Return the error that names the letter, its word, and the fonts that have it.

    ``source`` is the file that the texts are from.
    """
    word = next((w for text in texts for w in text.split() if character in w), character)
    if len(word) > _LONGEST_WORD:
        at = max(0, word.index(character) - _LONGEST_WORD // 2)
        word = word[at : at + _LONGEST_WORD]
    where = f"{source}: no" if source else "No"
    return GlyphError(
        f"{where} font here has the letter {character} (U+{ord(character):04X}) of {word!r};"
        f" {_remedy(character)}"
    )


def _remedy(character: str) -> str:
    script = unicodedata.name(character, "").partition(" ")[0].partition("-")[0]
    if script not in _FILES:
        return "write it otherwise, or put a font with it into a folder 'fonts' beside the text."
    file, package, kind = _FILES[script]
    said = (
        f"put {file} of Debian's {package} (/usr/share/fonts/{kind}/noto)"
        " into a folder 'fonts' beside the text"
    )
    if script not in _NPM:
        return f"{said}."
    short = _NPM[script]
    return (
        f"{said}, or NotoSans{short}_400Regular.ttf of npm's"
        f" @expo-google-fonts/noto-sans-{short.lower()}."
    )
