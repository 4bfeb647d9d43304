"""The operators of a content stream, each with its operands (ISO 32000-1, 7.8.2).

One regular expression finds every token, and no byte is tried twice. A stranger's stream may hold
anything: what makes no sense is passed over, as viewers do.
"""

import re
from collections.abc import Iterator
from typing import Any

Name = str
"""A name operand, with its slash; the only operand that is a str."""

Operands = list[Any]
"""Numbers are floats, strings bytes, names str, arrays lists, dictionaries dicts."""

LARGEST = 1e9
"""The largest number on a page (annex C.2 allows 32,767); larger ones would only overflow."""

DEEPEST = 20
"""Levels of arrays and dictionaries."""

MOST_OPERANDS = 5_000
"""Operands of one operator; a TJ of a long line has some hundreds."""

_DELIMITER = rb"\s\x00\[\]<>()/%{}"

# Groups in order of frequency; comments are in none.
_TOKEN = re.compile(
    rb"([+-]?(?:\d+\.?\d*|\.\d+))(?=[" + _DELIMITER + rb"]|\Z)"  # 1 a number
    rb"|([^\d" + _DELIMITER + rb"][^" + _DELIMITER + rb"]*)"  # 2 an operator
    rb"|/([^" + _DELIMITER + rb"]*)"  # 3 a name
    rb"|<([0-9A-Fa-f\s]*)>"  # 4 a string in hexadecimals
    rb"|\(((?:[^()\\]++|\\.)*+)\)"  # 5 a string without brackets in it
    rb"|\[([-+.\d\s<>A-Fa-f]*+)\]"  # 6 an array of such strings and numbers
    rb"|(<<|\[)"  # 7 opens
    rb"|(>>|\])"  # 8 closes
    rb"|%[^\r\n]*"
    rb"|([^\s\x00])",  # 9 what is not to be understood
    re.DOTALL,
)
_NUMBER, _OPERATOR, _NAME, _HEX, _STRING, _ARRAY, _OPENS, _CLOSES, _OTHER = range(1, 10)

_STRINGS = re.compile(rb"<([^<>]*)>")

_END_OF_IMAGE = re.compile(rb"[\s\x00]EI(?=[" + _DELIMITER + rb"]|\Z)")
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(\d{1,3}|\r\n|.)", re.DOTALL)

CONSTANTS = {b"true": True, b"false": False, b"null": None}


class StrayError(ValueError):
    """Something in a content stream that is no operator nor its operand."""


def instructions(
    content: bytes, *, strict: bool = False
) -> Iterator[tuple[bytes, Operands, int, int]]:
    """Yield every operator with its operands, and the first and last byte of their spelling.

    An inline image is the operator ``BI`` with its dictionary and its data, spelled from behind
    ``BI`` to ``EI``. What makes no sense is passed over, as viewers do; a ``strict`` reading raises
    StrayError for it.
    """
    operands: Operands = []
    open_: list[Operands] = []
    start = at = 0
    image = False
    while at < len(content):
        for match in _TOKEN.finditer(content, at):
            kind = match.lastindex
            if kind == _NUMBER:
                operands.append(_number(match[1]))
            elif kind == _OPERATOR:
                word = match[2]
                if word in CONSTANTS:
                    operands.append(CONSTANTS[word])
                elif word == b"ID":
                    if strict and not image:
                        raise StrayError("ID outside of an image")
                    entries = _dictionary(operands)
                    at, data = _image(content, match.end(), entries, strict=strict)
                    yield b"BI", [entries, data], start, at
                    operands, open_, start, image = [], [], at, False
                    break
                elif word == b"BI":
                    if strict and (operands or open_):
                        raise StrayError("operands before an image")
                    operands, open_, start, image = [], [], match.end(), True
                else:
                    if open_ or image:
                        if strict:
                            raise StrayError("an array or an image that is never closed")
                        # An array that was never closed ends with its operator.
                        operands = open_[0] if open_ else operands
                        open_, image = [], False
                    yield word, operands, start, match.start()
                    operands, start = [], match.end()
            elif kind == _NAME:
                operands.append("/" + match[3].decode("latin-1"))
            elif kind == _HEX:
                operands.append(_from_hex(match[4]))
            elif kind == _STRING:
                operands.append(_unescaped(match[5]))
            elif kind == _ARRAY:
                operands.append(_array(match[6]))
            elif kind == _OPENS and len(open_) < DEEPEST:
                open_.append(operands)
                operands = []
            elif kind == _OTHER and match[9] == b"(":
                at, string = _nested(content, match.start(), strict=strict)
                operands.append(_unescaped(string))
                break
            elif kind == _CLOSES and open_:
                inner, operands = operands, open_.pop()
                operands.append(_dictionary(inner) if match[8] == b">>" else inner)
            elif kind is not None and strict:
                raise StrayError(f"{match[0]!r}")
            if len(operands) > MOST_OPERANDS:
                operands = []
        else:
            break
    if strict and (operands or open_ or image):
        raise StrayError("operands without an operator")


