"""The language that a text is written in, by its letters and words. The only import of py3langid.

Its model takes a second to load, so it is asked last: most scripts tell the language by
themselves, and so do the commonest words of English.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from flyers.statements.wording.wordlists import words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LATIN = "LATIN"

# Scripts by the first word of their letters' Unicode names, and the languages written in them.
SCRIPTS: dict[str, tuple[str, ...]] = {
    "ARABIC": ("ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug", "ks", "pa", "az"),
    "ARMENIAN": ("hy",),
    "BENGALI": ("bn", "as"),
    "CJK": ("zh", "ja", "ko", "yue"),
    "CYRILLIC": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "uz", "bs", "az"),
    "DEVANAGARI": ("hi", "mr", "ne", "kok", "mai"),
    "ETHIOPIC": ("am", "ti"),
    "GEORGIAN": ("ka",),
    "GREEK": ("el",),
    "GUJARATI": ("gu",),
    "GURMUKHI": ("pa",),
    "HANGUL": ("ko",),
    "HEBREW": ("he", "yi"),
    "HIRAGANA": ("ja",),
    "KANNADA": ("kn",),
    "KATAKANA": ("ja",),
    "KHMER": ("km",),
    "LAO": ("lo",),
    "MALAYALAM": ("ml",),
    "MYANMAR": ("my",),
    "ORIYA": ("or",),
    "SINHALA": ("si",),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
    "THAANA": ("dv",),
    "THAI": ("th",),
    "TIBETAN": ("bo", "dz"),
}
_MOSTLY = {"CJK": "zh", "HEBREW": "he", "ETHIOPIC": "am", "TIBETAN": "bo"}
"""The language that a script is taken for; others of it are not told apart here."""

# Languages of the model that nobody prints flyers in, and others are taken for.
_NEVER = frozenset({"la", "sa", "vo"})
_NAMES = {"no": "nb"}

_SLICE = 400
_SHORTEST = 40
"""Letters; a shorter text is rather guessed than known."""
_SUREST = 0.6
"""Of one; among 49 languages no text of 40 letters was mistaken with more."""
_ENGLISH = words(
    "the and to for that with are this you our will from have which their they of is be by not it"
    " all more about what when how who was were has can your its at or an as we these there on"
)
_ENGLISH_SHARE = 0.15
_ENGLISH_WORDS = 5
# Latin that themes and drafts are filled with; it says nothing of the language.
_FILLER = words(
    "lorem ipsum dolor sit amet consectetur adipisicing adipiscing elit sed do eiusmod tempor"
    " incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation"
    " ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure reprehenderit voluptate"
    " velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident"
    " sunt in culpa qui officia deserunt mollit anim id est laborum"
)


def script_of(text: str) -> str:
    """Return the script of most letters of a text, as ``GREEK``; empty if none has most.

    Japanese is HIRAGANA even where Chinese characters are more.
    """
    part = sample(text)
    letters = len(re.findall(r"[^\W\d_]", part))
    if 2 * len(re.findall("[A-Za-z]", part)) > letters:
        return LATIN
    found = Counter(
        unicodedata.name(letter, "?").split(" ")[0].partition("-")[0]
        for letter in part
        if letter.isalpha()
    )
    if not found:
        return ""
    kana = found["HIRAGANA"] + found["KATAKANA"]
    if 5 * kana > found.total():
        return "HIRAGANA"
    script, count = found.most_common(1)[0]
    return script if 2 * count > found.total() else ""


def sample(text: str) -> str:
    """Return the beginning, middle and end of a text, which may quote others in between."""
    if "orem ipsum" in text:
        kept = (word for word in text.split() if word.lower().strip(".,") not in _FILLER)
        text = " ".join(kept)
    if len(text) <= 3 * _SLICE:
        return text
    middle = (len(text) - _SLICE) // 2
    return " ".join((text[:_SLICE], text[middle : middle + _SLICE], text[-_SLICE:]))


def detected(text: str, script: str) -> str:
    """Return the language of a text in a script; empty if it is too short to tell, or in none
    that is known."""
    if script in _MOSTLY:
        return _MOSTLY[script]
    languages = SCRIPTS.get(script, ())
    if len(languages) == 1:
        return languages[0]
    part = sample(text)
    if script == LATIN and _is_english(part):
        return "en"
    return _ranked(part, languages) if _letters(part) >= _SHORTEST else ""


def _is_english(text: str) -> bool:
    written = re.findall(r"[^\W\d_]+", text.lower())
    common = [word for word in written if word in _ENGLISH]
    return len(set(common)) >= _ENGLISH_WORDS and len(common) >= _ENGLISH_SHARE * len(written)


def _letters(text: str) -> int:
    """Return the number of letters; vowels of Indic scripts are marks on them."""
    return sum(unicodedata.category(character)[0] in "LM" for character in text)


def _ranked(text: str, among: tuple[str, ...]) -> str:
    """Return the likeliest language if it is likely enough, among those of a script if given."""
    ranks = [
        (name, share) for name, share in _identifier().rank(text) if not among or name in among
    ]
    if not ranks:
        return ""
    name, share = ranks[0]
    sure = share >= _SUREST * sum(share for _, share in ranks)
    return _NAMES.get(name, name) if sure else ""


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Names of three letters are dialects that the larger languages are mistaken for.
    known = {name for name in identifier.labels if len(name) == 2} - _NEVER
    identifier.set_languages(known)
    return identifier
