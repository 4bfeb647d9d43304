"""Small PDFs that are awkward to impose, each made by a few lines that say how.

``AWKWARD`` has them all by name. On every page stands an F in colours, with a
square in each corner, so that no turned, mirrored or shifted page looks like
another. What is MAGENTA must never be seen, what is GREEN always.
"""

from awkward import boxes, broken, contents, documents, notes
from awkward.contents import many
from awkward.drawing import GREEN, MAGENTA
from awkward.table import AWKWARD, Awkward

__all__ = [
    "AWKWARD",
    "GREEN",
    "MAGENTA",
    "Awkward",
    "boxes",
    "broken",
    "contents",
    "documents",
    "many",
    "notes",
]
