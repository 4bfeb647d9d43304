"""Shortcodes of WordPress in exported posts: ``[caption]``, ``[gallery]``, ``[embed]``.

Exports to Markdown often put a backslash before their brackets. In the place of most of them
nothing is left, and a note says so; the words between two of them stay.
"""

import re
from html import escape

from flyers.core.findings import Finding
from flyers.statements.body.places import Places
from flyers.statements.notations import codespans
from flyers.statements.statement import noted
from flyers.statements.wording.enclosed import replaced

_PLAYED = "it plays or moves, and paper does not"
_SITE = "the website fills this in"
GONE = {
    "gallery": "its pictures are on the website",
    "playlist": _PLAYED,
    "embed": _PLAYED,
    "youtube": _PLAYED,
    "vimeo": _PLAYED,
    "video": _PLAYED,
    "audio": _PLAYED,
    "soundcloud": _PLAYED,
    "wpvideo": _PLAYED,
    "tweet": _PLAYED,
    "googlemaps": "a map of the website",
    "contact-form": "a form cannot be sent from paper",
    "contact-form-7": "a form cannot be sent from paper",
    "gravityform": "a form cannot be sent from paper",
    "wpforms": "a form cannot be sent from paper",
    "mc4wp_form": "a form cannot be sent from paper",
    "button": "a button cannot be pressed on paper",
}
"""Shortcodes that leave nothing, with what is told about them."""

_NAMES = "|".join(map(re.escape, sorted(GONE, key=len, reverse=True)))
_MAY = re.compile(r"\[/?[a-z][\w-]*(?:\s+[\w-]+=[\"']|\\?\])", re.IGNORECASE)
_CAPTION = re.compile(r"\\?\[(?:wp_)?caption\b[^\[\]]*\]", re.IGNORECASE)
_END_CAPTION = re.compile(r"\\?\[/(?:wp_)?caption\\?\]", re.IGNORECASE)
_PICTURE = re.compile(
    r"\s*(?P<image>(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?"
    r"|\[?!\[[^\[\]\n]*\]\([^()\n]*\)(?:\]\([^()\n]*\))?)(?P<words>.*)",
    re.DOTALL | re.IGNORECASE,
)
_PAIR = re.compile(
    r"\\?\[(?P<name>embed|video|audio|button|playlist|youtube)\b(?P<args>[^\[\]\\]*)\\?\]"
    r"(?P<inner>[^\[\]]{0,500})\\?\[/(?P=name)\\?\]",
    re.IGNORECASE,
)
# One of the names alone on its line, or any name with a value in quotation marks. What is
# followed by a bracket or a colon is a link of Markdown.
_SINGLE = re.compile(
    rf"(?<!\])(?:^[ \t]*\\?\[(?P<lone>{_NAMES})(?:\s[^\[\]\n\\]*)?\\?\][ \t]*$"
    r"|\\?\[(?P<close>/)?(?P<name>[a-zA-Z][\w-]*)(?P<args>(?:\s+[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'))+)"
    r"\s*/?\\?\](?![(\[:]))",
    re.MULTILINE,
)


def expand(text: str, places: Places) -> tuple[str, list[Finding]]:
    """Return the source without shortcodes of WordPress, and notes on what is not printed."""
    if not _MAY.search(text):
        return text, []
    text, codes = codespans.hide(text)
    notes: dict[Finding, None] = {}
    used: set[str] = set()

    def gone(match: re.Match[str]) -> str:
        groups = match.groupdict()
        name = (groups.get("lone") or groups["name"]).lower()
        used.add(name)
        if not groups.get("close"):
            why = GONE.get(name, f"{_SITE}, the text in it is kept")
            notes.setdefault(noted(f"[{name}]", why, line=places.line(match[0].strip())))
        return ""

    text = replaced(_CAPTION, _END_CAPTION, text, lambda caption: _figure(caption.inner))
    text = _SINGLE.sub(gone, _PAIR.sub(gone, text))
    for name in used:
        text = re.sub(rf"\\?\[/{re.escape(name)}\\?\]", "", text)
    return codes.show(text), list(notes)


def _figure(inner: str) -> str:
    """Return a picture with its caption as a figure; without a picture, its words stay."""
    found = _PICTURE.fullmatch(inner)
    if not found:
        return inner
    words = found["words"].strip()
    image = found["image"]
    if "![" in image:
        source = re.search(r"!\[([^\[\]\n]*)\]\(\s*<?([^()\s<>]*)", image)
        assert source is not None  # the pattern above is part of it
        image = f'<img src="{escape(source[2])}" alt="{escape(source[1])}">'
    return f"\n\n<figure>{image}<figcaption>\n\n{words}\n\n</figcaption></figure>\n\n"