def _nested(content: bytes, start: int, *, strict: bool) -> tuple[int, bytes]:
    """Return the end of a string with brackets in it, where as many are closed as were opened
    (7.3.4.2), and the string. One that is never closed takes in all the rest."""
    depth = 0
    for match in _BRACKET.finditer(content, start):
        if match[0] == b"(":
            depth += 1
        elif match[0] == b")":
            depth -= 1
        if depth == 0:
            return match.end(), content[start + 1 : match.start()]
    if strict:
        raise StrayError("a string that is never closed")
    return len(content), content[start + 1 :]


def _unescaped(string: bytes) -> bytes:
    """Return a string without its escapes (7.3.4.2); most have none."""
    if b"\\" not in string:
        return string
    return _ESCAPE.sub(_meant, string)


def _meant(escape: re.Match[bytes]) -> bytes:
    what = escape[1]
    if what.isdigit() and not set(what) & set(b"89"):
        return bytes([int(what, 8) & 255])
    plain = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    return plain.get(what, b"" if what in (b"\n", b"\r", b"\r\n") else what)


def _array(body: bytes) -> Operands:
    """Return an array without names and brackets.

    A line of text is an array of a hundred parts: for speed, its strings come as one, followed by
    the sum of its numbers. An array of numbers alone keeps each.
    """
    try:
        if b"<" not in body:
            return [_number(digits) for digits in body.split()]
        moved = sum(map(float, _STRINGS.sub(b" ", body).split()))
        strings = _STRINGS.findall(body)
        if {len(string) % 2 for string in strings} == {0}:
            return [bytes.fromhex(b"".join(strings).decode()), moved]
        return [b"".join(map(_from_hex, strings)), moved]
    except ValueError:
        return []


def _number(digits: bytes) -> float:
    value = float(digits)
    return value if -LARGEST < value < LARGEST else LARGEST if value > 0 else -LARGEST


def _from_hex(digits: bytes) -> bytes:
    """Return the bytes of hexadecimal digits; an odd number is read as if a 0 followed
    (7.3.4.3)."""
    text = digits.decode()
    try:
        return bytes.fromhex(text)
    except ValueError:
        plain = "".join(text.split())
        return bytes.fromhex(plain + "0" * (len(plain) % 2))


def _dictionary(flat: Operands) -> dict[str, Any]:
    pairs = zip(flat[::2], flat[1::2], strict=False)
    return {key: value for key, value in pairs if isinstance(key, str)}


def _image(
    content: bytes, start: int, entries: dict[str, Any], *, strict: bool
) -> tuple[int, bytes]:
    """Return the end of an inline image, and its data.

    No entry gives their length (8.9.7), so ``EI`` is searched for; in data that are not
    compressed, behind as many bytes as the image must have.
    """
    least = 0 if {"/F", "/Filter"} & entries.keys() else _plain_length(entries)
    end = _END_OF_IMAGE.search(content, min(start + least, len(content)))
    if end is None:
        if strict:
            raise StrayError("an image that is never closed")
        return len(content), content[start + 1 :]
    return end.end(), content[start + 1 : end.start()]


def _plain_length(entries: dict[str, Any]) -> int:
    parts = {"/DeviceRGB": 3, "/RGB": 3, "/DeviceCMYK": 4, "/CMYK": 4}
    space = entries.get("/CS", entries.get("/ColorSpace"))
    numbers = [
        entries.get(short, entries.get(long, 1.0))
        for short, long in (("/W", "/Width"), ("/H", "/Height"), ("/BPC", "/BitsPerComponent"))
    ]
    if not all(isinstance(number, float) and 0 <= number < 1e6 for number in numbers):
        return 0
    width, height, bits = map(int, numbers)
    values = width * (parts.get(space, 1) if isinstance(space, str) else 1)
    return height * -(-values * bits // 8)
