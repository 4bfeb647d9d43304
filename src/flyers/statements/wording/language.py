"""The language of a statement and its direction: given, the site's, or found in the text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flyers.statements.statement import Direction, LanguageBasis
from flyers.statements.wording import detector

RTL = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "ckb", "dv", "sd", "ug", "ks", "iw"})
# ISO 15924
_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Nkoo", "Adlm", "Syrc", "Rohg", "Aran"})

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
# BCP 47, 2.1.1: a region in capitals, a script with a capital first.
_SUBTAG: dict[int, Callable[[str], str]] = {2: str.upper, 4: str.title}
# What POSIX calls a variant is a script in BCP 47: sr_RS@latin.
_POSIX_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva"}


@dataclass(frozen=True, kw_only=True)
class Language:
    """The language of a statement, a BCP 47 tag, and what it rests on."""

    tag: str
    basis: LanguageBasis


def language_of(text: str, *, own: str, site: str) -> Language:
    """Return the statement's ``own`` language, else its ``site``'s, else the text's.

    The site's language is no statement's that is written in another script. The last resort is the
    largest language of the script, and its basis says so.
    """
    if own:
        return Language(tag=own, basis="given")
    script = detector.script_of(text)
    if site and _may_be(site, script):
        return Language(tag=site, basis="site")
    if found := detector.detected(text, script):
        return Language(tag=found, basis="found")
    return Language(tag=detector.SCRIPTS.get(script, ("en",))[0], basis="assumed")


def _may_be(tag: str, script: str) -> bool:
    """Return False if no text in a language is in the script."""
    first, *rest = tag.split("-")
    if not script or any(len(part) == 4 for part in rest):
        return True
    elsewhere = {name for names in detector.SCRIPTS.values() for name in names}
    if script == detector.LATIN:
        return first not in elsewhere or first in _BOTH
    return first in detector.SCRIPTS.get(script, (first,))


_BOTH = frozenset({"sr", "uz", "az", "bs", "ku", "kk", "mn", "tg", "yi"})
"""Languages that are written in Latin letters too."""


def language_tag(text: str) -> str:
    """Return a language tag in BCP 47 form: ``en-US`` for ``en_US.UTF-8``; empty if it is none.

    A language's name is taken for its tag: ``Deutsch``, ``german``.
    """
    code, _, variant = text.strip().partition("@")
    code = code.split(".")[0]
    if not _TAG.fullmatch(code):
        return _named(code.strip())
    first, *rest = re.split("[-_]", code)
    if script := _POSIX_SCRIPTS.get(variant.lower()):
        rest = [script, *rest]
    return "-".join([first.lower(), *(_SUBTAG.get(len(part), str.lower)(part) for part in rest)])


def _named(name: str) -> str:
    """Return the tag of a language by its name, in English or in the language itself."""
    if not re.fullmatch(r"[^\W\d_]{4,20}", name):
        return ""
    from babel import Locale

    wanted = name.casefold()
    for tag, english in Locale("en").languages.items():
        if english.casefold() == wanted:
            return str(tag).replace("_", "-")
    for tag in _NATIVE:
        if str(Locale(tag).get_display_name(tag)).casefold() == wanted:
            return tag
    return ""


_NATIVE = (
    *("ar", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "es", "et", "eu", "fa", "fi", "fr"),
    *("ga", "gl", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "nb", "nl"),
    *("nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "th", "tr", "uk"),
    *("ur", "vi", "zh"),
)


def direction_of(language: str) -> Direction:
    """Return the direction in which a language is written, by its script if its tag names one."""
    first, *rest = language.split("-")
    script = next((part.title() for part in rest if len(part) == 4), "")
    return "rtl" if (script in _RTL_SCRIPTS if script else first in RTL) else "ltr"
