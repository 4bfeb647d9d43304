"""Straight quotation marks and apostrophes replaced by those of a language."""

import re

from flyers.statements.body.runs import BREAK, OBJECT, Edit

THIN, WIDE = "\u202f", "\u00a0"

# Outer opening, outer closing, inner opening, inner closing.
MARKS: dict[str, tuple[str, str, str, str]] = {
    "en": ("“", "”", "‘", "’"),
    "de": ("„", "“", "‚", "‘"),
    "de-CH": ("«", "»", "‹", "›"),
    "fr": (f"«{WIDE}", f"{WIDE}»", "“", "”"),
    "fr-CH": (f"«{THIN}", f"{THIN}»", "‹", "›"),
    "es": ("«", "»", "“", "”"),
    "es-MX": ("“", "”", "‘", "’"),
    "es-US": ("“", "”", "‘", "’"),
    "it": ("«", "»", "“", "”"),
    "pt": ("«", "»", "“", "”"),
    "pt-BR": ("“", "”", "‘", "’"),
    "ca": ("«", "»", "“", "”"),
    "pl": ("„", "”", "‚", "’"),
    "cs": ("„", "“", "‚", "‘"),
    "sk": ("„", "“", "‚", "‘"),
    "hu": ("„", "”", "»", "«"),
    "ro": ("„", "”", "«", "»"),
    "ru": ("«", "»", "„", "“"),
    "uk": ("«", "»", "„", "“"),
    "el": ("«", "»", "“", "”"),
    "ar": ("«", "»", "‹", "›"),
    "fa": ("«", "»", "‹", "›"),
    "nb": ("«", "»", "‘", "’"),
    "no": ("«", "»", "‘", "’"),
    "da": ("“", "”", "‘", "’"),
    "sv": ("”", "”", "’", "’"),
    "fi": ("”", "”", "’", "’"),
    "he": ("”", "”", "’", "’"),
    "ja": ("「", "」", "『", "』"),
    "zh-TW": ("「", "」", "『", "』"),
    "zh-HK": ("「", "」", "『", "』"),
    "zh-Hant": ("「", "」", "『", "』"),
}
APOSTROPHE = "’"

# Words that begin with an apostrophe, and years without their century.
_ELISION = re.compile(r"(?:\d0s|\d\d\b(?![’'])|(?:tis|twas|em|til|cause|n)\b)", re.IGNORECASE)
_FEET = re.compile(r"(?<=\d)'(?=\s?\d{1,2}(?:\.\d+)?\")|(?<=\d)''|(?<=\d'\d)\"|(?<=\d'\d\d)\"")
_WRONG_DECADE = re.compile(r"‘(?=\d0s\b)")
# French sets a thin space before these; only one that was typed is made unbreakable.
_FRENCH = ((re.compile(r"[ ](?=[;!?])"), THIN), (re.compile(r"[ ](?=:)"), WIDE))
_FRENCH_INNER = ((re.compile(r"(?<=«)[ ]"), WIDE), (re.compile(r"[ ](?=»)"), WIDE))

_BEFORE_OPENING = frozenset("([{<¿¡/–—-“‘«„‚‹" + WIDE + THIN + BREAK)


def marks(language: str) -> tuple[str, str, str, str]:
    """Return the four quotation marks of a language, or of its region where that differs."""
    return MARKS.get(language) or MARKS.get(language.split("-")[0]) or MARKS["en"]


def quotation_marks(text: str, language: str) -> list[Edit]:
    """Yield edits that replace straight marks by the language's own."""
    fixed = {m.start(): (m.end(), _prime(m[0])) for m in _FEET.finditer(text)}
    fixed |= {m.start(): (m.end(), APOSTROPHE) for m in _WRONG_DECADE.finditer(text)}
    if language.split("-")[0] == "fr":
        for pattern, space in _FRENCH + _FRENCH_INNER:
            fixed |= {m.start(): (m.end(), space) for m in pattern.finditer(text)}
    found = [] if '"' not in text and "'" not in text else _paired(text, marks(language), fixed)
    return sorted([*found, *((start, end, new) for start, (end, new) in fixed.items())])


def _prime(mark: str) -> str:
    return "′" if mark == "'" else "″"


def _paired(
    text: str, signs: tuple[str, str, str, str], fixed: dict[int, tuple[int, str]]
) -> list[Edit]:
    edits: list[Edit] = []
    stack: list[str] = []
    opened_at = -1
    for match in re.finditer("[\"'“”‘]", text):
        at, mark = match.start(), match[0]
        if mark in "“‘":
            stack.append('"' if mark == "“" else "'")
        elif mark == "”":
            _close(stack, '"')
        elif at not in fixed and at - 1 not in fixed:
            opens = _opens(text, at, mark, stack, after_opening=at - 1 == opened_at)
            if opens:
                opened_at = at
                stack.append(mark)
            edits.append((at, at + 1, _sign(text, at, mark, opens, stack, signs)))
    return edits


def _sign(
    text: str,
    at: int,
    mark: str,
    opens: bool,
    stack: list[str],
    signs: tuple[str, str, str, str],
) -> str:
    """Return the sign for one straight mark, and close the quotation that it ends."""
    outer_open, outer_close, inner_open, inner_close = signs
    if mark == '"':
        if opens:
            return outer_open
        if not _close(stack, '"') and text[at - 1 : at].isdigit():
            return "″"
        return outer_close
    if opens:
        return inner_open
    inside_word = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
    return inner_close if not inside_word and _close(stack, "'") else APOSTROPHE


def _opens(text: str, at: int, mark: str, stack: list[str], *, after_opening: bool) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if mark == "'" and _ELISION.match(text, at + 1):
        return False
    free = not before or before.isspace() or before in _BEFORE_OPENING or after_opening
    if not free:
        return False
    if not after or after.isspace():
        # Alone between spaces: it closes what is open.
        return bool(after) and mark not in stack and mark == '"'
    return after not in ".,;:!?)]}" or after == OBJECT


def _close(stack: list[str], mark: str) -> bool:
    """Close the last quotation of a kind, and any left open inside it."""
    if mark not in stack:
        return False
    while stack.pop() != mark:
        pass
    return True
