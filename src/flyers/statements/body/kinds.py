"""Names of boxes in the dialects of site generators, and the boxes of task lists."""

from flyers.statements.wording.wordlists import words

CALLOUTS = words(
    "note callout box alert ring notice admonition hint tip info warning important caution"
    " aside card panel infobox"
)
"""Elements of a site that are set as boxes."""

KINDS = words(
    "info note tip warning danger success primary secondary caution important error light"
    " dark join disclaimer comment action activity alert abstract question example bug"
    " failure hint attention seealso todo"
)
"""Kinds of boxes, which sites give where others give a title."""

OPEN, DONE = "☐", "☑"
"""U+2610 and U+2611, which the shipped faces of running text have."""

QUOTES = frozenset({"quote", "blockquote", "pullquote", "epigraph"})

_ALL = CALLOUTS | KINDS


def is_callout(name: str) -> bool:
    """Return True for a name or class of a box, such as ``callout-note``."""
    return name.removeprefix("callout-").removeprefix("alert-") in _ALL


def is_kind(name: str) -> bool:
    """Return True for a word that is a kind of box, and no title."""
    return name.lower() in KINDS
