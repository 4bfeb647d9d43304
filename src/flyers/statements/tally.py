"""Words of a page's own article that are not among those kept, and the notes that say why."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from flyers.statements.statement import Statement
from flyers.statements.wording.plain import wording
from flyers.statements.wording.wordlists import words

_HEADS = words("footnotes notes endnotes fußnoten notas")
"""Headings of notes, which stand under a rule instead."""
_MARK = re.compile(r"[\[(]?\w{1,3}[\])]?|↩︎?")
"""The mark of a note, or the arrow back from one."""
_QUITE = 12
"""Letters that are enough to tell that two texts are about the same words."""
_FEW = 8
"""Words of a stretch that notes may share."""
_MOST_PAIRS = 20_000_000
"""Pairs of equal words that are compared: some ten thousand words of running text have fewer."""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The words of an article by number, and the stretches of it that are left out."""

    words: int
    kept: int
    stretches: tuple[str, ...]


def tally(statement: Statement) -> Tally:
    """Return the account of a statement's words; what became title or summary is kept."""
    given = statement.article.split()
    kept = [*statement.title.split(), *statement.deck.split()]
    for block in statement.blocks:
        kept += block.text.split()
    said = wording(f"{statement.title} {statement.deck} {' '.join(statement.authors)}")
    left = [one for one in _missing(given, kept) if wording(" ".join(one)) not in said]
    total = sum(map(_counts, given))
    lost = sum(map(_counts, (word for stretch in left for word in stretch)))
    stretches = (" ".join(stretch) for stretch in left)
    shown = (stretch for stretch in stretches if _counts(stretch) and not _MARK.fullmatch(stretch))
    return Tally(words=total, kept=total - lost, stretches=tuple(shown))


def unexplained(statement: Statement, stretches: tuple[str, ...]) -> tuple[str, ...]:
    """Return the stretches that no note of the statement is about."""
    told = [wording(note.message) for note in statement.notes]

    def is_told(stretch: str) -> bool:
        same, each = wording(stretch), stretch.split()
        if same in _HEADS or any(same[:_QUITE] in one for one in told):
            return True
        # A few words may be of several notes, as a caption and the button below it.
        return len(each) <= _FEW and all(any(wording(word) in one for one in told) for word in each)

    return tuple(stretch for stretch in stretches if not is_told(stretch))


def _counts(word: str) -> bool:
    return bool(wording(word))


def _missing(given: list[str], kept: list[str]) -> Iterator[list[str]]:
    """Yield the stretches of words in the first list that the second has neither there nor, as
    rows of a table that are set as a list, in other places."""
    before, after = list(map(_same, given)), list(map(_same, kept))
    # Words that occur often are left out of the comparison only where it would take too long.
    often = max(Counter(after).values(), default=0) * len(before) > _MOST_PAIRS
    match = SequenceMatcher(None, before, after, autojunk=often)
    steps = [step for step in match.get_opcodes() if step[0] != "equal"]
    spare = Counter(word for _, _, _, first, last in steps for word in after[first:last])
    for kind, start, end, first, last in steps:
        if kind == "delete" or (kind == "replace" and end - start > last - first):
            stretch = Counter(filter(None, before[start:end]))
            if not stretch <= spare:
                yield given[start:end]
            spare -= stretch


def _same(word: str) -> str:
    # A number behind a word may be the mark of a note, which is kept as a mark.
    return wording(word.partition("[")[0]) or wording(word)
