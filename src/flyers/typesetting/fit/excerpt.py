"""The places at which a text that does not fit may end, and what is left out then."""

from collections.abc import Sequence
from dataclasses import dataclass

from flyers.statements.body.cutting import Kind, cut
from flyers.statements.statement import Block
from flyers.typesetting.fit.galley import words_in

_WHOLE_PARAGRAPH_WORTH = 0.08
"""Share of its words that an excerpt may lose in order to end with a paragraph."""
_SENTENCE_WORTH = 0.2
"""Share that it may lose to end with a sentence, and not inside of one or of a table."""

_QUOTED = 4
"""Words of the first sentence that is left out."""


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """The number of words that are not set, and the beginning of the first sentence of them."""

    words: int
    begins: str


def left_out(whole: Sequence[Block], kept: Sequence[Block]) -> LeftOut:
    """Return what an excerpt lacks: ``kept`` are the blocks that are set, the last one cut."""
    # An excerpt that ends inside a sentence has an ellipsis more than the text.
    ends = [word for block in kept[-1:] for word in block.text.split() if word != "…"]
    begun, *others = whole[max(len(kept) - 1, 0) :]
    rest = begun.text.split()[len(ends) :]
    first = next((words for words in (rest, *(b.text.split() for b in others)) if words), [])
    more = " …" if len(first) > _QUOTED else ""
    return LeftOut(words=len(rest) + words_in(others), begins=f"{' '.join(first[:_QUOTED])}{more}")


def places_to_end(blocks: Sequence[Block], fitting: Sequence[Kind]) -> tuple[list[int], list[int]]:
    """Return the cuts at which an excerpt may end, the best first, and the last resorts.

    The best are the end of a near paragraph and then sentences; the last resorts are inside a
    sentence or a table. Where sentences would lose too many words, there are last resorts alone.
    """

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
