"""Literals in a program in JavaScript, which is read word by word and never run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

LONGEST = 100_000
"""Letters of a program that is read."""

_LONGEST_PATTERN = 300
"""Letters of a regular expression in it."""

_MOST = 100
"""Calls of one name, keys of one name and constants that are read."""

_DEEPEST = 40
"""Brackets within each other that are read."""

_WORD = re.compile(
    r"""
    (?P<space>\s+) | (?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z))
    | (?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)
    | (?P<open>"[^\n]*|'[^\n]*|`.*)
    | (?P<name>[A-Za-z_$][\w$]*) | (?P<number>\d[\w.]*)
    | (?P<sign>\.\.\.|=>|\|\||&&|\?\?|[=!]==?|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*")
_CLOSED_BY = {"(": ")", "[": "]", "{": "}"}
_CONSTANTS = {"true": True, "false": False, "null": None}


class Unread:
    """A value that only running the program would tell."""

    def __repr__(self) -> str:
        return "…"


UNREAD = Unread()


class ScriptObject(dict[str, Any]):
    """An object by its keys; ``whole`` is False if it may have others than are written."""

    whole: bool = True


@dataclass(frozen=True, kw_only=True)
class ScriptWord:
    """A text, a name, a number or a sign; ``broken`` is True after the end of a line."""

    kind: str
    text: str
    broken: bool = False


@dataclass(frozen=True, kw_only=True)
class Script:
    """A program as words, and the constants that it names by literals, once each. One that is not
    ``whole`` is too long to be read."""

    words: tuple[ScriptWord, ...]
    constants: dict[str, Any] = field(default_factory=dict)
    whole: bool = True

    @property
    def names(self) -> frozenset[str]:
        """All names in it."""
        return frozenset(word.text for word in self.words if word.kind == "name")

    def calls(self, name: str) -> Iterator[list[Any]]:
        """Yield the arguments of each call of a function or method."""
        places = (at for at, word in enumerate(self.words) if word.text == name)
        for at in islice(places, _MOST):
            if self._is(at + 1, "("):
                yield self._items(at + 2, ")", 0)[0]

    def keys(self, name: str) -> Iterator[Any]:
        """Yield each value that stands behind a key of an object."""
        named = (name, f"'{name}'", f'"{name}"')
        places = (at for at, word in enumerate(self.words) if word.text in named)
        for at in islice(places, _MOST):
            if self._is(at + 1, ":"):
                yield self._value(at + 2, 0)[0]
            elif self._is_shorthand(at):
                yield self.constants.get(name, UNREAD)

    def exported(self) -> ScriptObject | None:
        """Return the object that the module exports, itself or from a function without arguments;
        None if it exports something else."""
        for at in range(len(self.words)):
            if self._are(at, "module", ".", "exports", "="):
                start = at + 4
            elif self._are(at, "export", "default"):
                start = at + 2
            else:
                continue
            value = self._value(start, 0)[0]
            return value if isinstance(value, ScriptObject) else self._returned(start)
        return None

    def _returned(self, start: int) -> ScriptObject | None:
        """Return the object of a function's only `return`, or of an arrow."""
        found = []
        for at in range(start, len(self.words)):
            if self.words[at].text == "return":
                found.append(at + 1)
            elif self._are(at, "=>", "(", "{"):
                found.append(at + 2)
        value = self._value(found[0], 0)[0] if len(found) == 1 else None
        return value if isinstance(value, ScriptObject) else None

    def _is_shorthand(self, at: int) -> bool:
        """Return True for a name that is key and value, as in ``{ a, b }``, but not where an object
        is taken apart, or imports are named."""
        if at == 0 or not self._is(at - 1, "{", ",") or not self._is(at + 1, ",", "}"):
            return False
        while at > 0 and not self._is(at, "{"):
            at -= 1
        return at == 0 or not self._is(at - 1, "let", "const", "var", "import")

    def _is(self, at: int, *texts: str) -> bool:
        return at < len(self.words) and self.words[at].text in texts

    def _are(self, at: int, *texts: str) -> bool:
        return all(self._is(at + number, text) for number, text in enumerate(texts))

    def _value(self, at: int, depth: int) -> tuple[Any, int]:
        """Return the value that begins at a word, UNREAD unless it is a literal, and the place of
        the word behind it."""
        if at >= len(self.words) or depth > _DEEPEST:
            return UNREAD, self._end(at)
        value: Any = UNREAD
        word, after = self.words[at], at + 1
        if word.kind == "text":
            value = _text(word.text)
        elif word.text in _CONSTANTS:
            value = _CONSTANTS[word.text]
        elif word.kind == "name":
            value = self.constants.get(word.text, UNREAD)
        elif word.kind == "number" and word.text.isdigit():
            value = int(word.text)
        elif word.text == "[":
            value, after = self._items(after, "]", depth)
        elif word.text == "{":
            value, after = self._object(after, depth)
        if self._ends(after):
            return value, after
        return UNREAD, self._end(at)

    def _ends(self, at: int) -> bool:
        """Return True if an expression ends before a word."""
        if at >= len(self.words) or self.words[at].text in (",", ";", ")", "]", "}"):
            return True
        word = self.words[at]
        return word.broken and (word.kind != "sign" or word.text == "{")

    def _end(self, at: int) -> int:
        """Return the place of the word behind an expression, which brackets may hold."""
        open_brackets: list[str] = []
        while at < len(self.words):
            text = self.words[at].text
            if self.words[at].kind == "sign":
                if text in _CLOSED_BY:
                    open_brackets.append(_CLOSED_BY[text])
                elif open_brackets and text == open_brackets[-1]:
                    open_brackets.pop()
                elif not open_brackets and text in (",", ";", ")", "]", "}"):
                    return at
            at += 1
        return at

    def _items(self, at: int, close: str, depth: int) -> tuple[list[Any], int]:
        items: list[Any] = []
        while at < len(self.words) and not self._is(at, close):
            value, at = self._value(at, depth + 1)
            items.append(value)
            if self._is(at, ","):
                at += 1
            elif not self._is(at, close):
                break
        return items, at + 1

    def _object(self, at: int, depth: int) -> tuple[ScriptObject, int]:
        made = ScriptObject()
        while at < len(self.words) and not self._is(at, "}"):
            word = self.words[at]
            if word.kind in ("name", "text", "number") and self._is(at + 1, ":"):
                key = _text(word.text) if word.kind == "text" else word.text
                made[str(key)], at = self._value(at + 2, depth + 1)
            elif word.kind == "name" and self._is(at + 1, ",", "}"):
                made[word.text], at = self.constants.get(word.text, UNREAD), at + 1
            else:
                if word.kind == "name" and self._is(at + 1, "("):
                    made[word.text] = UNREAD  # a method
                else:
                    made.whole = False
                at = self._end(at)
            if self._is(at, ","):
                at += 1
            elif not self._is(at, "}"):
                made.whole = False
                break
        return made, at + 1


@lru_cache(maxsize=200)
def script_of(program: str) -> Script:
    """Return a program as its words; comments and regular expressions are left out."""
    if len(program) > LONGEST:
        return Script(words=(), whole=False)
    words = tuple(_words(program))
    bare = Script(words=words)
    found: dict[str, list[Any]] = {}
    places = (at for at, word in enumerate(words[:-3]) if word.text in ("const", "let", "var"))
    for at in islice(places, _MOST):
        if words[at + 2].text == "=":
            found.setdefault(words[at + 1].text, []).append(bare._value(at + 3, 0)[0])
    once = {name: values[0] for name, values in found.items() if len(values) == 1}
    return Script(words=words, constants={k: v for k, v in once.items() if v is not UNREAD})


def _words(program: str) -> Iterator[ScriptWord]:
    at, broken, last = 0, False, "("
    while at < len(program):
        slash, end = program[at] == "/", at + _LONGEST_PATTERN
        pattern = _PATTERN.match(program, at, end) if slash else None
        if pattern and last in "(,=:[!&|?{};+" and program[at + 1] not in "/*":
            at, last = pattern.end(), ")"
            yield ScriptWord(kind="pattern", text="//", broken=broken)
            continue
        match = _WORD.match(program, at)
        assert match and match.lastgroup
        at = match.end()
        if match.lastgroup in ("space", "comment"):
            broken = broken or "\n" in match[0]
            continue
        last = match[0][-1] if match.lastgroup == "sign" else "x"
        yield ScriptWord(kind=match.lastgroup, text=match[0], broken=broken)
        broken = False


def _text(literal: str) -> Any:
    """Return the value of a text in quotation marks; UNREAD for one with values put in."""
    inner = literal[1:-1]
    if literal[0] == "`" and "${" in inner:
        return UNREAD
    return re.sub(r"\\(.)", r"\1", inner, flags=re.DOTALL) if "\\" in inner else inner
