"""Values that only the site knows: marks in the text, and the sentences around them.

A sentence with a hole in it misleads, so it is left out as a whole and reported with its line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from flyers.core.errors import StatementError
from flyers.core.findings import Finding, Severity
from flyers.statements.body import runs, structure
from flyers.statements.wording import sentences

REMEDY = "Write the words into the statement, or put them into its front matter."

# Private letters: a source never has them, and Markdown takes them for letters.
_MARK = re.compile("\ue0f1(\\d{1,6})\ue0f2")
_MARKS = re.compile("[\ue0f1\ue0f2]")
# In the address of a link, where only plain letters survive.
_IN_ADDRESS = re.compile(r"flyers-lost-(\d+)")
_SHOWN = 160


@dataclass(frozen=True, kw_only=True)
class Loss:
    """A value or a part that is not known, as it is written, and its line. A ``block`` is a part of
    several lines, which leaves no hole in any sentence."""

    what: str
    line: int
    block: bool = False


def mark(losses: list[Loss], what: str, line: int, *, block: bool) -> str:
    """Note a loss and return the mark that stands for it."""
    losses.append(Loss(what=re.sub(r"\s+", " ", what).strip(), line=line, block=block))
    return f"\ue0f1{len(losses) - 1}\ue0f2"


def in_address(text: str) -> str:
    """Return the address of a link or picture with its marks as plain letters."""
    return _MARK.sub(r"flyers-lost-\1", text)


def unmarked(text: str) -> str:
    """Return a text without characters that look like marks."""
    return _MARKS.sub("", text)


def shown(text: str) -> str:
    """Return a text with dots for the values that are lost in it."""
    return _MARK.sub("…", text)


def is_marked(text: str) -> bool:
    """Return True if a value is lost in a text."""
    return bool(_MARK.search(text))


def remove_losses(
    body: Element, losses: Sequence[Loss], source: str, *, strict: bool
) -> list[Finding]:
    """Remove the sentences in which values are lost; return a finding for each.

    Raises StatementError instead with ``strict``.
    """
    if not losses:
        return []
    linked: set[int] = set()
    for element in body.iter():
        for name in ("href", "src"):
            if marks := _IN_ADDRESS.findall(element.get(name, "")):
                linked.update(map(int, marks))
                del element.attrib[name]
    found: dict[int, str] = {}
    for block in [body, *body]:
        for run in list(runs.runs(block)) if block is not body else []:
            _close(run, losses, found)
    for element in body.iter():
        for name, value in element.attrib.items():
            element.set(name, _MARK.sub("", value))
    structure.remove_empty(body)
    findings = [
        _finding(loss, found.get(n, ""), is_link=n in linked) for n, loss in enumerate(losses)
    ]
    if strict and findings:
        first = findings[0]
        raise StatementError(f"{source}, {first.sentence[:200]}")
    return findings


def _close(run: runs.Run, losses: Sequence[Loss], found: dict[int, str]) -> None:
    """Take the sentences with marks out of a run."""
    text = "".join(slot.text for slot in run)
    if not _MARK.search(text):
        return
    edits: list[runs.Edit] = []
    start = 0
    for end in [*sentences.ends(text), len(text)]:
        sentence = text[start:end]
        numbers = [int(n) for n in _MARK.findall(sentence) if int(n) < len(losses)]
        if numbers and all(losses[n].block for n in numbers):
            edits += [
                (start + match.start(), start + match.end(), "")
                for match in _MARK.finditer(sentence)
            ]
        elif numbers:
            edits.append((start, end, ""))
            found |= dict.fromkeys(numbers, shown(sentence).strip())
        start = end
    pieces = runs.edited([slot.text for slot in run], edits) if edits else []
    for slot, piece in zip(run, pieces, strict=False):
        slot.write(piece)


def _finding(loss: Loss, sentence: str, *, is_link: bool) -> Finding:
    brief = sentence if len(sentence) <= _SHOWN else f"{sentence[: _SHOWN - 1]}…"
    if re.search(r"\w", brief):
        out = f"the sentence “{brief}” is left out"
    else:
        out = "the link's text is kept" if is_link else "left out"
    what = f"{loss.what[:80]}: only the website knows it; {out}"
    line = loss.line or None
    severity: Severity = "warning" if sentence or loss.block else "note"
    found = Finding(check="statement", severity=severity, line=line, message=what)
    return replace(found, remedy=REMEDY) if severity == "warning" else found
