"""Texts made plain: titles and descriptions, in which front matter often has markup."""

import html
import re
import unicodedata

# The only markup that front matter is known to hold; a lone * or _ is left alone.
_MARKUP = (
    (re.compile(r"<br\s*/?>", re.IGNORECASE), " "),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}"), ""),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]+)(?<=[^\s*])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]+)(?<=[^\s_])\1(?![\w_])"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ufeff\u200b]")


def plain(text: str) -> str:
    """Return a text as one line without tags, entities, emphasis or links."""
    # Tags go before entities are read, so that an escaped `&lt;` stays a sign.
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    text = _CONTROLS.sub("", html.unescape(text))
    return re.sub(r"[ \t\r\n\f\v\u2028\u2029]+", " ", text).strip()


def wording(text: str) -> str:
    """Return only the letters and figures of a text, to compare wordings."""
    return "".join(filter(str.isalnum, text)).casefold()


def is_visible(text: str) -> bool:
    """Return True if something of a text is seen: not marks of direction, spaces or accents alone
    (Unicode Standard, 4.5)."""
    kinds = map(unicodedata.category, text)
    return any(kind[0] not in "ZM" and kind not in ("Cc", "Cf", "Cs") for kind in kinds)
