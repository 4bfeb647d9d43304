"""Strings too long to be words: a checksum, a picture pasted as letters, a stuck key."""

import re
from xml.etree.ElementTree import Element

from flyers.core.findings import Finding
from flyers.statements.statement import noted

LONGEST = 500
"""Letters; the engine's time for one word grows with their square."""

_SHOWN = 40

# Scripts without spaces have words like these in every paragraph.
_ENDLESS = re.compile(rf"[!-~\u00a1-\u052f]{{{LONGEST + 1},}}")


def shorten(body: Element) -> list[Finding]:
    """Shorten each overlong string to its beginning, with an ellipsis."""
    notes: list[Finding] = []

    def short(match: re.Match[str]) -> str:
        shown = f"{match[0][:_SHOWN]}…"
        why = f"a word of {len(match[0])} letters cannot be read; only its beginning is kept"
        notes.append(noted(shown, why, "warning"))
        return shown

    for element in body.iter():
        element.text = _ENDLESS.sub(short, element.text or "") or None
        element.tail = _ENDLESS.sub(short, element.tail or "") or None
    return notes
