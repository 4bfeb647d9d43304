"""Filters of templates: those that may be used, within bounds, and Jekyll's own."""

import datetime
from collections.abc import Callable
from typing import Any

from flyers.statements.wording.wordlists import words

LARGEST_NUMBER = 10**15
_LARGEST_PRODUCT = 5_000_000

OPEN, CLOSE = "\ue0f4", "\ue0f5"
"""Stand for the braces of a tag that goes through untouched."""
STOOD = str.maketrans("", "", OPEN + CLOSE)

FILTERS = words(
    "abs append at_least at_most capitalize ceil compact concat date default divided_by downcase"
    " escape escape_once first floor join last lstrip map minus modulo newline_to_br plus prepend"
    " remove remove_first replace replace_first reverse round rstrip size slice sort sort_natural"
    " split strip strip_html strip_newlines times truncate truncatewords uniq upcase url_encode"
    " where sum relative_url absolute_url markdownify smartify xml_escape date_to_string"
    " date_to_long_string array_to_sentence_string number_of_words url safe flyers_argument"
)
"""Filters that may be used: Liquid's own without those that need another format, and Jekyll's."""


def careful(do: Callable[..., Any], *, nil: bool = False) -> Callable[..., Any]:
    """Return a filter that refuses what would take long or grow large, and nil unless told."""

    def bounded(value: Any, *arguments: Any, **named: Any) -> Any:
        if (value is None and not nil) or value in ("now", "today"):
            raise ValueError("nil")
        product = 1
        for one in (value, *arguments):
            if isinstance(one, int | float) and abs(one) > LARGEST_NUMBER:
                raise ValueError("a number too large")
            if isinstance(one, str | list):
                product *= max(1, len(one))
        if product > _LARGEST_PRODUCT:
            raise ValueError("a text too long")
        return do(value, *arguments, **named)

    for flag in ("with_context", "with_environment"):
        if hasattr(do, flag):
            setattr(bounded, flag, getattr(do, flag))
    return bounded


def _same(value: Any, *_: Any) -> Any:
    return value


def _sentence(value: Any, connector: str = "and", *_: Any) -> str:
    parts = [str(one) for one in value]
    if len(parts) < 3:
        return f" {connector} ".join(parts)
    return f"{', '.join(parts[:-1])}, {connector} {parts[-1]}"


def _dated(pattern: str) -> Callable[..., str]:
    def date(value: Any, *_: Any) -> str:
        return datetime.datetime.fromisoformat(str(value)[:10]).strftime(pattern)

    return date


def _argument(value: Any) -> str:
    """Return a value as it stands between quotation marks."""
    if value is None:
        raise ValueError("nil")
    return str(value).replace('"', "”").translate(STOOD)


OWN: dict[str, Callable[..., Any]] = {
    # jekyllrb.com, "Liquid Filters"; an address stays the path that the site's folder knows.
    **dict.fromkeys(("relative_url", "absolute_url", "url", "safe"), _same),
    **dict.fromkeys(("markdownify", "smartify", "xml_escape"), _same),
    "array_to_sentence_string": _sentence,
    "date_to_string": _dated("%d %b %Y"),
    "date_to_long_string": _dated("%d %B %Y"),
    "number_of_words": lambda value, *_: len(str(value).split()),
    "flyers_argument": _argument,
}
