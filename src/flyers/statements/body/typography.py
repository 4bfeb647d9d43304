"""Typewriter signs replaced by printers' signs, in one place for all sources.

Each rule looks at a text and returns edits of it; ``RULES`` is their order. They see a block
as one text even where it is in several elements, see ``runs``.
"""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from flyers.statements.body import runs, tree
from flyers.statements.body.holding import hold
from flyers.statements.body.quotemarks import quotation_marks
from flyers.statements.body.runs import BREAK, Edit

Rule = Callable[[str, str], list[Edit]]

_SPACES = re.compile(rf"[ \t\r\n\f]+|(?<={BREAK})[ ]|[ \t\n]+(?={BREAK})")
_WHITE = " \t\r\n\f"
_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)|(?<=[^\s.])\s?\. \. \.(?!\.)")
# Three are an em dash; two are one between words, and an en dash between numbers or spaces.
_DASHES = (
    (re.compile(r"(?<!-)---(?!-)"), "—"),
    (re.compile(r"(?<=\d)--(?=\d)|(?<=[ \u00a0])--(?=[ \u00a0])"), "–"),
    (re.compile(r"(?<![-<!])--(?![->])"), "—"),
    (re.compile(r"(?<=[^\s-] )-(?= [^\s-])"), "–"),
)


def _edges(text: str, _language: str) -> list[Edit]:
    start = len(text) - len(text.lstrip(_WHITE))
    end = len(text.rstrip(_WHITE))
    if start > end:
        return [(0, len(text), "")]
    return [edit for edit in ((0, start, ""), (end, len(text), "")) if edit[0] < edit[1]]


def _spaces(text: str, _language: str) -> list[Edit]:
    edits = []
    for match in _SPACES.finditer(text):
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        new = "" if BREAK in beside else " "
        if match[0] != new:
            edits.append((match.start(), match.end(), new))
    return edits


def _ellipses(text: str, _language: str) -> list[Edit]:
    return [(match.start(), match.end(), "…") for match in _DOTS.finditer(text)]


def _dash_rule(pattern: re.Pattern[str], dash: str) -> Rule:
    return lambda text, _: [(m.start(), m.end(), dash) for m in pattern.finditer(text)]


RULES: tuple[Rule, ...] = (
    _edges,
    _spaces,
    _ellipses,
    *(_dash_rule(pattern, dash) for pattern, dash in _DASHES),
    quotation_marks,
    hold,
)


def typographic(text: str, language: str) -> str:
    """Return a plain text, such as a title, with printers' signs."""
    return "".join(_rewritten([text], language))


def set_block(block: Element, language: str) -> None:
    """Rewrite the texts of a block in place, except code."""
    for run in runs.runs(block):
        texts = [slot.text for slot in run]
        for slot, text in zip(run, _rewritten(texts, language), strict=True):
            slot.write(text)


def _rewritten(pieces: list[str], language: str) -> list[str]:
    for rule in RULES:
        edits = rule("".join(pieces), language)
        if edits:
            pieces = runs.edited(pieces, edits)
    return pieces


LONGEST_HOLD = 22
SHORT_HOLD = 12
"""Letters that three words may have together and be held like two."""
FEWEST_WORDS = 7
_NO_HOLD = frozenset({"table", "pre", "figure", "section"})
_LAST_TWO = re.compile(r"(?:\A|(?<=[ \u2028]))[^ ]+ [^ ]+\Z")
_LAST_THREE = re.compile(rf"(?<=[ \u2028])(?=.{{,{SHORT_HOLD}}}\Z)[^ ]+ [^ ]+ [^ ]+\Z")


def hold_last_words(block: Element) -> None:
    """Bind the last two words of each paragraph, heading and item, or three short ones, so that
    none ends alone."""
    if block.tag in _NO_HOLD:
        return
    for run in list(runs.runs(block, skip=_NO_HOLD)):
        last = run[-1]
        if last.where == "fixed" or len(runs.text_of(run).split()) < FEWEST_WORDS:
            continue
        end = last.text[-LONGEST_HOLD - 1 :]
        match = _LAST_THREE.search(end) or _LAST_TWO.search(end)
        if not match or len(match[0]) > LONGEST_HOLD:
            continue
        # The two words may begin where the element does; then a word before them is outside.
        start = len(last.text) - len(match[0])
        if start == 0 and len(run) > 1 and not run[-2].text[-1:].isspace():
            continue
        _wrap_end(block, last, start, match[0])


def _wrap_end(block: Element, slot: runs.Slot, start: int, words: str) -> None:
    span = Element("span", {"class": "hold"})
    span.text = words
    slot.write(slot.text[:start])
    if slot.where == "text":
        slot.element.insert(0, span)
    else:
        parent = tree.parents(block)[slot.element]
        parent.insert(list(parent).index(slot.element) + 1, span)
