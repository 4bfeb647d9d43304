"""Pull quotes, which a layout may display, the best first.

That is somebody's words, in quotation marks and with the name of who said them, or a sentence of
the author's own. Words of somebody unknown are none: without a name they would be the author's.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from flyers.statements.body import attribution, runs, tree
from flyers.statements.wording import sentences, unquotable
from flyers.statements.wording.plain import wording

MOST = 6
SHORTEST, LONGEST = 40, 180
"""Letters; East Asian signs count double. Of somebody's words half as many are enough."""

_NAME = 24
"""Letters of a name in quotation marks."""
_STRONG_LENGTH = range(50, 131)
_OUTER = "\"“”„«»‘’'「」『』\u00a0\u202f "
_ASKED = ("?", "؟", "？", "…", "⋯")
_STOPS = ".,;。，、।"
_WHERE_NOT = frozenset({"table", "ul", "ol", "dl", "pre", "figure", "section"} | set(tree.HEADINGS))


def quotes(blocks: Sequence[Element], title: str, deck: str, language: str) -> tuple[str, ...]:
    """Return at most six, plain, the words of others in the marks of the language."""
    taken = f"{wording(title)}\0{wording(deck)}"
    found: dict[str, str] = {}
    for words, name in _candidates(_letter(blocks), language):
        shortest = SHORTEST / 2 if name else SHORTEST
        if not shortest <= _length(words) <= LONGEST or unquotable.is_unfit(words):
            continue
        same = wording(words)
        if same not in taken and not any(same in other or other in same for other in found):
            found[same] = attribution.in_marks(words, name, language) if name else words
        if len(found) == MOST:
            break
    return tuple(found.values())


def _letter(blocks: Sequence[Element]) -> list[Element]:
    """Return the blocks before the words that end a letter: then come names and addresses."""
    for number, block in enumerate(blocks):
        if number and block.tag == "p" and unquotable.FAREWELL.match(tree.text_of(block)):
            return list(blocks[:number])
    return list(blocks)


def _candidates(blocks: Sequence[Element], language: str) -> Iterator[tuple[str, str]]:
    """Yield words, each with the name of who said them; an empty one for the author."""
    prose = [block for block in blocks if block.tag == "p"]
    for before, block in pairwise([Element("p"), *blocks]):
        if block.tag == "blockquote":
            yield from _said_apart(before, block)
    for block in prose:
        for said, name in attribution.said_by(tree.text_of(block), language):
            yield from ((words, name) for words in _spoken(said))
    own = [block for block in prose if not attribution.signed(tree.text_of(block))]
    for block in own:
        for bold in block.iter("strong"):
            yield from ((part, "") for part in _own(sentences.sentences(tree.text_of(bold))))
    # Late in the text an author comes to the point; a call is worth more than a report.
    strong = [
        part
        for block in reversed(own)
        for run in runs.runs(block, skip=_WHERE_NOT)
        for part in _own(sentences.sentences(runs.text_of(run)))
        if _length(part) in _STRONG_LENGTH and not unquotable.starts_weakly(part)
    ]
    yield from ((part, "") for part in sorted(strong, key=lambda p: not unquotable.CALL.search(p)))


def _said_apart(before: Element, block: Element) -> Iterator[tuple[str, str]]:
    """Yield the words of a block quotation that is signed in its last line or introduced."""
    parts = [tree.text_of(part) for part in block if part.tag not in _WHERE_NOT]
    said, last = parts[:-1], "".join(parts[-1:])
    if name := attribution.signed(last):
        text = " ".join(said)
    elif (at := max(last.rfind(" — "), last.rfind(" – "))) > 0 and (
        name := attribution.signed(last[at + 1 :])
    ):
        text = " ".join([*said, last[:at]])
    else:
        name, text = attribution.introduced(tree.text_of(before)), " ".join(parts)
    if name:
        yield from ((words, name) for words in _spoken(text.strip(_OUTER)))


def _spoken(said: str) -> Iterator[str]:
    """Yield what may be displayed of somebody's words: all, or else single sentences of them."""
    parts = sentences.sentences(said)
    for part in (said, *parts) if len(parts) > 1 else (said,):
        words = part.strip(" \u00a0\u202f").rstrip(_STOPS)
        begins = _starts_well(part)
        if not begins or words.endswith((*_ASKED, ":", "：")) or _unbalanced(words):
            continue
        last = part.rstrip(_OUTER)[-1:]
        stop = "" if words.endswith(("!", "！")) or _is_east_asian(words) else "."
        yield words + (last if last in "。।" else stop)


def _own(parts: Sequence[str]) -> Iterator[str]:
    """Yield the whole sentences among them in which nobody else is quoted."""
    for part in parts:
        inner = part.strip(" \u00a0\u202f")
        asks = inner.rstrip(_OUTER).endswith(_ASKED)
        whole = sentences.is_whole(inner) and not asks and _starts_well(inner)
        if whole and (not attribution.has_marks(inner) or _names_only(inner)):
            yield re.sub(r"([.。])[.,。]+\Z", r"\1", inner)


def _names_only(text: str) -> bool:
    """Return True if what is in quotation marks are names, and no words that somebody said."""
    marked = re.findall(r"[“„«「]([^“”„«»「」]*[^“”„«»「」.,!?…])[”“»」](?!,| [–—])", text)
    count = sum(map(text.count, "”»」"))
    return 0 < len(marked) == count and not _unbalanced(text) and max(map(_length, marked)) <= _NAME


def _unbalanced(text: str) -> bool:
    opening, closing = sum(map(text.count, "“„«「『")), sum(map(text.count, "”»」』"))
    low = text.count("„")
    return opening != closing and not (low and text.count("“") == low)


def _starts_well(part: str) -> bool:
    start = part.lstrip(_OUTER + "¡¿")[:1]
    return start.isalpha() and not start.islower()


def _is_east_asian(text: str) -> bool:
    return unicodedata.east_asian_width(text[-1:] or " ") in "WF" and not text[-1] >= "\uac00"


def _length(text: str) -> int:
    """Return the letters of a text, East Asian ones twice."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
