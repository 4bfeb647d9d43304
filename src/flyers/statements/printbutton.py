"""The place in a statement's source where the site's print button stands.

A pair of comments marks it, which no site generator shows::

    <!-- flyers:print -->
    [Print and distribute](/pdfs/statements/sunday-hours-letter.pdf)
    <!-- /flyers:print -->

What is between them is written anew whenever the files are, and never printed. The
first alone is enough to begin with. Where nothing is marked nothing is written; a marker in
a fenced code block is an example, and stays as it is.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from itertools import pairwise

OPEN, CLOSE = "<!-- flyers:print -->", "<!-- /flyers:print -->"

_MARKER = re.compile(r"<!--\s*(?P<close>/?)flyers:print\s*-->")
_BLANKS = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"\r\n?|[\n\u2028\u2029]")
_FENCE = re.compile(r"(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*(`{3,}|~{3,})(.*)")

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
    return next(_places(source), None) is not None


def filled(source: str, buttons: str) -> str:
    """Return the source with ``buttons``, one a line, in every marked place.

    Line ends stay those of the place; one that has these buttons already is not touched.
    """

    def place(start: int, end: int, indent: str) -> str:
        breaks = _LINE_END.search(source, start) or _LINE_END.search(source)
        lines = (f"{indent}{line}" for line in (OPEN, *buttons.splitlines(), CLOSE))
        return (breaks[0] if breaks else "\n").join(lines)

    return _put(source, [place(*found) for found in _places(source)])


def unfilled(source: bytes) -> bytes:
    """Return the source without marked places and their contents, which do not change the print."""
    text = source.decode("utf-8", "surrogateescape")
    return _put(text, [""] * sum(1 for _ in _places(text))).encode("utf-8", "surrogateescape")


def without(source: str) -> str:
    """Return the source without the contents of marked places, with as many lines as before.

    The result is the same before and after the places are filled."""
    blank = ["\n" * source.count("\n", start, end) for start, end, _ in _places(source)]
    return _put(source, blank)


def _put(source: str, texts: list[str]) -> str:
    """Return the source with a text in each of its places."""
    places = list(_places(source))
    ends = [0, *(end for _, end, _ in places)]
    parts = [source[at:start] for at, (start, _, _) in zip(ends, places, strict=False)]
    made = [part for pair in zip(parts, texts, strict=True) for part in pair]
    return "".join((*made, source[ends[-1] :]))


def _places(source: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each marked place begins and ends, and its indent. Its first marker stands on a
    line of its own; without a second one it is that line alone."""
    if not _MARKER.search(source):
        return
    starts = [0, *(end.end() for end in _LINE_END.finditer(source))]
    code = _fenced(source, starts)
    found = _MARKER.finditer(source)
    markers = [one for one in found if bisect(starts, one.start()) - 1 not in code]
    for marker, following in pairwise([*markers, None]):
        assert marker
        line = starts[bisect(starts, marker.start()) - 1]
        start = line + source.startswith("\ufeff", line)
        indent = source[start : marker.start()]
        if marker["close"] or indent.strip(" \t"):
            continue
        end = _BLANKS.match(source, marker.end())
        if following and following["close"]:
            yield start, following.end(), indent
        elif end and (end.end() == len(source) or _LINE_END.match(source, end.end())):
            yield start, end.end(), indent


def _fenced(source: str, starts: list[int]) -> set[int]:
    """Return the numbers of lines in fenced code blocks (CommonMark 0.31, 4.5)."""
    code: set[int] = set()
    fence, quoted = "", False
    for number, (start, end) in enumerate(pairwise([*starts, len(source)])):
        line = source[start:end].strip()
        match = _FENCE.match(line)
        if fence and quoted and not line.startswith(">"):
            fence = ""  # a block quote ends with all that is in it
        if fence:
            code.add(number)
            if match and match[1].startswith(fence) and not match[2]:
                fence = ""
        elif match and not ("`" in match[1] and "`" in match[2]):
            fence, quoted = match[1], line.startswith(">")
            code.add(number)
    return code
