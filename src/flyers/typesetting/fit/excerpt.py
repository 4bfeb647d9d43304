"""The places at which a text that does not fit may end. Pure: no fonts, no engine."""

from collections.abc import Sequence

from flyers.statements.cutting import Kind, cut
from flyers.statements.statement import Block
from flyers.typesetting.fit.galley import words_in

_WHOLE_PARAGRAPH_WORTH = 0.08
"""An excerpt ends with a paragraph if that loses no more than this share of its words."""
_SENTENCE_WORTH = 0.2
"""And with a sentence rather than with a word inside of one or the row of a table."""


def places_to_end(blocks: Sequence[Block], fitting: Sequence[Kind]) -> tuple[list[int], list[int]]:
    """Where an excerpt may end, the best first: a near paragraph's end, then sentences; and the
    last resorts. Where these lose much less, there are only these."""

    def lost(mark: int) -> float:
        return 1 - words_in(cut(blocks, mark)) / most

    marks = range(len(fitting))[::-1]
    sentences = [n for n in marks if fitting[n] in ("block", "sentence")][:4]
    parts = [n for n in marks if fitting[n] in ("row", "word")][:2]
    if not sentences or not marks:
        return sentences, parts or list(marks[:1])
    most = max(words_in(cut(blocks, marks[0])), 1)
    if parts and lost(sentences[0]) > _SENTENCE_WORTH:
        return [], parts
    ends = [n for n in marks if fitting[n] == "block"][:1]
    near = [n for n in ends if lost(n) <= _WHOLE_PARAGRAPH_WORTH]
    return list(dict.fromkeys([*near, *sentences])), parts
