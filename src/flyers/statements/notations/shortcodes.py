"""Shortcodes of Hugo and templates of Liquid in a source, expanded to HTML and plain words.

Liquid comes first, see ``templates``. Then the source is cut at the tags that are left; one that
is closed again is paired with its closing tag, and ``elements`` gives the replacement of both. Code
and raw parts are not touched.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flyers.core.findings import Finding
from flyers.statements.body.losses import Loss, in_address, mark, unmarked
from flyers.statements.body.places import Places
from flyers.statements.notations import codespans, templates
from flyers.statements.notations.elements import INCLUDES, Shortcode, element
from flyers.statements.notations.liquid_filters import CLOSE, OPEN
from flyers.statements.notations.values import param, template_values
from flyers.statements.statement import noted
from flyers.statements.surroundings import Surroundings
from flyers.statements.wording.enclosed import replaced
from flyers.statements.wording.wordlists import words

_TAG = re.compile(rf"{OPEN}(?P<line>\d*)[<%](?P<inner>.*?)[>%]{CLOSE}", re.DOTALL)
_NAME = re.compile(r"\s*(?P<close>/)?\s*(?P<name>[\w./-]*)(?P<rest>.*?)/?\s*\Z", re.DOTALL)
_ARGUMENT = re.compile(
    r"""(?:([\w-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|'([^']*)'|([^\s"'`,]+))"""
)
_LINK_TARGET = re.compile(r"(?:\]\(\s*<?|(?:href|src)\s*=\s*[\"']?)[^\s()<>\"']{0,200}\Z")
_LINK = re.compile(r"(?:\]\(\s*<?|(?:href|src)\s*=\s*[\"']?)[^\s()<>\"']{1,400}")
# The root of the site: a picture is looked for in its folders.
_ROOT = re.compile(r"(?<=[(\"'<])\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}")
_REFERENCES = words("ref relref link post_url legacy-file tmp asset file")

PLAIN = frozenset({"Hugo"})
"""Generators that take Liquid in a page for words."""


@dataclass(frozen=True, kw_only=True)
class Expanded:
    """A source without templates, notes on what is not printed, and the values that are lost."""

    text: str
    notes: list[Finding] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    files: tuple[Path, ...] = ()
    """Files that values were read from."""


NO_TEMPLATES = Expanded(text="")


def expand(
    text: str,
    values: Mapping[str, Any],
    around: Surroundings,
    places: Places,
) -> Expanded:
    """Return the source without shortcodes and Liquid; ``values`` are the page's front matter."""
    if "{{" not in text and "{%" not in text:
        return Expanded(text=text)
    text, codes = codespans.hide(_fence_highlights(unmarked(text)))
    return _expanded(text, codes, values, around, places)


def _expanded(
    text: str,
    codes: codespans.Placeholders,
    values: Mapping[str, Any],
    around: Surroundings,
    places: Places,
) -> Expanded:
    text = codespans.unescaped(text, codes.keep)
    lost: list[Loss] = []
    if around.generator in PLAIN:
        text = templates.foreign(text, _lines(templates.tokens(text), places))
    else:
        text = _ROOT.sub("", text)
        lines = _lines(templates.tokens(text), places)
        filled = templates.filled(text, template_values(values, around, text), lines)
        text, lost = filled.text, filled.losses
    pieces: list[str] = []
    tags: dict[int, Shortcode] = {}
    cursor = 0
    for match in _TAG.finditer(text):
        pieces.append(text[cursor : match.start()])
        cursor = match.end()
        tags[len(pieces)] = _tag(match, text)
        pieces.append("")
    pieces.append(text[cursor:])
    known = _Known(page=values, around=around)
    notes = _replace(pieces, tags, lost, known)
    text = _LINK.sub(lambda match: in_address(match[0]), "".join(pieces))
    files = (*around.values().files, *known.files)
    return Expanded(text=codes.show(text), notes=notes, losses=lost, files=files)


_CODE = re.compile(r"<(pre|code|script|style|textarea)\b", re.IGNORECASE)
_END_CODE = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("pre", "code", "script", "style", "textarea")
}


def expand_page(text: str, around: Surroundings, places: Places) -> Expanded:
    """Return a whole HTML page without templates, which may be a site's own template."""
    if "{{" not in text and "{%" not in text:
        return Expanded(text=text)
    codes = codespans.Placeholders()
    hidden = replaced(
        _CODE,
        lambda opening: _END_CODE[opening[1].lower()],
        unmarked(text),
        lambda code: codes.keep(code.whole),
    )
    return _expanded(hidden, codes, {}, around, places)


def _lines(tags: Iterable[str], places: Places) -> list[int]:
    """Return the line of each tag of a file, in their order."""
    found = []
    at = line = 0
    for tag in tags:
        start = places.text.find(tag, at)
        if start >= 0:
            line += places.text.count("\n", at, start)
            at = start
        found.append(line + 1 if start >= 0 else places.line(tag) or 0)
    return found


def _tag(match: re.Match[str], text: str) -> Shortcode:
    # A bounded look behind: the link's address begins just before the tag.
    in_link = bool(_LINK_TARGET.search(text, max(0, match.start() - 250), match.start()))
    parts = _NAME.match(match["inner"])
    assert parts is not None  # every part of the pattern may be empty
    name = parts["name"].lower()
    named: dict[str, str] = {}
    listed: list[str] = []
    for key, *given in _ARGUMENT.findall(parts["rest"].strip("() \t\n")):
        value = next((value for value in given if value), "").replace("\\_", "_")
        value = value.replace('\\"', '"')
        if key:
            named.setdefault(key.lower(), value)
        else:
            listed.append(value)
    closes = parts["close"] == "/"
    return Shortcode(
        name=name,
        closes=closes,
        named=named,
        listed=tuple(listed),
        in_link=in_link,
        line=int(match["line"] or 0),
    )


def _replace(
    pieces: list[str],
    tags: dict[int, Shortcode],
    lost: list[Loss],
    known: "_Known",
) -> list[Finding]:
    notes: dict[Finding, None] = {}
    for start, end in _pairs(tags):
        tag = tags[start]
        if value := _value(tag, lost, known):
            pieces[start] = value
            continue
        before, after, stays, why = element(tag, paired=end is not None)
        pieces[start] = before
        if end is not None:
            pieces[end] = after
            if not stays:
                pieces[start + 1 : end] = [""] * (end - start - 1)
            elif "\n" in before:
                # Markdown would take an indented first line for code.
                pieces[start + 1] = pieces[start + 1].lstrip(" \t")
        if why:
            notes.setdefault(noted(f"{{{{ {tag.name} }}}}", why, line=tag.line or None))
    return list(notes)


@dataclass(frozen=True, kw_only=True)
class _Known:
    """Values of the page and its site that shortcodes stand for."""

    page: Mapping[str, Any]
    around: Surroundings
    files: list[Path] = field(default_factory=list)
    """Files that were included."""

    def param(self, name: str) -> str:
        """Return a value of the page or the site; empty if neither has it."""
        return param(name, self.page, self.around)

    def include(self, name: str, *, beside: bool) -> str:
        """Return the text of a file that a page includes; empty if it is no plain text."""
        found = self.around.include(name, beside)
        self.files.extend([found.file] if found.file else [])
        return found.text


def _value(tag: Shortcode, lost: list[Loss], known: _Known) -> str:
    """Return the value that a tag stands for, or the mark of one that is lost; empty for a tag that
    stands for an element."""
    if tag.name == "param" and tag.listed:
        return known.param(tag.listed[0]) or mark(lost, _shown(tag), tag.line, block=False)
    if tag.name in INCLUDES and tag.listed and not tag.in_link:
        return known.include(tag.listed[0], beside=tag.name == "include_relative")
    if tag.name in _REFERENCES:
        name = next(iter(tag.listed), "") or tag.value("path")
        address = known.around.link(tag.name, name)
        if address or tag.in_link:
            return address
        return mark(lost, _shown(tag), tag.line, block=False)
    return ""


def _pairs(tags: dict[int, Shortcode]) -> list[tuple[int, int | None]]:
    """Yield each opening tag with the index of its closing tag, the innermost first."""
    pairs: list[tuple[int, int | None]] = []
    open_tags: dict[str, list[int]] = {}
    for place, tag in tags.items():
        name = _closed(tag, open_tags)
        if name:
            pairs.append((open_tags[name].pop(), place))
        elif not tag.closes:
            open_tags.setdefault(tag.name, []).append(place)
    pairs.extend((place, None) for places in open_tags.values() for place in places)
    return pairs


def _closed(tag: Shortcode, open_tags: Mapping[str, list[int]]) -> str:
    """Return the name of the element that a tag closes: `/note`, `endnote`, or Zola's `end`."""
    if tag.name == "end":
        last = [(places[-1], name) for name, places in open_tags.items() if places]
        return max(last)[1] if last else ""
    for name in (tag.name,) if tag.closes else (tag.name.removeprefix("end"),):
        if (tag.closes or name != tag.name) and open_tags.get(name):
            return name
    return ""


def _shown(tag: Shortcode) -> str:
    said = " ".join([tag.name, *tag.listed[:1]])
    return f"{{{{ {said:.60} }}}}"


_HIGHLIGHT = re.compile(r"(?:\{%-?|\{\{[<%])\s*highlight\b[^{}]*?(?:%\}|[>%]\}\})\n?")
_END_HIGHLIGHT = re.compile(r"\{%-?\s*endhighlight\s*-?%\}|\{\{[<%]\s*/\s*highlight\s*[>%]\}\}")


def _fence_highlights(text: str) -> str:
    """Turn listings into fenced code, which later passes leave alone."""
    return replaced(
        _HIGHLIGHT,
        _END_HIGHLIGHT,
        text,
        lambda listing: f"\n~~~~~~~~\n{listing.inner.rstrip()}\n~~~~~~~~\n",
    )
