"""[site], [build], [publish] and [qr]: the places of statements, and what is made of them."""

from collections.abc import Mapping

from flyers.catalogue.formats import DEFAULT_FORMATS, FORMATS
from flyers.core.flyers_toml import OUT
from flyers.core.settings import Key, Some, line, matching, one_of, text, yes_or_no
from flyers.sites.tokens import PERMALINK
from flyers.statements.printbutton import FORMS as BUTTONS

TRACKING = {
    "none": "the code leads to the page alone",
    "utm": "utm_medium=print, with event, layout and format, behind the page's address",
    "path": "the rule of `path` behind the page's address, for the site to count and redirect",
}

TOLD_APART = ("event", "layout", "format")
"""Tokens that the rule of [qr] path may have."""

_ADDRESS = matching(
    r"\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*",
    "a web address",
    "write it whole,",
    example="https://example.org",
)
_RULE = matching(r"\S+", "a rule", "write one without spaces,", example='"/statements/:slug/"')

SITE: Mapping[str, Key] = {
    "address": Key(_ADDRESS, None, "Where the site is.", "https://example.org"),
    "content": Key(
        text, None, "The folder that the site's statements are written in.", "content/statements"
    ),
    "static": Key(text, None, "The folder where pictures like /img/map.png are.", "static"),
    "permalink": Key(
        _RULE,
        None,
        "The path of a page in `content`, in Hugo's tokens; else the generator's, or the example.",
        PERMALINK,
    ),
    "built": Key(
        text,
        None,
        "The folder of the finished site, by which addresses are proved; else the generator's own.",
        "public",
    ),
    "prove": Key(
        yes_or_no, False, "Whether an address that the built site does not prove is an error."
    ),
    "short": Key(_RULE, None, "A shorter path that the site redirects to the page.", "/s/:slug"),
}

BUILD: Mapping[str, Key] = {
    "statements": Key(
        Some(text),
        None,
        "The statements that `flyers build` takes; else all of the content folder.",
        ["content/statements/*.md"],
    ),
    "held_back": Key(
        yes_or_no,
        False,
        "Whether `flyers build` also makes drafts and what is not published yet or any more.",
    ),
    "layouts": Key(Some(text), ["statement"], "The layouts, unless others are asked for."),
    "formats": Key(
        Some(one_of(FORMATS)), list(DEFAULT_FORMATS), "The formats, unless others are asked for."
    ),
    "printers": Key(Some(text), ["home"], "The printers, unless others are asked for."),
    "out": Key(text, OUT, "The folder for what is made."),
}

_FILE = matching(
    r"(?!.*\.\.)\S+\.pdf", "a rule for a PDF", "write one,", example='"/pdfs/:slug-:format.pdf"'
)

PUBLISH: Mapping[str, Key] = {
    "layouts": Key(Some(text), ["statement"], "The layouts that the site offers."),
    "formats": Key(Some(one_of(FORMATS)), ["letter"], "The formats that it offers."),
    "printers": Key(Some(text), ["web"], "The printers that they are made for."),
    "path": Key(
        _FILE,
        "/pdfs/statements/:slug-:format.pdf",
        "Where a file is below `static`, in Hugo's tokens and :layout, :format, :printer.",
    ),
    "button": Key(
        one_of(BUTTONS),
        "markdown",
        "How a page's button is written: a link, or a shortcode, include or tag `print`.",
    ),
    "label": Key(
        line(60),
        None,
        "The text of the button; else that, in the statement's language.",
        "Print and distribute",
    ),
}

QR: Mapping[str, Key] = {
    "address": Key(
        one_of(("page", "short")),
        None,
        "Which of a statement's addresses the code has; short where [site] has one, else page.",
        "page",
    ),
    "tracking": Key(
        one_of(TRACKING), "none", "How the site can tell which flyer was scanned, if at all."
    ),
    "path": Key(
        _RULE,
        "/:event/:layout/:format",
        'What tracking = "path" adds to the address.',
    ),
}
