"""Errors in a table of settings, with the keys that lead to them."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

Step = str | int
"""A key of a table, or the place in a list, from 0."""

LONGEST = 60
"""Characters of a value that are shown."""


class Wrong(ValueError):  # noqa: N818 - its text is part of a sentence for the user
    """A value or key that cannot be used. ``at`` are the keys that lead to its table.

    ``what`` is about the ``key`` in that table, or if there is none, about the table itself.
    """

    def __init__(self, what: str, *, key: Step | None = None, at: tuple[Step, ...] = ()) -> None:
        super().__init__(what)
        self.what = what
        self.key = key
        self.at = at

    @property
    def keys(self) -> tuple[Step, ...]:
        """Keys that lead to the error."""
        return self.at if self.key is None else (*self.at, self.key)

    def below(self, step: Step) -> "Wrong":
        """Return the error as seen from the table around."""
        return type(self)(self.what, key=self.key, at=(step, *self.at))

    def sentence(self, where: str) -> str:
        """Return the error as a sentence that begins with ``where``, the table's name."""
        joined = " " if self.key is None else ": "
        end = "" if self.what.endswith("?") else "."
        return f"{where}{joined if where else ''}{self.what}{end}"


class NoKey(Wrong):
    """A key that its table does not have."""


def header(at: tuple[Step, ...]) -> str:
    """Return the table's name as in the file: ``[events.rally]``, ``[events.rally] use 2``."""
    end = next((i - 1 for i, step in enumerate(at) if isinstance(step, int)), len(at))
    words = [f"[{'.'.join(map(str, at[:end]))}]"] if end else []
    words += [str(step + 1) if isinstance(step, int) else step for step in at[end:]]
    return " ".join(words)


def near(name: object, known: Iterable[str]) -> str:
    """Return advice on an unknown name: the nearest that is known, or all of them."""
    names = {one.casefold(): one for one in known}
    found = get_close_matches(str(name).casefold(), names, n=1)
    if found:
        return f"did you mean {names[found[0]]!r}?"
    return f"it may have {', '.join(names.values())}"


def brief(value: Any) -> str:
    """Return a value as a sentence quotes it."""
    shown = repr(value)
    return shown if len(shown) < LONGEST else f"{shown[: LONGEST - 3]}…"
