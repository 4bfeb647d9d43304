"""Liquid in a text, filled in with values that are known.

Tags that a site defines itself go through untouched, with the values of their arguments in place of
names.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flyers.statements.body.losses import Loss, mark
from flyers.statements.notations.liquid_engine import TOKEN, parses, rendered
from flyers.statements.notations.liquid_filters import CLOSE, OPEN, STOOD
from flyers.statements.wording.wordlists import words

_BLOCKS = words("if unless case for capture comment tablerow")
_INSIDE = words("else elsif when break continue assign cycle increment decrement")

# A value by its name behind `=` or `:` in a tag of the site's own.
_NAMED = re.compile(r"([=:]\s*)([A-Za-z_][\w-]*(?:\.[\w-]+)+)(?=[\s,%}]|\Z)")


@dataclass(kw_only=True)
class Filled:
    """A text whose templates are filled in, with ``losses`` by the numbers of their marks."""

    text: str
    losses: list[Loss] = field(default_factory=list)


class Known(Mapping[str, Any]):
    """A table whose keys are found as front matter spells them; what is not in it is nil.

    ``made`` are names of values that the generator makes, and nobody else knows."""

    def __init__(self, table: Mapping[str, Any], made: frozenset[str] = frozenset()) -> None:
        self._table = {_key(str(key)): value for key, value in table.items()}
        self._made = made

    def __getitem__(self, key: str) -> Any:
        name = _key(str(key))
        if name not in self._table:
            if name in self._made:
                raise KeyError(key)
            return None
        return wrapped(self._table[name])

    def has(self, key: str) -> bool:
        """Return True if the table itself has the key."""
        return _key(key) in self._table

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


def wrapped(value: Any) -> Any:
    """Return a value as templates see it: tables as Known, texts that mean a number as one."""
    if isinstance(value, Known):
        return value
    if isinstance(value, Mapping):
        return Known(value)
    if isinstance(value, list | tuple):
        return [wrapped(one) for one in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, str):
        if re.fullmatch(r"-?(?:0|[1-9]\d{0,8})", value):
            return int(value)
        return {"true": True, "false": False}.get(value, value)
    return value


def _key(name: str) -> str:
    return re.sub(r"[-\s]+", "_", name.strip().lower())


def filled(text: str, values: Mapping[str, Any], lines: Sequence[int]) -> Filled:
    """Return the text with its templates filled in.

    ``lines`` are the lines of the file of each of its tags, as ``tokens`` yields them.
    """
    if all(match["foreign"] for match in TOKEN.finditer(text)):
        return Filled(text=foreign(text, lines))
    result = Filled(text="")
    parts: list[str] = []
    opened: list[tuple[str, int]] = []
    broken: list[tuple[int, str, int]] = []
    cursor = 0
    text = text.translate(STOOD)
    places: dict[int, int] = {}
    length = 0
    for number, match in enumerate(TOKEN.finditer(text)):
        line = lines[number] if number < len(lines) else 0
        before = text[cursor : match.start()]
        cursor = match.end()
        written = _written(match, line)
        name = match["name"] or ""
        core = name.removeprefix("end") if name.startswith("end") else name
        if core in _BLOCKS and name == core:
            opened.append((name, len(parts) + 1))
            if not parses(f"{match[0]}{{% end{name} %}}", name):
                broken.append((len(parts) + 1, match[0], line))
        elif core in _BLOCKS:
            if not opened or opened[-1][0] != core:
                written = ""
            else:
                start = opened.pop()[1]
                if broken and broken[-1][0] == start:
                    at, what, where = broken.pop()
                    inside = "".join(parts[at + 1 :]) + before
                    del parts[at:]
                    before = ""
                    written = mark(result.losses, what, where, block="\n" in inside.strip(" \t"))
        elif name in ("else", "elsif", "when") and not opened:
            written = ""
        elif written[:1] == "{" and not parses(written, name):
            written = mark(result.losses, match[0], line, block=False)
        parts += [before, written]
    # A block that is never closed: its tag alone goes.
    for _, start in opened:
        parts[start] = ""
    parts.append(text[cursor:])
    for number, part in enumerate(parts):
        if number % 2:
            places[length] = lines[number // 2] if number // 2 < len(lines) else 0
        length += len(part)
    result.text = rendered("".join(parts), values, result.losses, places)
    return result


def tokens(text: str) -> Iterator[str]:
    """Yield the tags of a text, in the order of the lines that ``filled`` takes."""
    return (match[0] for match in TOKEN.finditer(text))


def foreign(text: str, lines: Sequence[int]) -> str:
    """Return a text that has no Liquid with its shortcodes as ``filled`` leaves them."""
    text = text.translate(STOOD)
    found = iter(lines)
    return TOKEN.sub(lambda match: _through(match, next(found, 0)), text)


def _through(match: re.Match[str], line: int) -> str:
    return f"{OPEN}{line}{match['foreign'][2:-2]}{CLOSE}" if match["foreign"] else match[0]


def _written(match: re.Match[str], line: int) -> str:
    """Return a tag as the engine is to see it: its own ones as they are, others as text."""
    name = match["name"]
    if match["foreign"]:
        return _through(match, line)
    if name is None:
        # Zola's shortcodes look like functions.
        called = re.fullmatch(r"\s*([\w.]+)\((.*)\)\s*", match["output"], re.DOTALL)
        return f"{OPEN}{line}% {called[1]} {called[2]} %{CLOSE}" if called else match[0]
    if name == "set":  # Nunjucks
        return f"{{% assign {match['rest']} %}}"
    core = name.removeprefix("end")
    if name in _INSIDE or core in _BLOCKS:
        return match[0]
    rest = _NAMED.sub(r'\1"{{ \2 | flyers_argument }}"', match["rest"].rstrip())
    rest = re.sub(r"\{\{-?((?!.*flyers_argument).*?)-?\}\}", r"{{\1| flyers_argument }}", rest)
    return f"{OPEN}{line}% {name} {rest} %{CLOSE}"
