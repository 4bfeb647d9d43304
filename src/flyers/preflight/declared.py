"""Declarations about files that are checked: the command line's and those of flyers.toml."""

from pathlib import Path
from typing import TYPE_CHECKING

from flyers.catalogue.formats import format_named
from flyers.catalogue.imprints import JURISDICTIONS, NONE, Imprint, imprint_of
from flyers.catalogue.papers import paper_named
from flyers.catalogue.printers import Printer, printer_named
from flyers.core.errors import OptionError, UnknownNameError
from flyers.core.flyers_toml import flyers_toml
from flyers.preflight.case import AnyImprint, Declared, ExpectedImprint
from flyers.preflight.request import CheckRequest

if TYPE_CHECKING:
    from flyers.campaign import Campaign


def printer_of(name: str) -> Printer:
    """Return the printer of that name, shipped or of the flyers.toml in force here.

    Raises UnknownNameError or ConfigError.
    """
    campaign = _campaign()
    return campaign.printer(name) if campaign else printer_named(name)


def _campaign() -> "Campaign | None":
    """Read flyers.toml, if there is one: importing its reader takes longer than checking a page."""
    if not flyers_toml(Path.cwd()):
        return None
    from flyers.campaign import campaign_for

    return campaign_for(Path.cwd())


def declared(request: CheckRequest, printer: Printer) -> Declared:
    """Return what is declared of the files, in the request and in flyers.toml.

    Raises UnknownNameError, OptionError, ConfigError or ImprintError.
    """
    if request.trim and request.format:
        raise OptionError("--trim and --format both give the finished size; give one of them.")
    fmt = format_named(request.format) if request.format else None
    paper = paper_named(request.trim) if request.trim else None
    width, height = (0.0, 0.0)
    if fmt:
        width, height = fmt.width, fmt.height
    elif paper:
        width, height = paper.width, paper.height
    law = request.jurisdiction
    return Declared(
        width=width,
        height=height,
        format=fmt,
        pages_multiple=request.pages_multiple,
        mixed_sizes=request.mixed_sizes,
        imprint=_imprint_of(law) if law else _own_imprint(printer),
    )


def _own_imprint(printer: Printer) -> ExpectedImprint | None:
    """Return the imprint that has to be on paper by the law named in flyers.toml."""
    campaign = _campaign()
    law = campaign.law if campaign else None
    if not law or printer.for_screen:
        return None
    return _in_words(imprint_of(law.jurisdiction, law.fields))


def _imprint_of(jurisdiction: str) -> ExpectedImprint | AnyImprint | None:
    """Return the imprint that this law wants: that of flyers.toml if it is the same law, else
    anybody's."""
    if jurisdiction == NONE:
        return None
    if jurisdiction not in JURISDICTIONS:
        raise UnknownNameError.near("jurisdiction", jurisdiction, (*JURISDICTIONS, NONE))
    campaign = _campaign()
    law = campaign.law if campaign else None
    if law and law.jurisdiction == jurisdiction:
        return _in_words(imprint_of(law.jurisdiction, law.fields))
    row = JURISDICTIONS[jurisdiction]
    ways = tuple(wording.openings for wording in row.wordings)
    return AnyImprint(ways=ways, size=row.size, source=row.source)


def _in_words(imprint: Imprint | None) -> ExpectedImprint | None:
    if not imprint or not imprint.lines:
        return None
    return ExpectedImprint(words=" ".join(imprint.lines), size=imprint.size)
