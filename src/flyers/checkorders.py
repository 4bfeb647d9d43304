"""What was asked of `flyers check`, as the checks take it. What cannot be used is refused."""

from flyers.errors import OptionError
from flyers.formats import format_named
from flyers.papers import paper_named
from flyers.preflight import Declared
from flyers.printers import Printer, printer_named


def printer_of(name: str) -> Printer:
    """The printer of that name. Raises UnknownNameError."""
    return printer_named(name)


def declared(
    *,
    trim: str | None = None,
    format: str | None = None,
    scheme: str | None = None,
) -> Declared:
    """What is said of the files. Raises UnknownNameError or OptionError."""
    if trim and format:
        raise OptionError("--trim and --format both say how large it is; give one of them.")
    if scheme:
        from flyers.impose import scheme_named

        scheme_named(scheme)
    fmt = format_named(format) if format else None
    paper = paper_named(trim) if trim else None
    width, height = (0.0, 0.0)
    if fmt:
        width, height = fmt.width, fmt.height
    elif paper:
        width, height = paper.width, paper.height
    return Declared(width=width, height=height, format=fmt, scheme=scheme)
