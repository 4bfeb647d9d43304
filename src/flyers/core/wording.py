"""Numbers of things in words, and which of several things a message is about. Imports next to
nothing, so that a quick look stays quick."""

from collections.abc import Iterable, Mapping, Sequence

NAMED = 3
"""Pieces that a message names at most."""


def counted(number: int, thing: str) -> str:
    """Return the number and the thing in its number: ``1 sheet``, ``2,000 sheets``."""
    return f"{number:,} {plural(thing, number)}"


def plural(thing: str, number: int) -> str:
    """Return the thing in its number, without the number itself."""
    return thing if number == 1 else f"{thing}s"


def attributed(said: Iterable[tuple[Sequence[str], Iterable[str]]]) -> Mapping[str, str]:
    """Return the pieces that each message is about, as the words before it: ``tri-fold: ``.

    ``said`` has the name of each piece, in parts such as layout, format and printer, and its
    messages. A piece is called by the parts in which not all are alike. A message about all of
    them has no words before it.
    """
    rows = [(tuple(name), tuple(messages)) for name, messages in said]
    parts = zip(*(name for name, _ in rows), strict=True)
    telling = [len(set(part)) > 1 for part in parts]
    owners: dict[str, list[str]] = {}
    for name, messages in rows:
        short = ", ".join(part for part, tells in zip(name, telling, strict=True) if tells)
        for message in dict.fromkeys(messages):
            owners.setdefault(message, []).append(short)
    return {
        message: "" if len(names) == len(rows) else f"{_listed(names)}: "
        for message, names in owners.items()
    }


def _listed(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return "; ".join([*names[:NAMED], *([f"and {more} more"] if more > 0 else [])])
