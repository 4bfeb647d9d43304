"""How much of a page is looked at: a stranger's may go on for ever, or swell to any size."""

from math import inf
from typing import TYPE_CHECKING, Any

from flyers.press.read.objects import followed

if TYPE_CHECKING:
    from pypdf import PageObject

LONGEST = 40_000_000
"""Bytes of a page's content that are read."""


class TooMuchError(Exception):
    """There is more on the page than is looked at."""


class Budget:
    """What may still be looked at of a file, in operators: all pages share it, and none may have
    more than a quarter of it."""

    def __init__(self, operators: float) -> None:
        self._left, self._part = operators, operators / 4
        self.turn()

    def turn(self) -> None:
        """Another page begins."""
        self._least = max(0.0, self._left - self._part) if self._part < inf else 0.0

    def spend(self, operators: int = 1) -> None:
        self._left -= operators
        if self._left < self._least:
            raise TooMuchError("there is more on it than is looked at")


def contents(page: "PageObject") -> bytes:
    """All streams of the page as the one that they are (7.8.2). Raises TooMuchError."""
    given = followed(page.get("/Contents"))
    parts = given if isinstance(given, list) else [given]
    found, length = [], 0
    for part in parts:
        stream = followed(part)
        if hasattr(stream, "get_data"):
            found.append(data(stream))
            length += len(found[-1])
        if length > LONGEST:
            raise TooMuchError("its content is too long")
    return b"\n".join(found)


def data(stream: Any) -> bytes:
    """What a stream holds. Raises TooMuchError."""
    decoded: bytes = stream.get_data()
    if len(decoded) > LONGEST:
        raise TooMuchError("its content is too long")
    return decoded
