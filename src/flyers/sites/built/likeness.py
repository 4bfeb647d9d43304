"""A statement held against a page, whatever typography and markup did to the words."""

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

PIECE = 20
"""Letters of a piece of the text that is sought in a page: long enough to be no chance, and so
short that a word which the site writes otherwise spoils but one of many."""

SHORTEST = 6
"""Letters below which a paragraph says nothing, unless there are no longer ones."""

MOST = 80
"""Pieces that are sought at most, from the whole of the text."""

SURE = 0.95
"""Share of the pieces that shows a page to be the statement's by itself."""

ALIKE = 0.9
"""Share that does where no rule leads to the page, if it has every number too."""

LIKE = 0.6
"""Share below which a page is another one's. Between the two no other page may have more."""

_NO_LETTERS = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """Return letters and digits alone, in lower case: a page and its source differ in spaces,
    hyphens and quotes."""
    return _NO_LETTERS.sub("", normalize("NFKC", text).casefold())


def pieces(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return pieces of a text to be sought in a page, none across the end of a paragraph."""
    found = list(filter(None, map(letters, paragraphs)))
    long = [one for one in found if len(one) >= SHORTEST] or found
    every = [piece for paragraph in long for piece in _cut(paragraph)]
    step = max(1, -(-len(every) // MOST))
    return tuple(every[::step])


def _cut(paragraph: str) -> Iterator[str]:
    """Yield the pieces of a paragraph; what is left at its end goes with the last one."""
    starts = range(0, max(len(paragraph) - PIECE, 0) + 1, PIECE)
    for start in starts[:-1]:
        yield paragraph[start : start + PIECE]
    yield paragraph[starts[-1] :]


def share(wanted: Sequence[str], page: str) -> float:
    """Return the share of pieces that a page's ``letters`` have, 0 to 1."""
    return sum(piece in page for piece in wanted) / len(wanted) if wanted else 0.0
