"""Damaged files: the exceptions of reading one become one sentence.

What a damaged file makes of pypdf, and of what reads its objects, cannot be foretold: a number
stands where a name should, and any operation may fail. So every exception between ``naming_damage``
and its end is one of the file, but for lack of memory.
"""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from flyers.core.errors import FlyersError, PdfError, UnreadableError

# pypdf logs each fault of a damaged file; users get one sentence instead.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

Answer = TypeVar("Answer")


def unprintable(what: str) -> PdfError:
    """Return the error for something in our own typeset file that cannot be separated."""
    return PdfError(
        f"The layout draws {what}, which cannot be made ready for a print shop; "
        "take it out of the layout's style, or use -p home."
    )


def unreadable(name: str, error: Exception) -> UnreadableError:
    reason = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return UnreadableError(
        f"{name} is damaged ({reason[:120]}); open it in another program and save it again."
    )


class naming_damage:  # noqa: N801 - used like a function, for every page
    """Raises UnreadableError with the file's name for any exception of reading a damaged file."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, Exception) and not isinstance(error, (FlyersError, MemoryError)):
            raise unreadable(self._name, error) from error


def unless_damaged(read: Callable[[], Answer], otherwise: Answer) -> Answer:
    """Return what is read, or ``otherwise`` where the file is damaged there."""
    try:
        with naming_damage("the PDF"):
            return read()
    except PdfError:
        return otherwise
