"""Bounds on what is read of a page: a stranger's may go on for ever, or swell to any size."""

from math import inf
from typing import TYPE_CHECKING, Any

from flyers.core.errors import PdfError
from flyers.press.read.filters import data_of
from flyers.press.read.objects import followed

if TYPE_CHECKING:
    from pypdf import PageObject

LONGEST = 40_000_000
"""Bytes of a page's content that are read."""


class TooMuchError(PdfError):
    """A page has more on it than is read."""


class Budget:
    """Operators that may still be read of a file: all pages share them, and none may have more than
    a quarter."""

    def __init__(self, operators: float) -> None:
        self._left, self._part = operators, operators / 4
        self.turn()

    def turn(self) -> None:
        """Begin another page."""
        self._least = max(0.0, self._left - self._part) if self._part < inf else 0.0

    def spend(self, operators: int = 1) -> None:
        """Count operators. Raises TooMuchError where the page has had its share."""
        self._left -= operators
        if self._left < self._least:
            raise TooMuchError("it has more on it than is checked")


def contents(page: "PageObject") -> bytes:
    """Return all streams of the page as one, which they are (7.8.2). Raises TooMuchError."""
    given = followed(page.get("/Contents"))
    parts = given if isinstance(given, list) else [given]
    found, length = [], 0
    for part in parts:
        stream = followed(part)
        if hasattr(stream, "get_data"):
            found.append(data(stream))
            length += len(found[-1])
        if length > LONGEST:
            raise TooMuchError("its content is longer than 40 MB")
    return b"\n".join(found)


def data(stream: Any) -> bytes:
    """Return the decoded data of a stream. Raises TooMuchError, or UnreadableError."""
    decoded = data_of(stream)
    if len(decoded) > LONGEST:
        raise TooMuchError("its content is longer than 40 MB")
    return decoded
