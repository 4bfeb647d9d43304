"""HTML pages as a site serves them: the article, and the metadata of the head."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from flyers.statements import tree
from flyers.statements.dates import date_in
from flyers.statements.language import language_tag
from flyers.statements.metadata import WEB_ADDRESS, Facts
from flyers.statements.plain import plain
from flyers.statements.wordlists import words

_HEAD_END = re.compile(r"</head\s*>|<body\b[^>]*>", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_LARGEST_HEAD = 300_000

# The names of each field in <meta name> or <meta property>, the better one first.
_META = {
    "deck": ("description", "og:description", "twitter:description"),
    "date": ("article:published_time", "date", "dc.date", "dcterms.date", "og:published_time"),
    "author": ("author", "article:author", "dc.creator"),
    "tags": ("keywords", "article:tag"),
}

# What stands around the text in an article: by a word of a class, in pages only.
_BYLINE = words(
    "byline author meta post-meta entry-meta post-date date published entry-footer post-"
    " footer tags post-tags tag-list entry-tags categories post-categories reading-time"
    " author-bio"
)


@dataclass(frozen=True, kw_only=True)
class Head:
    """The values in a page's head, by names in lower case."""

    meta: dict[str, list[str]]
    links: dict[str, str]
    title: str
    language: str
    direction: str

    def first(self, field: str) -> str:
        """Return the first value that is given for one of the field's names."""
        given = (value for name in _META[field] for value in self.meta.get(name, []))
        return next((value for value in given if value.strip()), "")


def is_page(text: str) -> bool:
    """Return True if a text is a whole HTML page."""
    return bool(_PAGE.match(text[:5000]))


def head_of(text: str) -> Head:
    """Return the values in a page's head. The body is not parsed."""
    match = _HEAD_END.search(text, 0, _LARGEST_HEAD)
    body = _BODY.search(text, 0, _LARGEST_HEAD)
    upper = text[: match.start()] if match else text[:0] if not is_page(text) else text[:20_000]
    html = tree.document(tree.CONTROLS.sub("", upper) + (body[0] if body else ""))
    meta: dict[str, list[str]] = {}
    for element in html.iter("meta"):
        name = (element.get("property") or element.get("name") or "").lower()
        meta.setdefault(name, []).append(element.get("content") or "")
    links = {(link.get("rel") or "").lower(): link.get("href") or "" for link in html.iter("link")}
    tops = [html, *html.iter("body")]
    return Head(
        meta=meta,
        links=links,
        title=next((tree.text_of(title) for title in html.iter("title")), ""),
        language=next((top.get("lang", "") for top in tops if top.get("lang")), ""),
        direction=next((top.get("dir", "") for top in tops if top.get("dir")), "").lower(),
    )


def facts_of(head: Head) -> Facts:
    """Return the head's metadata. Its title is the last resort: ``take_title`` looks in the
    article."""
    canonical = head.links.get("canonical") or next(iter(head.meta.get("og:url", [])), "")
    is_address = bool(WEB_ADDRESS.fullmatch(canonical))
    author = head.first("author")
    return Facts(
        title=_site_less(head),
        deck=plain(head.first("deck")),
        date=date_in(head.first("date")),
        authors=() if author.startswith("http") or not author else (plain(author),),
        tags=tuple(filter(None, (plain(tag) for tag in head.first("tags").split(",")))),
        language=language_tag(head.language),
        direction=head.direction if head.direction in ("ltr", "rtl") else "",
        address=canonical if is_address else "",
        refused=""
        if is_address or not canonical
        else f"The page's canonical address {canonical!r:.80} is no web address or /path",
    )


def _site_less(head: Head) -> str:
    """Return the page's title without the site's name behind it."""
    for title in head.meta.get("og:title", []):
        if title.strip():
            return plain(title)
    title = plain(head.title)
    site = plain(next(iter(head.meta.get("og:site_name", [])), ""))
    parts = re.split(r"\s+[|–—·»-]\s+", title)
    if len(parts) > 1 and (not site or parts[-1] == site):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»-") if site else parts[0]
    return title


def article_of(body: Element) -> Element:
    """Return the article of a page's body, else its main part, else all of it."""
    for tag in ("article", "main"):
        found = list(body.iter(tag))
        if found:
            best = max(found, key=lambda element: len(tree.text_of(element)))
            article = Element("body")
            article.text = best.text
            article.extend(best)
            return article
    return body


def take_title(article: Element) -> str:
    """Take the h1 out of the article and return its text."""
    above = tree.parents(article)
    for heading in article.iter("h1"):
        title = tree.text_of(heading)
        if title:
            tree.remove(above[heading], heading)
            return title
    return ""


def take_date(article: Element) -> str:
    """Return the date of the first ``<time>`` that has one, as it is written."""
    given = (time.get("datetime") or tree.text_of(time) for time in article.iter("time"))
    return next((text for text in given if text), "")


def remove_furniture(article: Element) -> None:
    """Remove byline, date and tags around the text: they are metadata, set by the layout."""
    quoted = {inner for quote in article.iter("blockquote") for inner in quote.iter()}
    tags = {element.tag for element in article.iter()} - {"body"}
    for parent, child in tree.each(article, *tags):
        # The footer of a quotation names who said it.
        if child not in quoted and any(rule(parent, child) for rule in _FURNITURE):
            tree.remove(parent, child)


def _is_footer(_parent: Element, element: Element) -> bool:
    return element.tag == "footer"


def _is_byline(_parent: Element, element: Element) -> bool:
    short = len(tree.text_of(element).split()) < _LONGEST_BYLINE
    return short and bool(_BYLINE & set(tree.classes(element)))


def _is_lone_date(parent: Element, element: Element) -> bool:
    """Return True for a date that is not part of a sentence."""
    if element.tag != "time":
        return False
    return parent.tag not in ("p", "li") or tree.text_of(parent) == tree.text_of(element)


_FURNITURE = (_is_footer, _is_byline, _is_lone_date)
_LONGEST_BYLINE = 60
