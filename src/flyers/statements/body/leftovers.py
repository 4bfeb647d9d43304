"""Notation that is still to be seen when a body has been read: nobody meant it for paper."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from flyers.core.findings import Finding
from flyers.statements.body import tree
from flyers.statements.body.places import Places
from flyers.statements.statement import noted

REMEDY = "Correct it in the text, or put it between backquotes if it is meant to be seen."
MOST = 12
"""Findings of one statement; more say nothing new."""


class Notation(NamedTuple):
    """One notation: what it is in words, signs of which a text has one if it has any, and the
    pattern. Prices, arithmetic and times are none."""

    what: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]


KINDS: tuple[Notation, ...] = (
    Notation(
        "HTML",
        ("<",),
        re.compile(
            r"</?(?:div|span|p|br|hr|a|img|table|t[rdh]|ul|ol|li|strong|em|b|i|h[1-6]|iframe"
            r"|section|font|center)(?:\s[^<>]{0,40}|/)?>",
            re.IGNORECASE,
        ),
    ),
    Notation("a link", ("](",), re.compile(r"\]\((?:https?:|mailto:|[./#][^\s()]|\)).{0,20}")),
    Notation("a link", ("][",), re.compile(r"(?<![\w\]])\[[^\[\]\n]{2,80}\]\[[\w .-]*\]")),
    Notation(
        "a formula",
        ("\\",),
        re.compile(
            r"\$[^$\n]{0,200}\\[a-zA-Z]+[^$\n]{0,200}\$"
            r"|(?<![\w:\\])\\[a-zA-Z]{2,16}(?=[\s{^_(\\]).{0,20}"
        ),
    ),
    Notation(
        "a template",
        ("{{", "{%", "}}", "%}"),
        re.compile(r"\{\{.{0,24}|\{%.{0,24}|(?<!\})\}\}(?!\})|(?<=\s)-?%\}"),
    ),
    Notation("a fence", (":::",), re.compile(r"^\s*:::+.{0,24}", re.MULTILINE)),
    Notation(
        "bold type", ("**",), re.compile(r"(?<![\w*])\*\*(?=[^\W\d])|(?<=[^\W\d])\*\*(?![\w*])")
    ),
    Notation("a table", ("---",), re.compile(r"\|\s*:?-{3,}.{0,12}")),
    Notation("a heading", ("##",), re.compile(r"^\s*#{2,6}(?=\s?\w).{0,24}", re.MULTILINE)),
    Notation(
        "an attribute",
        ("width=", "height=", "style=", "class=", "target="),
        re.compile(r"(?<![\w-])(?:width|height|style|class|target)=[\"”'“\d]\S{0,20}"),
    ),
    Notation(
        "an attribute",
        ("{",),
        re.compile(r"\{:?\s?[.#][a-zA-Z][^{}]*\}|\{:[^{}\n]*\}"),
    ),
    Notation("a wiki link", ("[[",), re.compile(r"!?\[\[[^\W\d].{0,24}")),
    Notation(
        "an entity",
        ("&",),
        re.compile(r"&(?:nbsp|amp|quot|lt|gt|apos|[lr]squo|[lr]dquo|[mn]dash|#x?\d+);"),
    ),
    Notation(
        "a shortcode",
        ("[",),
        re.compile(r"\[/?[a-z][\w-]*(?:\s+\w+=[\"”“′″'][^\]]*)\]|\[/[a-z][\w-]*\]"),
    ),
    Notation("an alert", ("[!",), re.compile(r"\[![A-Z]{3,}\]")),
    Notation(
        "an admonition",
        ("!!!", "???"),
        re.compile(r"^\s*(?:!!!|\?\?\?\+?)\s\w+.{0,20}", re.MULTILINE),
    ),
    Notation("a directive", (".. ",), re.compile(r"^\s*\.\. [\w-]+::?.{0,24}", re.MULTILINE)),
    Notation("a pictograph", (":",), re.compile(r"(?<![\w:/.]):[a-z][a-z0-9_+-]+:(?![\w:`/])")),
    Notation("a note", ("[^",), re.compile(r"\[\^[\w-]+\]")),
    Notation("a role", (":`",), re.compile(r"(?<!\w):[a-z]+:`.{0,20}")),
    Notation(
        "a program",
        ("import ", "export "),
        re.compile(
            r"^\s*(?:import .+ from [\"'”’‘“]|export (?:const|default) ).{0,12}", re.MULTILINE
        ),
    ),
)
_NOT_TEXT = frozenset({"code", "pre", "kbd", "samp", "var", "tt"})


def findings(body: Element, places: Places) -> list[Finding]:
    """Return a finding for each place of a tidied body where notation is left."""
    found: dict[Finding, None] = {}
    told: set[tuple[str, str]] = set()
    texts = list(_texts(body))
    whole = "\n".join(texts)
    kinds = [kind for kind in KINDS if any(sign in whole for sign in kind.signs)]
    for text in texts if kinds else ():
        taken = bytearray(len(text))
        for kind in kinds:
            for match in kind.pattern.finditer(text):
                start, end = match.span()
                if any(taken[start:end]):
                    continue
                taken[start:end] = b"\1" * (end - start)
                # The same sign again has the same line, where looking it up takes the longest.
                if (kind.what, match[0]) not in told:
                    told.add((kind.what, match[0]))
                    found.setdefault(_finding(kind.what, text, match, places))
                if len(found) == MOST:
                    return list(found)
    return list(found)


def _finding(what: str, text: str, match: re.Match[str], places: Places) -> Finding:
    sign = match[0].strip()
    before = text[max(0, match.start() - 60) : match.start()].partition(" ")[2]
    line = places.line(sign) or places.near(f"{before}{sign}", before, sign)
    left = noted(f"“{sign}”", f"left of {what}, and printed as it is", "warning", line=line)
    return replace(left, remedy=REMEDY)


def _texts(body: Element) -> Iterator[str]:
    """Yield the text of each block without code, a line break as one."""
    for block in body:
        parts: list[str] = []
        _read(block, parts)
        yield "".join(parts)


def _read(element: Element, parts: list[str]) -> None:
    if element.tag in _NOT_TEXT:
        parts.append("\u00a0")
        return
    edge = "\n" if element.tag in tree.BLOCKS or element.tag == "br" else ""
    parts += [edge, element.text or ""]
    for child in element:
        _read(child, parts)
        parts.append(child.tail or "")
    parts.append(edge)
