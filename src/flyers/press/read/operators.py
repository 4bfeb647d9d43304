"""The operators of a content stream, with their operands as they are written, to be written anew.

What the typesetter writes is taken whole or not at all: an operator that was
passed over would be lost.

ISO 32000-1: 7.8.2 (content streams), 7.2 (their syntax), 8.9.7 (inline images).
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flyers.core.matrix import Matrix
from flyers.press.read.pdf_pages import unprintable


class Operation(NamedTuple):
    """An operator, and before it what it works on: ``b"0 0 1 rg"`` in two parts."""

    name: bytes
    operands: bytes = b""

    def words(self) -> list[bytes]:
        """The operands one by one, where they are numbers and names."""
        return self.operands.split()

    def numbers(self) -> list[float]:
        """The operands, where they are numbers. Raises ValueError where they are not."""
        return [float(word) for word in self.operands.split()]

    def matrix(self) -> Matrix:
        """The operands of ``cm`` or ``Tm``."""
        return Matrix(*self.numbers())


# Nothing here is ever tried twice: groups are possessive, or a long array would take for ever.
_GAP = rb"(?:[\0\t\n\f\r ]++|%[^\r\n]*+)"
_STRING = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\))*+\)"
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_SIMPLE = rb"/[^\0\t\n\f\r ()<>\[\]{}/%]*+|[+.0-9-]++|" + _STRING + rb"|" + _HEX
_WORD = rb"true\b|false\b|null\b"
_IN_LIST = rb"(?:" + _GAP + rb"|" + _SIMPLE + rb"|" + _WORD + rb")*+"
_LIST = rb"\[" + _IN_LIST + rb"\]"
_TABLE = rb"<<(?:" + _GAP + rb"|" + _SIMPLE + rb"|" + _WORD + rb"|" + _LIST + rb")*+>>"
_OPERANDS = rb"(?:" + _GAP + rb"|" + rb"|".join((_TABLE, _SIMPLE, _LIST, _WORD)) + rb")*+"
_OPERATION = re.compile(
    rb"(?P<operands>" + _OPERANDS + rb")(?P<name>[A-Za-z'\"][A-Za-z0-9*]*+)?", re.DOTALL
)
_INLINE_IMAGE = re.compile(rb".*?[\0\t\n\f\r ]ID[\0\t\n\f\r ].*?[\0\t\n\f\r ]EI\b", re.DOTALL)


def operations(content: bytes) -> Iterator[Operation]:
    """The operations in order; an inline image is one, from BI to EI.

    Raises PdfError where the stream does not go on as one does.
    """
    at, end = 0, len(content)
    while at < end:
        match = _OPERATION.match(content, at)
        if match is None or match["name"] is None:
            if match is not None and match.end() == end and not match["operands"].strip():
                return
            raise unprintable("something that is no operator")
        at = match.end()
        if match["name"] == b"BI":
            image = _INLINE_IMAGE.match(content, at)
            if image is None:
                raise unprintable("a picture without an end")
            at = image.end()
            yield Operation(name=b"BI", operands=image[0])
        else:
            yield Operation(name=match["name"], operands=match["operands"].strip())


def written(operations: Iterable[Operation]) -> bytes:
    """The content stream of these operations, one a line."""
    return b"\n".join(
        b"BI" + operation.operands
        if operation.name == b"BI"
        else operation.operands + b" " + operation.name
        if operation.operands
        else operation.name
        for operation in operations
    )
