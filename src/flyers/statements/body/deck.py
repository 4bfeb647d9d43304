"""The deck: the summary under the title, in whole sentences, not repeated in the body."""

from xml.etree.ElementTree import Element

from flyers.statements.body import tree
from flyers.statements.wording import sentences
from flyers.statements.wording.plain import wording

LONGEST = 320
_OPENING_BLOCKS = 3
_PHRASE = 30
"""Letters; a sentence this short may occur inside another one by chance."""


def take(description: str, body: Element, title: str, *, subtitled: bool = True) -> str:
    """Return the deck, made of the description and a subtitle at the top of the body.

    A subtitle that repeats the deck is removed from the body; without ``subtitled`` there is none.
    """
    parts = _whole(description)
    subtitle = _subtitle(body, parts) if subtitled else None
    if subtitle is not None:
        words = tree.text_of(subtitle)
        said = [part for part in parts if wording(part) in wording(words)]
        if said or not parts:
            body.remove(subtitle)
            # The author's own wording, which may do without a full stop.
            parts = [words, *(part for part in parts if part not in said)]
    texts = [tree.text_of(block) for block in list(body)[:_OPENING_BLOCKS]]
    opening = wording(" ".join(texts))
    said_there = {wording(sentence) for text in texts for sentence in sentences.sentences(text)}
    kept: dict[str, str] = {}
    for part in parts:
        same = wording(part)
        again = same in said_there or (len(same) > _PHRASE and same in opening)
        if same and not again and same != wording(title):
            kept.setdefault(same, part)
    return _short(list(kept.values()))


def _whole(description: str) -> list[str]:
    """Return a description without a last sentence that a site generator truncated."""
    parts = sentences.sentences(description)
    if parts and not sentences.is_whole(parts[-1]) and (len(parts) > 1 or _is_cut(parts[-1])):
        parts.pop()
    return parts


def _is_cut(phrase: str) -> bool:
    """Return True if a text ends as truncated; a lone phrase needs no full stop, as a headline."""
    return phrase.rstrip().endswith(("…", "...", "[…]", "[...]", ","))


def _subtitle(body: Element, parts: list[str]) -> Element | None:
    """Return the body's first paragraph if it is only a subtitle and text follows."""
    if len(body) < 2 or body[0].tag != "p" or body[1].get("class") == "footnotes":
        return None
    first = body[0]
    words = tree.text_of(first)
    if len(words) > LONGEST:
        return None
    if parts and wording(words) == wording(parts[0]):
        return first
    inner = list(first)
    emphatic = (
        bool(inner)
        and not (first.text or "").strip()
        and all(
            child.tag in ("em", "strong", "br") and not (child.tail or "").strip()
            for child in inner
        )
    )
    return first if emphatic and not words.endswith(":") else None


def _short(parts: list[str]) -> str:
    while parts and len(" ".join(parts)) > LONGEST:
        if len(parts) == 1:
            return ""
        parts.pop()
    return " ".join(parts)
