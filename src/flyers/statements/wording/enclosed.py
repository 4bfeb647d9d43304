"""Stretches of a text between an opening and a closing mark.

One pattern for both, with ``.*?`` between them, looks through all the rest of the text at each
opening mark that is never closed. Here the time grows with the text alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Enclosed:
    """A stretch from the match of ``opening`` to that of ``closing``, and the text between."""

    opening: re.Match[str]
    inner: str
    closing: re.Match[str]

    @property
    def whole(self) -> str:
        """The text from the opening mark to the end of the closing one."""
        return self.opening.string[self.opening.start() : self.closing.end()]


Closing = re.Pattern[str] | Callable[[re.Match[str]], re.Pattern[str]]
"""The pattern of a closing mark, or a function that returns the one for an opening mark."""


def enclosed(opening: re.Pattern[str], closing: Closing, text: str) -> Iterator[Enclosed]:
    """Yield each stretch from an opening mark to the next closing one, if there is one."""
    never: set[re.Pattern[str]] = set()
    at = 0
    while opened := opening.search(text, at):
        at = opened.end()
        pattern = closing if isinstance(closing, re.Pattern) else closing(opened)
        closed = None if pattern in never else pattern.search(text, at)
        if closed is None:
            never.add(pattern)
            continue
        yield Enclosed(opening=opened, inner=text[at : closed.start()], closing=closed)
        at = closed.end()


def replaced(
    opening: re.Pattern[str], closing: Closing, text: str, replace: Callable[[Enclosed], str]
) -> str:
    """Return the text with each stretch that ``enclosed`` yields replaced."""
    parts: list[str] = []
    cursor = 0
    for stretch in enclosed(opening, closing, text):
        parts += [text[cursor : stretch.opening.start()], replace(stretch)]
        cursor = stretch.closing.end()
    return "".join([*parts, text[cursor:]])
