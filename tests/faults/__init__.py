"""Good files, and faults to be put into them one at a time, each made by a few lines.

``good(printer)`` is a postcard as that printer wants it; ``FAULTS`` has every
fault by name, with the check that has to find it.
"""

from faults import codes, documents, edges, folds, inks, letters, pages, pictures
from faults.good import MANNERS, good
from faults.table import FAULTS, Fault

__all__ = [
    "FAULTS",
    "MANNERS",
    "Fault",
    "codes",
    "documents",
    "edges",
    "folds",
    "good",
    "inks",
    "letters",
    "pages",
    "pictures",
]
