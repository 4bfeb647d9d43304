"""Statements: what a website publishes, read once, made safe and ready for print.

========================================  ===================================
suffix                                    read as
========================================  ===================================
.md .markdown .mdown .mkd .txt            Markdown, with or without front matter
.mdx                                      the same with components, which are not run
.rst                                      reStructuredText, as of Pelican and Nikola
.html .htm .xhtml                         an HTML page, or front matter and HTML
.docx                                     Word, with the extra flyers[office]
.odt                                      OpenDocument, as of LibreOffice
anything else, and standard input         whichever of the two it looks like
========================================  ===================================

``reading`` leads from a file to a ``Statement``; ``assembly`` has the steps that all share.
The packages, each of which imports only from those above it:

=============  =====================================================================
``wording``    words by the rules of their language: dates, sentences, set phrases
``body``       the body: made safe, put in order, set with its marks, cut into blocks
``facts``      facts that a file gives of itself: front matter, title, date, people, events
``notations``  Markdown, HTML and what site generators put into them
=============  =====================================================================
"""

from pathlib import Path

from flyers.statements.statement import Statement
from flyers.statements.surroundings import NOTHING, Surroundings

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".txt")
_HTML = (".html", ".htm", ".xhtml")
OFFICE = (".docx", ".odt")
"""Documents, which sites offer to read and make no page of."""
SUFFIXES = {
    **dict.fromkeys(_MARKDOWN, "markdown"),
    ".mdx": "mdx",
    ".rst": "rst",
    **dict.fromkeys(OFFICE, "office"),
    **dict.fromkeys(_HTML, "html"),
}


def read(
    path: Path | None,
    *,
    text: bytes | None = None,
    static: Path | None = None,
    strict: bool = False,
    around: Surroundings = NOTHING,
) -> Statement:
    """Read a statement from a file, or from ``text`` where ``path`` is None.

    ``static`` is the folder that the site serves as ``/``: pictures are looked for there and
    beside the statement, nowhere else. With ``strict`` a picture that cannot be used is an
    ImageError; without, it is left out with a warning among the notes. ``around`` is what the
    site says of it.
    """
    # Reading brings in the parsers; a command that reads nothing does without them.
    from flyers.statements import reading

    return reading.read(
        path, text=text, static=static, strict=strict, around=around, kinds=SUFFIXES
    )
