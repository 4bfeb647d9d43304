"""The PDFs that are imposed, as they are named on the command line: ``card.pdf:250``."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flyers.core.errors import OptionError, PdfError

STANDARD_INPUT = "-"

MOST_DIGITS = 9
"""Most digits of a quantity."""


@dataclass(frozen=True, kw_only=True)
class Input:
    """A PDF and its quantity. ``name`` is how messages call it."""

    name: str
    pdf: bytes
    quantity: int = 1


def read_inputs(arguments: Sequence[str]) -> Iterator[Input]:
    """Yield the named files in order, reading each once however often it is named.

    Raises OptionError for a quantity that cannot be used, and PdfError for a file.
    """
    kept: dict[str, bytes] = {}
    for argument in arguments:
        # A file's own name may end in a colon and a number.
        name, quantity = (argument, 1) if os.path.lexists(argument) else quantity_of(argument)
        piped = name == STANDARD_INPUT
        if name not in kept:
            kept[name] = sys.stdin.buffer.read() if piped else read(Path(name))
        yield Input(name="standard input" if piped else name, pdf=kept[name], quantity=quantity)


def quantity_of(argument: str) -> tuple[str, int]:
    """Return the file and the quantity that an argument names. Raises OptionError."""
    match = re.fullmatch(r"(.+):0*(\d*)", argument, re.DOTALL)
    if not match or argument.endswith(":"):
        return argument, 1
    if not match[2]:
        raise OptionError(f"{argument} asks for no copies; give a number above 0, or leave it out.")
    if len(match[2]) > MOST_DIGITS:
        raise OptionError(f"{argument} asks for too many copies; give a number below a billion.")
    return match[1], int(match[2])


def read(path: Path) -> bytes:
    """Return a PDF's bytes. Raises PdfError where the file cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise PdfError(
            f"Cannot read {path} ({error.strerror}); check its name and permissions."
        ) from error
