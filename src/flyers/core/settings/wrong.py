"""What is wrong in a table, and where."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

Step = str | int
"""A key of a table, or the place in a list, from 0."""

LONGEST = 60
"""Characters of a value that are shown."""


class Wrong(ValueError):  # noqa: N818 - what is said is a sentence, and no fault of the program
    """``at`` are the keys that lead to the table, ``key`` the one in it that is wrong.

    ``what`` is said of that key, or where there is none, of the table itself.
    """

    def __init__(self, what: str, *, key: Step | None = None, at: tuple[Step, ...] = ()) -> None:
        super().__init__(what)
        self.what = what
        self.key = key
        self.at = at

    @property
    def keys(self) -> tuple[Step, ...]:
        """The keys that lead to what is wrong."""
        return self.at if self.key is None else (*self.at, self.key)

    def below(self, step: Step) -> "Wrong":
        """The same, seen from the table around."""
        return type(self)(self.what, key=self.key, at=(step, *self.at))

    def sentence(self, where: str) -> str:
        """It all in words; ``where`` is what the table is called."""
        joined = " " if self.key is None else ": "
        end = "" if self.what.endswith("?") else "."
        return f"{where}{joined if where else ''}{self.what}{end}"


class NoKey(Wrong):
    """A key that its table has not."""


def header(at: tuple[Step, ...]) -> str:
    """The table as a file calls it: ``[events.rally]``, ``[events.rally] use 2``."""
    end = next((i - 1 for i, step in enumerate(at) if isinstance(step, int)), len(at))
    words = [f"[{'.'.join(map(str, at[:end]))}]"] if end else []
    words += [str(step + 1) if isinstance(step, int) else step for step in at[end:]]
    return " ".join(words)


def near(name: object, known: Iterable[str]) -> str:
    """What to do about a name that there is not: the nearest, or all of them."""
    names = {one.casefold(): one for one in known}
    found = get_close_matches(str(name).casefold(), names, n=1)
    if found:
        return f"did you mean {names[found[0]]!r}?"
    return f"it may have {', '.join(names.values())}"


def brief(value: Any) -> str:
    """A value as it is quoted in a sentence."""
    shown = repr(value)
    return shown if len(shown) < LONGEST else f"{shown[: LONGEST - 3]}…"
