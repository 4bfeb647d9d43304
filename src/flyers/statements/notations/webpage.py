"""HTML pages as a site serves them: the article, and the metadata of the head."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from flyers.statements.body import tree
from flyers.statements.body.losses import is_marked
from flyers.statements.facts.metadata import WEB_ADDRESS, Facts
from flyers.statements.facts.structured import Structured
from flyers.statements.wording.dates import date_in
from flyers.statements.wording.language import language_tag
from flyers.statements.wording.plain import plain, wording
from flyers.statements.wording.wordlists import words

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
    "site": ("og:site_name", "application-name", "apple-mobile-web-app-title"),
    "tags": ("keywords", "article:tag"),
}

# What stands around the text in an article: by a word of a class, in pages only.
_AUTHOR = words("author author-name byline-author post-author entry-author p-author fn")
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


# Titles that a page has before anybody gave it one.
_NO_TITLES = frozenset(
    wording(name)
    for name in (
        *("Home", "Homepage", "Home page", "Untitled", "Untitled document", "Untitled page"),
        *(
            "Document",
            "Index",
            "New page",
            "Page",
            "Page title",
            "Title",
            "Welcome",
            "Blog",
            "News",
        ),
        *("Start", "Startseite", "Willkommen", "Accueil", "Bienvenue", "Inicio", "Bienvenidos"),
        *("Sans titre", "Sin título", "Ohne Titel", "Unbenannt", "Início", "Pagina iniziale"),
    )
)
_APART = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|»]\s*")


def facts_of(head: Head, data: Structured) -> Facts:
    """Return the metadata of the head and of structured data. The title is the last resort:
    ``take_title`` looks in the article. It is empty if it is a template's or nobody's."""
    canonical = head.links.get("canonical") or next(iter(head.meta.get("og:url", [])), "")
    is_address = bool(WEB_ADDRESS.fullmatch(canonical))
    author = head.first("author")
    authors = () if author.startswith("http") or not author else (plain(author),)
    return Facts(
        title=_site_less(head, data),
        deck=plain(head.first("deck")),
        date=date_in(head.first("date")) or date_in(data.date),
        authors=authors or data.authors,
        tags=tuple(filter(None, (plain(tag) for tag in head.first("tags").split(",")))),
        language=language_tag(head.language),
        direction=head.direction if head.direction in ("ltr", "rtl") else "",
        address=canonical if is_address else "",
        refused=""
        if is_address or not canonical
        else f"The page's canonical address {canonical!r:.80} is no web address or /path",
        event=dict(data.event) or None,
    )


def _site_less(head: Head, data: Structured) -> str:
    """Return the page's title without the site's name before or behind it.

    Behind an upright line stands the site's name; behind a dash or dot only if the page names its
    site so elsewhere.
    """
    titles = [title for title in (*head.meta.get("og:title", []), head.title) if title.strip()]
    title = plain(titles[0]) if titles else ""
    if not titles or "{{" in titles[0] or "{%" in titles[0] or wording(title) in _NO_TITLES:
        return ""
    site = wording(plain(head.first("site")) or data.site)
    parts = [part for part in _APART.split(title) if part]
    if len(parts) < 2:
        return title
    if site and wording(parts[-1]) == site:
        title = title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-")
    elif site and wording(parts[0]) == site:
        title = title[len(parts[0]) :].lstrip(" |–—·•»:-")
    elif not site and "|" in title:
        title = title.partition("|")[0].rstrip()
    return "" if wording(title) in _NO_TITLES else title


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
        if title and not is_marked(title):
            tree.remove(above[heading], heading)
            return title
    return ""


def take_heading(body: Element, article: Element, head: Head) -> str:
    """Return the h1 beside the article, of a page that puts it there: it is in the page's title."""
    said = wording(" ".join([head.title, *head.meta.get("og:title", [])]))
    inside = set(article.iter())
    for heading in body.iter("h1"):
        words = tree.text_of(heading)
        if words and heading not in inside and wording(words) in said:
            return words
    return ""


_BY = re.compile(
    r"\A\s*(?:written |posted |published )?(?:by|von|par|por|di|da|av|af|door|autor|text)\b[:\s]+",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(r"\s*(?:[|·•,/–—(\n]| - |\bon\b|\bam\b|\ble\b|\d).*", re.DOTALL)
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,4}")


def take_authors(article: Element) -> tuple[str, ...]:
    """Return the names of a byline: what is marked as an author, or stands behind “By”."""
    for element in article.iter():
        names = set(tree.classes(element))
        if names & _AUTHOR or (names & _BYLINE and _BY.match(tree.text_of(element))):
            return _people(_BY.sub("", tree.text_of(element), count=1))
    for block in list(article)[:3]:
        words = tree.text_of(block)
        if (
            block.tag == "p"
            and len(words) < 60
            and re.match(r"(?:By|Von|Par|Por|Di) [^\W\d_a-z]", words)
        ):
            people = _people(_BY.sub("", words, count=1))
            if people and wording("".join(people)) == wording(_BY.sub("", words, count=1)):
                tree.remove(article, block)
                return people
    return ()


def _people(text: str) -> tuple[str, ...]:
    """Return the names in a byline without its date, role and so on."""
    text = _BEHIND_NAME.sub("", plain(text)) if "," not in text else plain(text)
    parts = re.split(r",\s+|\s+(?:and|und|et|y|e|och|og|en|&)\s+", text)
    names = [_BEHIND_NAME.sub("", part).strip() for part in parts]
    kept = [name for name in names if _NAME.fullmatch(name) and not date_in(name)]
    return tuple(dict.fromkeys(kept[:6])) if kept[:1] == names[:1] else ()


def take_date(article: Element) -> str:
    """Return the date of the first ``<time>`` that has one, as it is written."""
    times = (time for time in article.iter("time") if not _is_of_event(time))
    given = (time.get("datetime") or tree.text_of(time) for time in times)
    return next((text for text in given if text), "")


def _is_of_event(time: Element) -> bool:
    """Return True for a time in the data of an event (schema.org, Event), which is no page's."""
    return time.get("itemprop", "").lower() in ("startdate", "enddate", "doortime")


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
    if element.tag != "time" or _is_of_event(element):
        return False
    return parent.tag not in ("p", "li") or tree.text_of(parent) == tree.text_of(element)


_FURNITURE = (_is_footer, _is_byline, _is_lone_date)
_LONGEST_BYLINE = 60
