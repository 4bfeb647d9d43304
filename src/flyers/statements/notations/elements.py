"""Elements that sites define themselves: printable ones become HTML, the rest is removed.

The table ``RULES`` gives what stands in the place of a shortcode, a tag or a component, by its
name; an include is called by the name of its file.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import PurePosixPath

from flyers.statements.body.kinds import CALLOUTS, QUOTES, is_kind
from flyers.statements.wording.wordlists import words


@dataclass(frozen=True, kw_only=True)
class Shortcode:
    """One shortcode or Liquid tag in a source, and its line there; 0 if that is not known."""

    name: str
    closes: bool
    named: dict[str, str]
    listed: tuple[str, ...]
    in_link: bool
    """It stands where the address of a link or picture stands."""
    line: int = 0

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
_BUTTONS = frozenset({"button", "btn", "cta", "download", "download-button"})
_NOT_SHOWN = frozenset({"comment", "toc"})
_LEFT_OVER = words("else elsif when break continue")
INCLUDES = words("include include_relative include_cached render partial component")
_LABELS = ("title", "heading", "label", "term")
_WORDS = ("content", "text", "body", "message", "description")
_UNKNOWN = "an element that only the website knows: left out, the words in it kept"


def element(tag: Shortcode, *, paired: bool) -> Replacement:
    """Return what stands in the place of an element and of its closing tag."""
    name = tag.name
    if tag.in_link:
        # An address that only the site can make; the link keeps its text, see ``sanitise``.
        return (
            "#",
            "",
            True,
            "an address that only the website knows: the words of the link are kept",
        )
    if name in INCLUDES:
        return _include(tag)
    if name in _LEFT_OVER:
        return "", "", True, ""
    if _PICTURE.fullmatch(name):
        return _picture(tag)
    if paired or name in _EMBEDS | _BUTTONS | _NOT_SHOWN:
        for names, rule in RULES:
            if name in names:
                return rule(tag)
    return _said(tag, paired=paired), "", True, _UNKNOWN


def named(name: str, values: dict[str, str], *, paired: bool) -> Replacement:
    """Return what stands in the place of another notation's element, by the same table."""
    tag = Shortcode(name=name, closes=False, named=values, listed=(), in_link=False)
    return element(tag, paired=paired)


def _said(tag: Shortcode, *, paired: bool) -> str:
    """Return the words that an unknown element is given: its own, and a label of what is in it."""
    words = tag.value(*_WORDS, "caption")
    label = tag.value(*_LABELS, "name") if paired else tag.value(*_LABELS) if words else ""
    return f"\n\n**{label}**\n\n{words}" if label else words


def _include(tag: Shortcode) -> Replacement:
    """Return the picture, box or quotation that an include's file is called after, with the words
    that it is given."""
    file = next(iter(tag.listed), "") or tag.value("file", "name")
    name = PurePosixPath(file.lower()).name.partition(".")[0]
    if _PICTURE.fullmatch(name):
        return _picture(replace(tag, listed=()))
    said = tag.value(*_WORDS)
    if said and (name in CALLOUTS or name in QUOTES or tag.value("type", "kind")):
        before, after, _, why = (_quote if name in QUOTES else _callout)(tag)
        return f"{before}{said}{after}", "", True, why
    if name in _EMBEDS | _BUTTONS:
        return element(replace(tag, name=name, listed=()), paired=False)
    if said:
        return f"\n\n{said}\n\n", "", True, ""
    return "", "", True, f"{file or 'a file'} of the website is not put in: left out"


def _callout(tag: Shortcode) -> Replacement:
    title = tag.value("title", "heading", "header") or next(
        (word for word in tag.listed if not is_kind(word) and "." not in word), ""
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


def _picture(tag: Shortcode) -> Replacement:
    source = tag.value("src", "link", "url", "file", "image", "path", "image_path", "img")
    source = source or next(iter(tag.listed), "")
    caption = " ".join(filter(None, (tag.value("title"), tag.value("caption"), tag.value("attr"))))
    attributes = {"src": source, "alt": tag.value("alt"), "data-caption": caption}
    inner = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<img{inner}>".replace("\n", " "), "", False, ""


RULES: tuple[tuple[frozenset[str], Rule], ...] = (
    (_EMBEDS, _gone("it plays or moves, and paper does not")),
    (_BUTTONS, _gone("a button cannot be pressed on paper")),
    (_NOT_SHOWN, _gone("")),
    (CALLOUTS, _callout),
    (QUOTES, _quote),
    (_DETAILS, _details),
    (_VERBATIM, _gone("", stays=True)),
)
