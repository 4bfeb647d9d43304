"""What was asked of `flyers check`, as the checks take it. What cannot be used is refused."""

from pathlib import Path
from typing import TYPE_CHECKING

from flyers.catalogue.formats import format_named
from flyers.catalogue.imprints import JURISDICTIONS, NONE, Imprint, imprint_of
from flyers.catalogue.papers import paper_named
from flyers.catalogue.printers import Printer, printer_named
from flyers.core.errors import OptionError, UnknownNameError
from flyers.core.flyers_toml import flyers_toml
from flyers.preflight.checks import AnyImprint, Declared, ExpectedImprint

if TYPE_CHECKING:
    from flyers.campaign import Campaign


def printer_of(name: str) -> Printer:
    """The printer of that name, shipped or of the flyers.toml in force here. Raises
    UnknownNameError or ConfigError."""
    campaign = _campaign()
    return campaign.printer(name) if campaign else printer_named(name)


def _campaign() -> "Campaign | None":
    """What flyers.toml says here; None where there is none, as for most files of others. To read
    one takes longer than to look at a page."""
    if not flyers_toml(Path.cwd()):
        return None
    from flyers.campaign import campaign_for

    return campaign_for(Path.cwd())


def declared(
    printer: Printer,
    *,
    trim: str | None = None,
    format: str | None = None,
    jurisdiction: str | None = None,
    pages_multiple: int = 1,
    mixed_sizes: bool = False,
) -> Declared:
    """What is said of the files, here and in flyers.toml. Raises UnknownNameError, OptionError,
    ConfigError or ImprintError."""
    if trim and format:
        raise OptionError("--trim and --format both say how large it is; give one of them.")
    fmt = format_named(format) if format else None
    paper = paper_named(trim) if trim else None
    width, height = (0.0, 0.0)
    if fmt:
        width, height = fmt.width, fmt.height
    elif paper:
        width, height = paper.width, paper.height
    imprint = _imprint_of(jurisdiction) if jurisdiction else _own_imprint(printer)
    return Declared(
        width=width,
        height=height,
        format=fmt,
        pages_multiple=pages_multiple,
        mixed_sizes=mixed_sizes,
        imprint=imprint,
    )


def _own_imprint(printer: Printer) -> ExpectedImprint | None:
    """What the law wants on paper, where flyers.toml says under whose."""
    campaign = _campaign()
    law = campaign.law if campaign else None
    if not law or printer.for_screen:
        return None
    return _in_words(imprint_of(law.jurisdiction, law.fields))


def _imprint_of(jurisdiction: str) -> ExpectedImprint | AnyImprint | None:
    """What that law wants: in flyers.toml's words, where it names the same one, or in anybody's."""
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
