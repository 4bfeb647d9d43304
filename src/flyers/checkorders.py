"""What was asked of `flyers check`, as the checks take it. What cannot be used is refused."""

from pathlib import Path

from flyers.campaign import campaign_for
from flyers.errors import OptionError
from flyers.formats import format_named
from flyers.imprint import imprint_of
from flyers.papers import paper_named
from flyers.preflight import Declared, ExpectedImprint
from flyers.printers import Printer


def printer_of(name: str) -> Printer:
    """The printer of that name, shipped or of the flyers.toml in force here. Raises
    UnknownNameError or ConfigError."""
    return campaign_for(Path.cwd()).printer(name)


def declared(
    printer: Printer,
    *,
    trim: str | None = None,
    format: str | None = None,
    scheme: str | None = None,
) -> Declared:
    """What is said of the files, here and in flyers.toml. Raises UnknownNameError, OptionError,
    ConfigError or ImprintError."""
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
    return Declared(
        width=width, height=height, format=fmt, scheme=scheme, imprint=_imprint(printer)
    )


def _imprint(printer: Printer) -> ExpectedImprint | None:
    """What the law wants on paper, where flyers.toml says under whose."""
    law = campaign_for(Path.cwd()).law
    if not law or printer.laid == "pages":
        return None
    imprint = imprint_of(law.jurisdiction, law.fields)
    if not imprint or not imprint.lines:
        return None
    return ExpectedImprint(words=" ".join(imprint.lines), size=imprint.size)
