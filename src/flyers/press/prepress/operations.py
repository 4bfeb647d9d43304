"""Operations of a content stream as they are written, so that they can be written again.

What the typesetter writes is taken whole or not at all: an operator that was passed over would be
lost. ISO 32000-1: 7.8.2 (content streams), 8.9.7 (inline images).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flyers.press.read.content.tokens import Operands, StrayError, instructions
from flyers.press.read.damage import unprintable


class Operation(NamedTuple):
    """An operator, its operands as they are written, and the same as values."""

    name: bytes
    operands: bytes = b""
    values: Operands = []  # noqa: RUF012 - never changed


def operations(content: bytes) -> Iterator[Operation]:
    """Yield the operations in order; an inline image is one, from BI to EI.

    Raises PdfError where there is anything but operators and their operands.
    """
    try:
        for name, values, start, end in instructions(content, strict=True):
            if not (name[:1].isalpha() or name in (b"'", b'"')):
                raise StrayError(name)
            yield Operation(name, content[start:end].strip(), values)
    except StrayError as error:
        raise unprintable("something that is no PDF operator") from error


def written(operations: Iterable[Operation]) -> bytes:
    """Return the content stream of these operations, one a line."""
    return b"\n".join(
        b"BI " + operation.operands
        if operation.name == b"BI"
        else operation.operands + b" " + operation.name
        if operation.operands
        else operation.name
        for operation in operations
    )
