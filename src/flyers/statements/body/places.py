"""Lines of a statement's file, found by the words that stand there.

A text has been rewritten several times when something in it turns out to be left out, so lines
are not carried along; they are looked up when there is something to tell.
"""

import re
from dataclasses import dataclass

MOST_WORDS = 10
"""Words that a place is looked for by."""

_SIGN = re.compile(r"[\W_]+")


@dataclass(frozen=True, kw_only=True)
class Places:
    """The text of a file, to look for places in it."""

    text: str

    def line(self, *words: str) -> int | None:
        """Return the line, from 1, of the first of the texts that stands in the file, or None."""
        for text in words:
            at = self.text.find(text) if text else -1
            if at >= 0:
                return self.text.count("\n", 0, at) + 1
        return None

    def near(self, *words: str) -> int | None:
        """Return the line of the first of the texts that stands there but for its signs."""
        for text in words:
            parts = [part for part in _SIGN.split(text) if part]
            # Between the words anything but words may stand: their markup and their spaces.
            pattern = r"[\W_]+".join(map(re.escape, parts[-MOST_WORDS:]))
            found = re.search(pattern, self.text) if parts else None
            if found:
                return self.text.count("\n", 0, found.end()) + 1
        return None
