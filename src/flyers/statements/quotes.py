"""Sentences that a layout may display as pull quotes, the best first."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from flyers.statements import runs, sentences, tree
from flyers.statements.plain import wording

MOST = 6
SHORTEST, LONGEST = 40, 180
_STRONG_LENGTH = range(50, 131)

_OUTER = "\"“”„«»‘’'\u00a0\u202f "
_SAID = re.compile(r"[“„«]([^“”„«»]{20,400})[”“»]")
_WEAK_START = re.compile(
    r"(?:however|this|that|these|those|it|they|he|she|but|and|or|so|also|then|thus|therefore"
    r"|moreover|furthermore|for example|for instance|in addition|namely|such|there|here|see|click"
    r"|if|which|as|because|while|yet|meanwhile|additionally|finally|first|second|third|next"
    r"|note|to start|please|its|their|his|her|who|what|when|where|why|how)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:we (?:must|need|demand|call|ask|will|can|want)|must|let us|never|should|deserves?"
    r"|is time|belongs? to|for everyone|for all)\b",
    re.IGNORECASE,
)
_UNFIT = re.compile(r"https?:|www\.|[()\[\]{}|<>@\ufffc\u2028]|\.\w{2,3}/|\d\.\s*$")
_WHERE_NOT = frozenset({"table", "ul", "ol", "dl", "pre", "figure", "section"} | set(tree.HEADINGS))


def quotes(blocks: Sequence[Element], title: str, deck: str) -> tuple[str, ...]:
    """Return at most six sentences, plain, without quotation marks around them."""
    taken = f"{wording(title)}\0{wording(deck)}"
    found: dict[str, str] = {}
    for candidate in _candidates(blocks):
        text = _bare(candidate)
        same = wording(text)
        fits = SHORTEST <= len(text) <= LONGEST and not _UNFIT.search(text)
        new = not any(same in other or other in same for other in found)
        if fits and new and same not in taken:
            found[same] = text
        if len(found) == MOST:
            break
    return tuple(found.values())


def _candidates(blocks: Sequence[Element]) -> Iterator[str]:
    for block in blocks:
        if block.tag == "blockquote":
            yield from _sentences(block)
    prose = [block for block in blocks if block.tag == "p"]
    for block in prose:
        for said in _SAID.findall(tree.text_of(block)):
            # A name in quotation marks is no quotation.
            if sentences.is_whole(said) or said.endswith(","):
                yield from (part for part in sentences.sentences(said) if _starts_well(part))
    for block in prose:
        for bold in block.iter("strong"):
            yield from (part for part in sentences.sentences(tree.text_of(bold)) if _ends(part))
    # Late in the text an author comes to the point; a call is worth more than a report.
    strong = [
        part
        for block in reversed(prose)
        for part in _sentences(block)
        if len(part) in _STRONG_LENGTH and not _WEAK_START.match(part.lstrip(_OUTER))
    ]
    yield from sorted(strong, key=lambda part: not _CALL.search(part))


def _sentences(block: Element) -> Iterator[str]:
    for run in runs.runs(block, skip=_WHERE_NOT):
        for part in sentences.sentences(runs.text_of(run)):
            if _ends(part) and _starts_well(part):
                yield part


def _ends(part: str) -> bool:
    """Return True for a sentence that is no question and introduces no list."""
    return sentences.is_whole(part) and not part.rstrip(_OUTER).endswith(("?", "؟", "…"))


def _starts_well(part: str) -> bool:
    start = part.lstrip(_OUTER)[:1]
    return start.isalpha() and not start.islower()


def _bare(text: str) -> str:
    """Return a sentence without quotation marks around it, unless they belong to words inside."""
    inner = text.strip(" \u00a0\u202f")
    opening, closing = sum(map(inner.count, "“„«")), sum(map(inner.count, "”»"))
    if opening != closing or (inner[:1] in "“„«" and inner[-1:] in "”»" and opening == 1):
        inner = inner.strip("“”„«»\u00a0\u202f ")
    return inner.removesuffix(",") + ("." if inner.endswith(",") else "")
