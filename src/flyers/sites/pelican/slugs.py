"""Slugs as Pelican makes them of titles, categories and authors."""

import html
import re
import unicodedata
from collections.abc import Sequence

from flyers.core.errors import AddressError
from flyers.sites.latin import in_ascii
from flyers.sites.pelican.settings import Settings

SUBSTITUTIONS = (
    (r"[^\w\s-]", ""),
    (r"(?u)\A\s*", ""),
    (r"(?u)\s*\Z", ""),
    (r"[-\s]+", "-"),
)
"""The usual SLUG_REGEX_SUBSTITUTIONS (docs.getpelican.com, "Settings")."""

_OWN = {"œ": "oe", "Œ": "OE", "€": "EUR", "×": "x", "°": "deg", "·": "*", "•": "*", "⁄": "/"}
_OWN |= {"‹": "<", "›": ">", "′": "'", "\ufe0f": "", "\u200d": ""}
"""Signs as Unidecode writes them, by which Pelican makes ASCII."""

_PICTOGRAPHS = re.compile("[\U0001f300-\U0001f66f\U0001f680-\U0001faff]")
"""Unidecode leaves them out."""

LONGEST = 250
"""Letters of a text that a site's own patterns are tried on."""

_REPEATS = 3
"""Repetitions without an end in one of a site's patterns; more may take for ever."""


def slug_of(text: str, settings: Settings, kind: str = "SLUG") -> str:
    """Return the slug of a text, by the substitutions of its ``kind`` (SLUG, CATEGORY, AUTHOR).

    Raises AddressError if that is not certain.
    """
    value = unicodedata.normalize("NFKC", _untagged(text))
    if not settings.get("SLUGIFY_USE_UNICODE", False):
        plain = in_ascii(_PICTOGRAPHS.sub("", value), _OWN)
        if plain is None:
            raise AddressError(
                f"How Pelican writes {text!r:.80} in ASCII cannot be told; "
                "give it a `slug:` line, or give --url."
            )
        value = plain
    usual = settings.get("SLUG_REGEX_SUBSTITUTIONS", SUBSTITUTIONS)
    for pair in settings.get(f"{kind}_REGEX_SUBSTITUTIONS", usual):
        value = _substituted(value, pair)
    return value.strip() if settings.get("SLUGIFY_PRESERVE_CASE", False) else value.lower().strip()


def pattern_of(text: object, flags: int = 0) -> re.Pattern[str]:
    """Return a site's own pattern. Raises AddressError if it is broken, or may take for ever."""
    try:
        pattern = re.compile(str(text), flags)
    except (re.error, RecursionError, OverflowError) as error:
        raise AddressError(
            f"The pattern {text!r:.80} of the site's settings is broken ({error}); correct it."
        ) from None
    bare = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", str(text))
    if re.search(r"\)[*+{]|\(\?P=|\(\?\(", bare) or len(re.findall(r"[*+]|,\}", bare)) > _REPEATS:
        raise AddressError(
            f"The pattern {text!r:.80} of the site's settings may take for ever; "
            "give --url, or set [site] permalink in flyers.toml."
        )
    return pattern


def _substituted(value: str, pair: object) -> str:
    if not isinstance(pair, Sequence) or isinstance(pair, str) or len(pair) != 2:
        raise AddressError(
            f"The substitution {pair!r:.80} of the site's settings is no pair; give --url."
        )
    if len(value) > LONGEST and tuple(pair) not in SUBSTITUTIONS:
        raise AddressError(
            f"{value!r:.60} … is too long for the site's own substitutions; give it a `slug:` line."
        )
    pattern, by = (unicodedata.normalize("NFKC", str(part)) for part in pair)
    try:
        return pattern_of(pattern, re.IGNORECASE).sub(by, value)
    except (re.error, IndexError) as error:
        raise AddressError(
            f"The substitution {pair!r:.80} of the site's settings is broken ({error}); correct it."
        ) from None


def _untagged(text: str) -> str:
    """Return the text without tags and comments, its spaces single, its entities read (MarkupSafe,
    ``Markup.striptags``)."""
    for start, end in (("<!--", "-->"), ("<", ">")):
        kept, rest = [], text
        while (at := rest.find(start)) >= 0 and (close := rest.find(end, at)) >= 0:
            kept.append(rest[:at])
            rest = rest[close + len(end) :]
        text = "".join(kept) + rest
    return html.unescape(" ".join(text.split()))
