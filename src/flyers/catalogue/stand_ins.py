"""Signs that may stand for one that no font has, where the sense stays: (1) for ①, °C for ℃.

Most are compatibility decompositions of Unicode (UAX 44, 5.7.3). Raised and lowered letters are
not taken: m⁵ is not m5. The picture of a letter is never shown in its place.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from flyers.catalogue.font_packages import no_letter
from flyers.catalogue.fonts import droppable, undrawable

_SENSE_STAYS = frozenset(
    {"", "<compat>", "<wide>", "<narrow>", "<font>", "<square>", "<small>", "<vertical>"}
    | {"<noBreak>", "<initial>", "<medial>", "<final>", "<isolated>", "<circle>"}
)
_ROUND = frozenset({"<circle>"})
"""Kinds whose ring is told by brackets: without it "form ①2" would be form 12."""

_OURS = dict(
    zip("「」『』《》〈〉【】〔〕〝〟・〜⸺⸻‧․※⁎⁕⁃∗∶∼‟", "“”‘’«»‹›[][]“”·~——·.***–*:~“", strict=True)
) | {"、": ",", "。": ".", "∥": "||", "≪": "<<", "≫": ">>", "⁂": "***"}

_ARROWS = {"LEFT RIGHT": "↔", "RIGHTWARDS": "→", "LEFTWARDS": "←", "UPWARDS": "↑", "DOWNWARDS": "↓"}

_LONGEST = 18
"""Letters; one sign of Arabic stands for a sentence of them."""


def stand_ins(texts: Sequence[str], fonts: Sequence[Path], source: str = "") -> dict[str, str]:
    """Return what is set in place of each sign of the texts that no font has.

    That is nothing for a pictograph. Raises GlyphError, which names ``source``, for a letter that
    has no stand-in.
    """
    found: dict[str, str] = {}
    for sign in undrawable("\n".join(texts), fonts):
        new = _stand_in(sign)
        if new and not undrawable(new, fonts):
            found[sign] = new
        elif droppable(sign):
            found[sign] = ""
        else:
            raise no_letter(sign, texts, source)
    return found


def replaced(text: str, stands: Mapping[str, str]) -> str:
    """Return a text with stand-ins; a bracket or stop keeps off a letter behind it."""
    if not stands:
        return text
    signs = re.compile(f"[{re.escape(''.join(stands))}]")
    dropped = re.escape("".join(sign for sign, new in stands.items() if not new))

    def new(match: re.Match[str]) -> str:
        stand, after = stands[match[0]], match.string[match.end() :][:1]
        return f"{stand} " if stand[-1] in "),." and after.isalpha() else stand

    # What is left out takes a space along, so that no two are left.
    text = re.sub(f"(?<![^ ])[{dropped}]+ |[{dropped}]", "", text) if dropped else text
    return signs.sub(new, text)


def _stand_in(sign: str) -> str:
    """Return the signs that mean the same, or an empty text."""
    if sign in _OURS:
        return _OURS[sign]
    name = unicodedata.name(sign, "")
    kind, _, parts = unicodedata.decomposition(sign).rpartition("> ")
    kind = f"{kind}>" if kind else ""
    if parts and kind in _SENSE_STAYS and len(parts.split()) <= _LONGEST:
        # One step alone: ㎡ is m², of which a second would make m2.
        letters = "".join(chr(int(part, 16)) for part in parts.split())
        return f"({letters})" if kind in _ROUND else letters
    number = unicodedata.numeric(sign, 0.5)
    if "CIRCLED" in name and number == int(number):
        return f"({int(number)})"
    if "ARROW" in name:
        return next((arrow for word, arrow in _ARROWS.items() if word in name), "")
    return ""
