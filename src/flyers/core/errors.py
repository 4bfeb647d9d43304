"""Errors that a user can see, each kind with its own exit code.

::

    FlyersError
    ├── OptionError              2  an option's value that cannot be used
    ├── UnknownNameError        15  no such layout, format or printer
    ├── StatementError           3  the file is missing or cannot be read
    │   ├── EmptyStatementError 11  no text to set
    │   ├── NoTitleError        12  nothing to put on top
    │   ├── FrontMatterError    13  malformed; the message names the line
    │   └── NotTextError        14  a picture, a PDF, a wrong encoding
    ├── AddressError             4  no address for the QR code, or not a web address
    ├── OversetError             5  the text does not fit at the smallest size
    ├── OutputError              6  the folder cannot be written
    │   └── DiskFullError       16  no space left
    ├── CheckError               7  the finished sheet does not pass its own check
    ├── GlyphError               8  no shipped font has this letter
    ├── SystemLibraryError       9  Pango is missing
    ├── ConfigError             10  flyers.toml cannot be used
    ├── ImageError              17  a picture cannot be used (with --strict)
    ├── LayoutError             18  a layout's own files are wrong
    ├── ImpositionError         19  the sheet cannot hold what was asked
    ├── PdfError                20  a PDF that cannot be used
    │   ├── NotPdfError             no file of that name, or a file of another kind
    │   └── UnreadableError         nothing to one reader; another may make sense of it
    ├── ImprintError            21  what the law wants on a piece is missing
    ├── MachineError            22  the system gives no process to work in
    └── BoundsError             23  it takes more time or memory than any piece should

1 means that some statements of several failed, 2 is a wrong command line, and
130 is Ctrl-C. A message is one sentence, or two, and ends in what to do.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of the process; see the tree above."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    STATEMENT = 3
    ADDRESS = 4
    OVERSET = 5
    OUTPUT = 6
    CHECK = 7
    GLYPH = 8
    SYSTEM_LIBRARY = 9
    CONFIG = 10
    EMPTY_STATEMENT = 11
    NO_TITLE = 12
    FRONT_MATTER = 13
    NOT_TEXT = 14
    UNKNOWN_NAME = 15
    DISK_FULL = 16
    IMAGE = 17
    LAYOUT = 18
    IMPOSITION = 19
    PDF = 20
    IMPRINT = 21
    MACHINE = 22
    BOUNDS = 23
    INTERRUPTED = 130


def exit_code(failed: Iterable[int], *, made: bool) -> ExitCode:
    """Return the exit code of a run over several jobs, by the codes of those that failed.

    OK if none did; their own code if all failed alike and nothing was ``made``; else
    SOME_FAILED.
    """
    codes = set(failed)
    if not codes:
        return ExitCode.OK
    return ExitCode(codes.pop()) if len(codes) == 1 and not made else ExitCode.SOME_FAILED


class FlyersError(Exception):
    """Base of all errors whose message is for the user."""

    exit_code: ClassVar[ExitCode] = ExitCode.SOME_FAILED


class OptionError(FlyersError):
    exit_code = ExitCode.USAGE


class UnknownNameError(FlyersError):
    """A layout, format or printer that does not exist."""

    exit_code = ExitCode.UNKNOWN_NAME

    @classmethod
    def near(cls, kind: str, name: str, known: Iterable[str]) -> "UnknownNameError":
        """Return the error that names the nearest known name, or all of them."""
        from difflib import get_close_matches

        names = sorted(known)
        near = get_close_matches(name, names, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(names)}."
        return cls(f"There is no {kind} {name!r}; {hint}")


class StatementError(FlyersError):
    exit_code = ExitCode.STATEMENT


class EmptyStatementError(StatementError):
    exit_code = ExitCode.EMPTY_STATEMENT


class NoTitleError(StatementError):
    exit_code = ExitCode.NO_TITLE


class FrontMatterError(StatementError):
    exit_code = ExitCode.FRONT_MATTER


class NotTextError(StatementError):
    exit_code = ExitCode.NOT_TEXT


class AddressError(FlyersError):
    exit_code = ExitCode.ADDRESS


class OversetError(FlyersError):
    exit_code = ExitCode.OVERSET


class OutputError(FlyersError):
    exit_code = ExitCode.OUTPUT


class DiskFullError(OutputError):
    exit_code = ExitCode.DISK_FULL


class CheckError(FlyersError):
    exit_code = ExitCode.CHECK


class GlyphError(FlyersError):
    exit_code = ExitCode.GLYPH


class SystemLibraryError(FlyersError):
    exit_code = ExitCode.SYSTEM_LIBRARY


class ConfigError(FlyersError):
    exit_code = ExitCode.CONFIG


class NoConfigError(ConfigError):
    """No flyers.toml where one is needed."""

    def __init__(
        self,
        message: str = "There is no flyers.toml here or in any folder above; "
        "make one with flyers init.",
    ) -> None:
        super().__init__(message)


class ImageError(FlyersError):
    exit_code = ExitCode.IMAGE


class LayoutError(FlyersError):
    exit_code = ExitCode.LAYOUT


class ImpositionError(FlyersError):
    exit_code = ExitCode.IMPOSITION


class PdfError(FlyersError):
    exit_code = ExitCode.PDF


class NotPdfError(PdfError):
    """No such file, or a file of another kind."""


class UnreadableError(PdfError):
    """A file that one reader cannot make sense of; another may."""


class ImprintError(FlyersError):
    exit_code = ExitCode.IMPRINT


class MachineError(FlyersError):
    exit_code = ExitCode.MACHINE


class BoundsError(FlyersError):
    """Time or memory beyond what the work on one piece may take."""

    exit_code = ExitCode.BOUNDS
