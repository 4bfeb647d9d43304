"""An HTML page as a site's generator wrote it: what its head says, and the letters of its text.

Tags are told apart as a browser's tokeniser does, in one pass: a built site may have ten thousand
pages, and a tree of each would take minutes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from flyers.sites.built.likeness import letters

_TAG = re.compile(r"(/?[a-z][a-z0-9-]*)([^>]*)>?", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_UNREAD = frozenset({"script", "style", "template", "noscript"})
"""Elements whose content a reader does not see."""


@dataclass(frozen=True, kw_only=True)
class PageHead:
    """The head of a page. ``named`` are the letters of what its window and its previews are called,
    ``headed`` those of its first headings; ``canonical`` is the address that it gives itself."""

    named: tuple[str, ...] = ()
    headed: tuple[str, ...] = ()
    canonical: str = ""
    language: str = ""
    redirects: bool = False
    """True for a stub that leads to another page at once."""

    def titled(self, title: str) -> int:
        """Return 2 if the page is called by the letters of a title, 1 if its heading is, else 0."""
        if any(title in one for one in self.named):
            return 2
        return int(any(title in one and len(one) < len(title) + _BESIDE for one in self.headed))


def head_of(html: str) -> PageHead:
    """Return the head of a page, and its headings of the first rank."""
    named: list[str] = []
    headed: list[str] = []
    links: dict[str, str] = {}
    language, redirects = "", False
    start = html.lower().find("</head", 0, _FAR)
    upper = html[: start if start >= 0 else _FAR]
    for tag, values, text in _tags(upper):
        if tag == "title":
            named.append(letters(unescape(text)))
        elif tag == "html":
            language = _attribute(values, "lang")
        elif tag == "link" and _attribute(values, "rel").lower() == "canonical":
            links.setdefault("canonical", _attribute(values, "href"))
        elif tag == "meta":
            if _attribute(values, "http-equiv").lower() == "refresh":
                redirects = True
            elif _attribute(values, "property").lower() == "og:title":
                named.append(letters(_attribute(values, "content")))
    for match in _HEADING.finditer(html):
        end = html.find("</h1", match.end(), match.end() + _LONGEST)
        if end >= 0:
            headed.append(text_of(html[match.end() : end]))
    return PageHead(
        named=tuple(filter(None, named)),
        headed=tuple(filter(None, headed)),
        canonical=links.get("canonical", "").strip(),
        language=language.strip(),
        redirects=redirects,
    )


_HEADING = re.compile(r"<h1\b[^>]*>", re.IGNORECASE)
_BESIDE = 40
"""Letters that a heading may have beside the title: a date, the words of a link."""
_LONGEST = 3_000
"""Characters of a heading with all its markup."""
_FAR = 200_000
"""Characters in which a page's head ends, with all that a theme puts into it."""


def text_of(html: str) -> str:
    """Return the letters of a page's text."""
    found = [text for tag, _, text in _tags(html) if tag not in _UNREAD]
    return letters(unescape("".join(found)))


def _tags(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield each tag in lower case, its attributes, and the text behind it up to the next tag.

    The text in front of the first has the tag ``""``; of a comment and of what a reader does not
    see there is none.
    """
    first, *parts = html.split("<")
    yield "", "", first
    until = ""  # the end of what is skipped: a comment, or an element that nobody reads
    for part in parts:
        if until == "-->" or part.startswith("!--"):
            _, until, text = part.partition("-->")
            until = "" if until else "-->"
            yield "", "", text
            continue
        if until and not part.lower().startswith(until):
            continue
        until = ""
        match = _TAG.match(part)
        if match is None:
            # A lone < is text; a doctype is none.
            yield "", "", "" if part.startswith(("!", "?")) else part
            continue
        tag = match[1].lower()
        if tag in _UNREAD:
            until = f"/{tag}"
        yield tag, match[2], part[match.end() :]


def _attribute(values: str, name: str) -> str:
    """Return the value of an attribute; empty if it is not there."""
    for key, value in _ATTRIBUTE.findall(values):
        if key.lower() == name:
            return unescape(value.strip("\"'"))
    return ""
