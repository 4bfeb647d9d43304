"""The place in a statement's source where the site's print button stands.

A pair of comments marks it, which no site generator shows::

    <!-- flyers:print -->
    [Print and distribute](/pdfs/statements/sunday-hours-letter.pdf)
    <!-- /flyers:print -->

What is between them is written anew whenever the files are, and never printed. The
first alone is enough to begin with. Where nothing is marked nothing is written.
"""

import re
from collections.abc import Mapping

OPEN, CLOSE = "<!-- flyers:print -->", "<!-- /flyers:print -->"

_OPEN = r"(?P<indent>[ \t]*)<!--\s*flyers:print\s*-->"
_CLOSE = r"[ \t]*<!--\s*/flyers:print\s*-->"
_PLACE = re.compile(
    rf"^{_OPEN}(?:(?:(?!<!--\s*flyers:print).)*?{_CLOSE}|[ \t]*$)", re.MULTILINE | re.DOTALL
)

FORMS: Mapping[str, str] = {
    "markdown": "[{label}]({href})",
    "html": '<a class="print-button" href="{href}" download>{label}</a>',
    "hugo": '{{{{< print href="{href}" label="{label}" >}}}}',
    "jekyll": '{{% include print.html href="{href}" label="{label}" %}}',
    "eleventy": '{{% print "{href}", "{label}" %}}',
}
"""How a button is written: a link that every generator reads, or the shortcode, the include or the
tag ``print``, which the site has to have."""


def button(form: str, href: str, label: str) -> str:
    """Return one button in its notation; ``label`` is escaped where it would end it early."""
    if form == "markdown":
        label = re.sub(r"([\[\]\\])", r"\\\1", label)
    else:
        label = label.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return FORMS[form].format(href=href, label=label)


def is_marked(source: str) -> bool:
    """Return True if a statement has a place for its button."""
    return _PLACE.search(source) is not None


def filled(source: str, buttons: str) -> str:
    """Return the source with ``buttons``, one a line, in every marked place.

    Line ends stay those of the source; a place that has these buttons already is not touched.
    """
    end = "\r\n" if "\r\n" in source else "\n"

    def place(match: re.Match[str]) -> str:
        indent = match["indent"]
        return end.join(f"{indent}{line}" for line in (OPEN, *buttons.splitlines(), CLOSE))

    return _PLACE.sub(place, source)


def unfilled(source: bytes) -> bytes:
    """Return the source without marked places and their contents, which do not change the print."""
    text = source.decode("utf-8", "surrogateescape")
    return _PLACE.sub("", text).encode("utf-8", "surrogateescape")


def without(source: str) -> str:
    """Return the source without the contents of marked places, with as many lines as before.

    The result is the same before and after the places are filled."""
    return _PLACE.sub(lambda match: "\n" * match[0].count("\n"), source)
