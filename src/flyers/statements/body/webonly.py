"""Parts of a web page that are not printed: buttons, icons, sharing, comments."""

import re
from xml.etree.ElementTree import Element

from flyers.core.findings import Finding
from flyers.statements.body import tree
from flyers.statements.body.places import Places
from flyers.statements.statement import noted

# Words of a class: "pdf-download-btn" has three.
_PARTS = frozenset({"btn", "button", "buttons", "download", "downloads", "cta"})
_BUTTON = "a button cannot be pressed on paper"
# A whole class or id, and the note; none where it needs no mention.
_WHOLE = {
    **dict.fromkeys(
        (
            "share",
            "sharing",
            "social",
            "social-share",
            "share-buttons",
            "sharedaddy",
            "addtoany",
            "a2a_kit",
            "jp-relatedposts",
        ),
        "sharing belongs to the website",
    ),
    **dict.fromkeys(
        ("comments", "comment-list", "disqus_thread", "respond"), "comments belong to the website"
    ),
    **dict.fromkeys(
        (
            "related",
            "related-posts",
            "pagination",
            "breadcrumb",
            "breadcrumbs",
            "toc",
            "table-of-contents",
            "post-navigation",
            "skip-link",
            "newsletter",
            "subscribe",
            "cookie-banner",
        ),
        "navigation belongs to the website",
    ),
    **dict.fromkeys(
        ("headerlink", "anchorjs-link", "heading-anchor", "header-anchor", "anchor-link"), ""
    ),
    **dict.fromkeys(
        (
            "sr-only",
            "visually-hidden",
            "screen-reader-text",
            "d-none",
            "d-print-none",
            "no-print",
            "noprint",
        ),
        "",
    ),
}
_ICON = re.compile(r"fa|fas|far|fab|fal|icon|icons|glyphicon|bi|material-icons|(?:fa|icon|bi)-.*")
_PDF_LINK = re.compile(
    r"\b(?:download|print|distribute|get|open|view|save|imprimir|descargar|télécharger|herunterladen"
    r")\b|\bpdf\b",
    re.IGNORECASE,
)
_PDF_TARGET = re.compile(r"\.pdf(?:[?#].*)?\Z", re.IGNORECASE)
# What may stand between two buttons of one line.
_BETWEEN = re.compile(r"[\s|•·/,()\[\]–—-]*(?:\b(?:or|and)\b[\s]*)?")
_LONG_FORM = 100


def remove_elements(body: Element, places: Places) -> list[Finding]:
    """Remove elements whose names say that they only work on a screen; return notes on them."""
    notes: dict[Finding, None] = {}
    for parent, child in list(tree.each(body, *_tags(body))):
        why = _why(child)
        if why is None:
            continue
        what = tree.text_of(child)
        tree.remove(parent, child)
        if why and what:
            notes.setdefault(noted(_short(what), why, line=places.near(what)))
    return list(notes)


def _tags(body: Element) -> frozenset[str]:
    return frozenset(element.tag for element in body.iter() if element is not body)


def _why(element: Element) -> str | None:
    """Return why an element is removed; empty if that needs no mention, None if it stays."""
    names = {*tree.classes(element), (element.get("id") or "").lower()}
    # Empty elements of a class such as fa-download draw an icon; in others the class is a style.
    if element.tag in ("i", "em", "span") and not tree.text_of(element):
        return "" if any(_ICON.fullmatch(name) for name in names) else None
    if element.tag == "form":
        short = len(tree.text_of(element).split()) < _LONG_FORM
        return "a form cannot be sent from paper" if short else None
    if "hidden" in element.attrib or element.get("aria-hidden") == "true":
        return ""
    return next((_WHOLE[name] for name in names if name in _WHOLE), None)


def remove_buttons(body: Element, places: Places) -> list[Finding]:
    """Remove links that are buttons if their paragraph holds nothing else."""
    found = [(parent, link) for parent, link in tree.each(body, "a") if _is_button(link)]
    if not found:
        return []
    above = tree.parents(body)
    notes = []
    gone: set[Element] = set()
    for _, link in found:
        block = link
        while block.tag not in tree.BLOCKS and block in above:
            block = above[block]
        if block is body or block in gone or not _only_buttons(block, {link for _, link in found}):
            continue
        what = tree.text_of(block)
        notes.append(noted(_short(what), _BUTTON, line=places.near(what)))
        gone.add(block)
        tree.remove(above[block], block)
    return notes


def _is_button(link: Element) -> bool:
    if "download" in link.attrib:
        return True
    parts = {part for name in tree.classes(link) for part in re.split(r"[-_]+", name)}
    if parts & _PARTS or link.get("role") == "button":
        return True
    is_pdf = bool(_PDF_TARGET.search(link.get("href") or ""))
    return is_pdf and bool(_PDF_LINK.search(tree.text_of(link)))


def _only_buttons(block: Element, buttons: set[Element]) -> bool:
    if block.tag not in ("p", "li", "div", *tree.HEADINGS) or tree.has_block(block):
        return False
    if any(inner.tag == "img" for inner in block.iter()):
        return False
    rest = tree.text_of(block)
    for inner in block.iter("a"):
        if inner in buttons:
            rest = rest.replace(tree.text_of(inner), "", 1)
    return bool(_BETWEEN.fullmatch(rest))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
