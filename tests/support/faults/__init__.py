"""Good files, and faults to be put into them one at a time, each made by a few lines.

``good(printer)`` is a postcard as that printer wants it; ``FAULTS`` has every
fault by name, with the check that has to find it, and ``HARMLESS`` what only
looks like one.
"""

from faults import codes, documents, edges, folds, hidden, inks, letters, pages, pictures
from faults.good import MANNERS, good
from faults.harmless import HARMLESS, Harmless
from faults.table import FAULTS, Fault

__all__ = [
    "FAULTS",
    "HARMLESS",
    "MANNERS",
    "Fault",
    "Harmless",
    "codes",
    "documents",
    "edges",
    "folds",
    "good",
    "hidden",
    "inks",
    "letters",
    "pages",
    "pictures",
]
