"""How much of a page is looked at: a stranger's may go on for ever, or swell to any size."""

from typing import TYPE_CHECKING, Any

from flyers.press.objects import followed

if TYPE_CHECKING:
    from pypdf import PageObject

LONGEST = 40_000_000
"""Bytes of a page's content that are read."""


class TooMuchError(Exception):
    """There is more on the page than is looked at."""


class Budget:
    """What may still be looked at of a file, in operators: all pages share it, and none may have
    more than its part."""

    def __init__(self, of_file: int = 2_000_000, of_page: int = 500_000) -> None:
        self._left, self._part = of_file, of_page
        self.turn()

    def turn(self) -> None:
        """Another page begins."""
        self._least = max(0, self._left - self._part)

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
