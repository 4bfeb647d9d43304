"""Lines of the keys of a TOML file, which the standard library's parser does not give.

Takes only files which that parser has taken, so it need not look for errors.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping

from flyers.core.settings.wrong import Step

_TOKEN = re.compile(
    r'''
    (?P<text> """(?:\\[\s\S]|[^\\])*?"""(?:"{0,2}) | \'\'\'[\s\S]*?\'\'\'(?:'{0,2})
            | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
  | (?P<break> \n )
  | (?P<mark> [\[\]{},=.] )
  | (?P<bare> [^\s\[\]{},=."'\#]+ )
  | \#[^\n]* | \s
    ''',
    re.VERBOSE,
)

Keys = tuple[Step, ...]


def lines_of(toml: str) -> Mapping[Keys, int]:
    """Return the line, from 1, in which each table or value begins, by the keys that lead there."""
    return _Lines(toml.replace("\r\n", "\n")).found


class _Lines:
    """One pass over the tokens of a file."""

    def __init__(self, toml: str) -> None:
        self.found: dict[Keys, int] = {}
        self._line = 1
        self._tokens = self._read(toml)
        self._token = ""
        self._next()
        self._lists: dict[Keys, int] = {}
        table: Keys = ()
        while self._token:
            if self._token == "\n":
                self._next()
            elif self._token == "[":
                table = self._header()
            else:
                self._setting(table)

    def _read(self, toml: str) -> Iterator[str]:
        for match in _TOKEN.finditer(toml):
            if match.lastgroup:
                yield match[0]
            self._line += match[0].count("\n")

    def _next(self) -> str:
        was, self._token = self._token, next(self._tokens, "")
        return was

    def _header(self) -> Keys:
        line = self._line
        self._next()
        many = self._token == "["
        if many:
            self._next()
        keys = self._within(self._keys())
        if many:
            self._lists[keys] = self._lists.get(keys, -1) + 1
            keys = (*keys, self._lists[keys])
        self._note(keys, line)
        while self._token == "]":
            self._next()
        return keys

    def _within(self, keys: Keys) -> Keys:
        """Return the keys, with the number of the last table after each list of tables."""
        whole: Keys = ()
        for key in keys[:-1]:
            whole = (*whole, key)
            if whole in self._lists:
                whole = (*whole, self._lists[whole])
        return (*whole, keys[-1])

    def _keys(self) -> Keys:
        keys = [self._key()]
        while self._token == ".":
            self._next()
            keys.append(self._key())
        return tuple(keys)

    def _key(self) -> str:
        word = self._next()
        return str(tomllib.loads(f"x = {word}")["x"]) if word[:1] in ("'", '"') else word

    def _setting(self, table: Keys) -> None:
        line = self._line
        keys = (*table, *self._keys())
        self._note(keys, line)
        self._next()  # the equals sign
        self._value(keys)

    def _value(self, keys: Keys) -> None:
        if self._token == "[":
            self._list(keys)
        elif self._token == "{":
            self._next()
            while self._token != "}":
                if self._token in ("\n", ","):
                    self._next()
                else:
                    self._setting(keys)
            self._next()
        else:
            while self._token not in ("\n", ",", "]", "}", ""):
                self._next()

    def _list(self, keys: Keys) -> None:
        self._next()
        number = 0
        while self._token != "]":
            if self._token in ("\n", ","):
                number += self._next() == ","
            else:
                self._note((*keys, number), self._line)
                self._value((*keys, number))
        self._next()

    def _note(self, keys: Keys, line: int) -> None:
        """Note a line for the keys, and for tables above them that have none yet."""
        for end in range(1, len(keys) + 1):
            self.found.setdefault(keys[:end], line)
