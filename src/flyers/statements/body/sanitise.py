"""HTML that a stranger may write: allowed tags and attributes. The only import of nh3.

Two gates stand behind one another. nh3 lets through the tags below, and for a while a few
attributes that hint at an element's purpose (``HINTS``). When those have been read,
``strict`` takes them off the tree, so that what is left is in ``TAGS`` and ``KEPT``.
"""

import re
from xml.etree.ElementTree import Element

from flyers.core.errors import StatementError
from flyers.core.findings import Finding
from flyers.statements.body import tree
from flyers.statements.body.kinds import DONE, OPEN
from flyers.statements.body.places import Places
from flyers.statements.statement import noted
from flyers.statements.wording.wordlists import words

INLINE = words(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small"
    " span strike strong sub sup time tt u var wbr"
)
TAGS = INLINE | tree.BLOCKS - {"nav"}

# Removed with their contents; the second column is the reason that the user reads.
LEFT_OUT = {
    "iframe": "a frame shows another page, and paper cannot",
    "object": "embedded objects cannot be printed",
    "embed": "embedded objects cannot be printed",
    "video": "a video cannot be printed",
    "audio": "a recording cannot be printed",
    "canvas": "a drawing made by a script cannot be printed",
    "svg": "drawings inside the text are taken for icons; use a picture file",
    "nav": "navigation belongs to the website",
    "button": "a button cannot be pressed on paper",
    "select": "a form cannot be sent from paper",
    "textarea": "a form cannot be sent from paper",
    "input": "a form cannot be sent from paper",
    "script": "scripts belong to the web page",
    "math": "a formula in MathML cannot be set; write it in words",
    "style": "the layout decides how the text looks",
}
UNMENTIONED = frozenset({"head", "title", "template", "noscript", "dialog"})
_VOID = frozenset({"embed", "input"})

URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
HINTS = words("class id role hidden aria-hidden download data-caption")

# What an element keeps at the end, and what a value has to look like.
_SMALL = re.compile(r"[1-9]\d?")
_COUNT = re.compile(r"-?\d{1,6}")
KEPT: dict[str, dict[str, re.Pattern[str]]] = {
    "a": {"href": re.compile(r"(?i:https?://|mailto:|tel:)[^\s<>]+")},
    "img": {"src": re.compile(r".*", re.DOTALL), "alt": re.compile(r".*", re.DOTALL)},
    "ol": {"start": _COUNT, "reversed": re.compile(r".*"), "type": re.compile(r"[1aAiI]")},
    "li": {"value": _COUNT},
    "td": {"colspan": _SMALL, "rowspan": _SMALL},
    "th": {"colspan": _SMALL, "rowspan": _SMALL},
}
# Classes of our own making; an author's never look like this when they get here.
OURS = {
    "img": "picture",
    "sup": "fn",
    "aside": "callout",
    "section": "footnotes",
    "ul": "tasks",
}
EVERYWHERE = {
    "lang": re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"),
    "dir": re.compile("ltr|rtl"),
}

DEEPEST = 150
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_OPAQUE = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# HTML lets these stay open, so they do not count as depth.
_OPTIONAL_END = words(
    "p li dt dd td th tr thead tbody tfoot colgroup option br hr img wbr input meta link"
    " source embed area base col track param"
)


# A task list as GitHub, kramdown and Hugo render it.
_CHECKBOX = re.compile(
    r"(<li\b[^<>]*>\s*(?:<p>\s*)?(?:<label\b[^<>]*>\s*)?)"
    r"<input\b(?=[^<>]*\btype=[\"']?checkbox)([^<>]*)>",
    re.IGNORECASE,
)


def _box(match: re.Match[str]) -> str:
    return match[1] + (DONE if re.search(r"\bchecked\b", match[2], re.IGNORECASE) else OPEN)


def sanitise(html: str, source: str, places: Places) -> tuple[str, list[Finding]]:
    """Return safe HTML, with hints still in it, and notes on what was removed."""
    import nh3

    html = _CHECKBOX.sub(_box, _COMMENT.sub("", html))
    outside = _OPAQUE.sub(" ", html)
    _measure(outside, source)
    notes = _mentions(html, places)
    named = {tag: set(kept) for tag, kept in KEPT.items()}
    safe = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=(set(LEFT_OUT) | UNMENTIONED) - _VOID,
        attributes={**named, "time": {"datetime", "itemprop"}, "*": set(HINTS | EVERYWHERE.keys())},
        url_schemes=set(URL_SCHEMES),
        link_rel=None,
    )
    return safe, notes


def strict(root: Element) -> None:
    """Remove every attribute that is not in the tables above, and links without a target."""
    for element in root.iter():
        allowed = {**EVERYWHERE, **KEPT.get(element.tag, {})}
        for name, value in list(element.items()):
            if name == "class" and OURS.get(element.tag) == value:
                continue
            if name not in allowed or not allowed[name].fullmatch(value.strip()):
                del element.attrib[name]
    for parent, link in tree.each(root, "a"):
        if "href" not in link.attrib:
            tree.unwrap(parent, link)
    for parent, span in tree.each(root, "span", "time"):
        if not span.attrib:
            tree.unwrap(parent, span)


def _measure(html: str, source: str) -> None:
    """Refuse markup nested deeper than any author writes."""
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() in _OPTIONAL_END:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEEPEST:
            line = html.count("\n", 0, match.start()) + 1
            raise StatementError(
                f"{source} has elements more than {DEEPEST} deep, or many that are never closed"
                f" (about line {line}); close or remove them."
            )


def _mentions(html: str, places: Places) -> list[Finding]:
    found = dict.fromkeys(match[2].lower() for match in _TAG.finditer(html) if not match[1])
    return [
        noted(f"<{tag}>", LEFT_OUT[tag], line=places.line(f"<{tag}"))
        for tag in found
        if tag in LEFT_OUT
    ]
