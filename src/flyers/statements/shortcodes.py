"""Shortcodes of Hugo and tags of Liquid: printable ones become HTML, the rest is removed.

A source is cut at its tags; a tag that is closed again is paired with its closing tag, and the
table ``RULES`` gives the replacement of both. Code is not touched.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from flyers.core.findings import Finding
from flyers.statements import codespans
from flyers.statements.kinds import CALLOUTS, QUOTES, is_kind
from flyers.statements.statement import noted
from flyers.statements.wordlists import words

_TAG = re.compile(
    r"(?P<left>\{\{[<%]|\{%-?|\{\{-?)(?P<escaped>/\*)?"
    r"(?P<inner>(?:(?!\{\{|\{%).)*?)"
    r"(?:\*/)?(?P<right>[>%]\}\}|-?%\}|-?\}\})",
    re.DOTALL,
)
_NAME = re.compile(r"\s*(?P<close>/|end)?\s*(?P<name>[\w./-]*)(?P<rest>.*?)/?\s*\Z", re.DOTALL)
_ARGUMENT = re.compile(
    r"""(?:([\w-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|'([^']*)'|([^\s"'`,]+))"""
)
_LINK_TARGET = re.compile(r"(?:\]\(\s*<?|(?:href|src)\s*=\s*[\"']?)[^\s()<>\"']{0,200}\Z")


@dataclass(frozen=True, kw_only=True)
class Shortcode:
    """One shortcode or Liquid tag in a source."""

    name: str
    closes: bool
    named: dict[str, str]
    listed: tuple[str, ...]
    in_link: bool
    """It stands where the address of a link or picture stands."""
    output: str | None = None
    """The literal in a Liquid output such as ``{{ "/a.jpg" | relative_url }}``."""

    def value(self, *names: str) -> str:
        """Return the first of the named arguments that is given."""
        return next((self.named[name] for name in names if self.named.get(name)), "")


# What stands in the place of a tag: (before, after, whether the content between stays, note).
Replacement = tuple[str, str, bool, str]
Rule = Callable[[Shortcode], Replacement]

_PICTURE = re.compile(r"(?:.*[-_/])?(?:img|image|figure|fig|photo|picture)s?(?:[-_/].*)?")
_EMBEDS = words(
    "youtube vimeo video audio podcast soundcloud spotify twitter tweet twitter_simple x"
    " instagram facebook tiktok gist map iframe embed codepen peertube mastodon asciinema"
    " youtube-enhanced twitter-simple speakerdeck slideshare"
)
_DETAILS = frozenset({"details", "expand", "collapse", "spoiler"})
_VERBATIM = words("raw rawhtml raw_html html markdown markdownify unsafe")
_REFERENCES = words("ref relref link post_url legacy-file tmp asset file")
_BUTTONS = frozenset({"button", "btn", "cta", "download", "download-button"})
_NOT_SHOWN = frozenset({"comment", "for", "capture", "toc"})
_LOGIC = words("if unless else elsif case when assign break increment continue cycle")


def expand(text: str) -> tuple[str, list[Finding]]:
    """Return the source without shortcodes and Liquid, and notes on what is not printed."""
    if "{{" not in text and "{%" not in text:
        return text, []
    text, codes = codespans.hide(_fence_highlights(text))
    pieces: list[str] = []
    tags: dict[int, Shortcode] = {}
    cursor = 0
    for match in _TAG.finditer(text):
        pieces.append(text[cursor : match.start()])
        cursor = match.end()
        if match["escaped"]:
            left, right = match["left"], match["right"]
            pieces.append(codes.keep(f"{left}{match['inner']}{right}"))
            continue
        tags[len(pieces)] = _tag(match, text)
        pieces.append("")
    pieces.append(text[cursor:])
    notes = _replace(pieces, tags)
    shown = codes.show("".join(pieces))
    return shown, notes


def _tag(match: re.Match[str], text: str) -> Shortcode:
    left, inner = match["left"], match["inner"]
    # A bounded look behind: the link's address begins just before the tag.
    in_link = bool(_LINK_TARGET.search(text, max(0, match.start() - 250), match.start()))
    if left in ("{{", "{{-"):
        literal = re.match(r"\s*[\"']([^\"'<>{}]*)[\"']", inner)
        word = re.match(r"\s*([\w.]*)", inner)
        name = word[1] if word else ""
        output = literal[1] if literal else ""
        return Shortcode(
            name=name, closes=False, named={}, listed=(), in_link=in_link, output=output
        )
    parts = _NAME.match(inner)
    assert parts is not None  # every part of the pattern may be empty
    closes = parts["close"] == "/" or (parts["close"] == "end" and left.startswith("{%"))
    name = parts["name"]
    if parts["close"] == "end" and not closes:
        name = f"end{name}"
    named: dict[str, str] = {}
    listed: list[str] = []
    for key, *values in _ARGUMENT.findall(parts["rest"]):
        value = next((value for value in values if value), "").replace("\\_", "_")
        value = value.replace('\\"', '"')
        if key:
            named.setdefault(key.lower(), value)
        else:
            listed.append(value)
    return Shortcode(
        name=name.lower(), closes=closes, named=named, listed=tuple(listed), in_link=in_link
    )


def _replace(pieces: list[str], tags: dict[int, Shortcode]) -> list[Finding]:
    notes: dict[Finding, None] = {}
    for start, end in _pairs(tags):
        before, after, stays, why = _rule(tags[start], paired=end is not None)
        pieces[start] = before
        if end is not None:
            pieces[end] = after
            if not stays:
                pieces[start + 1 : end] = [""] * (end - start - 1)
            elif "\n" in before:
                # Markdown would take an indented first line for code.
                pieces[start + 1] = pieces[start + 1].lstrip(" \t")
        if why:
            notes.setdefault(noted(_shown(tags[start]), why))
    return list(notes)


def _pairs(tags: dict[int, Shortcode]) -> list[tuple[int, int | None]]:
    """Yield each opening tag with the index of its closing tag, the innermost first."""
    pairs: list[tuple[int, int | None]] = []
    open_tags: dict[str, list[int]] = {}
    for place, tag in tags.items():
        if tag.closes and open_tags.get(tag.name):
            pairs.append((open_tags[tag.name].pop(), place))
        elif not tag.closes:
            open_tags.setdefault(tag.name, []).append(place)
    pairs.extend((place, None) for places in open_tags.values() for place in places)
    return pairs


def _rule(tag: Shortcode, *, paired: bool) -> Replacement:
    name = tag.name
    if tag.output is not None:
        known = tag.output or name.startswith(("site.baseurl", "site.url", "page."))
        return tag.output, "", True, "" if known or tag.in_link else "the website fills this in"
    if tag.in_link:
        # An address that only the site can make; the link keeps its text, see ``sanitise``.
        return "#", "", True, ""
    if name in _REFERENCES:
        return "", "", True, "it is an address inside the website"
    if name in _LOGIC:
        return "", "", True, ""
    if _PICTURE.fullmatch(name):
        return _picture(tag), "", False, ""
    if not paired and name not in _EMBEDS | _BUTTONS | _NOT_SHOWN:
        return "", "", True, _UNKNOWN
    for names, rule in RULES:
        if name in names:
            return rule(tag)
    return "", "", True, _UNKNOWN


_UNKNOWN = "an element that only the website knows: left out, the text in it kept"


def _callout(tag: Shortcode) -> Replacement:
    title = tag.value("title", "heading", "header") or next(
        (word for word in tag.listed if not is_kind(word)), ""
    )
    head = f"<p><strong>{escape(title)}</strong></p>\n\n" if title else ""
    return f'\n\n<aside class="callout">\n\n{head}', "\n\n</aside>\n\n", True, ""


def _quote(tag: Shortcode) -> Replacement:
    author = tag.value("author", "cite", "source")
    foot = f"<p>— {escape(author)}</p>\n\n" if author else ""
    return "\n\n<blockquote>\n\n", f"\n\n{foot}</blockquote>\n\n", True, ""


def _details(tag: Shortcode) -> Replacement:
    title = tag.value("title", "summary") or next(iter(tag.listed), "")
    head = f"<summary>{escape(title)}</summary>\n\n" if title else ""
    return f"\n\n<details>\n\n{head}", "\n\n</details>\n\n", True, ""


def _gone(why: str, *, stays: bool = False) -> Rule:
    return lambda _: ("", "", stays, why)


def _picture(tag: Shortcode) -> str:
    source = tag.value("src", "link", "url", "file", "image") or next(iter(tag.listed), "")
    caption = " ".join(filter(None, (tag.value("title"), tag.value("caption"), tag.value("attr"))))
    attributes = {"src": source, "alt": tag.value("alt"), "data-caption": caption}
    inner = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<img{inner}>".replace("\n", " ")


RULES: tuple[tuple[frozenset[str], Rule], ...] = (
    (_EMBEDS, _gone("it plays or moves, and paper does not")),
    (_BUTTONS, _gone("a button cannot be pressed on paper")),
    (_NOT_SHOWN, _gone("")),
    (CALLOUTS, _callout),
    (QUOTES, _quote),
    (_DETAILS, _details),
    (_VERBATIM, _gone("", stays=True)),
)


def replacement(name: str, named: dict[str, str], *, paired: bool) -> Replacement:
    """Return what stands in the place of another notation's element, by the same table."""
    tag = Shortcode(name=name, closes=False, named=named, listed=(), in_link=False)
    return _rule(tag, paired=paired)


def _shown(tag: Shortcode) -> str:
    return f"{{{{ {tag.name} }}}}"


_HIGHLIGHT = re.compile(
    r"(?:\{%-?|\{\{[<%])\s*highlight\b[^{}]*?(?:%\}|[>%]\}\})\n?(.*?)"
    r"(?:\{%-?\s*endhighlight\s*-?%\}|\{\{[<%]\s*/\s*highlight\s*[>%]\}\})",
    re.DOTALL,
)


def _fence_highlights(text: str) -> str:
    """Turn listings into fenced code, which later passes leave alone."""
    return _HIGHLIGHT.sub(lambda match: f"\n~~~~~~~~\n{match[1].rstrip()}\n~~~~~~~~\n", text)
