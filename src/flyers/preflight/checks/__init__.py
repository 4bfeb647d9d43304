"""The checks of preflight: a table, and two ways to go through it.

A check is one file here and one row of CHECKS. The file has its rule, the source of the rule,
how grave a breach is for each kind of printer, and a function that yields the breaches. It does
no I/O: a Case has the evidence (pictures of the pages, what was read from them, what the file
states and paints) and what was asked for. Whoever calls gathers the evidence::

    evidence = evidence_of(pdf)                                    # of preflight.gathering
    findings = check(evidence, imposition, setup, expected_codes)  # a piece of ours
    findings = check_file(evidence, printer, Declared())           # a file of others
"""

from collections.abc import Mapping, Sequence

from flyers.catalogue.printers import Printer, Setup
from flyers.core.findings import Finding
from flyers.core.sheets import Imposition
from flyers.preflight.case import (
    Case,
    Declared,
    ExpectedCode,
    ExpectedImprint,
    case_of_file,
    case_of_piece,
)
from flyers.preflight.check import Check
from flyers.preflight.checks import (
    annotations,
    bleed,
    border,
    boxes,
    claims,
    colour_space,
    coloured_type,
    encryption,
    fonts,
    grey,
    hairlines,
    image_compression,
    image_resolution,
    imprint,
    language,
    layers,
    links,
    metadata,
    missing_letters,
    output_intent,
    overprint,
    pages,
    panels,
    printable_area,
    qr_address,
    qr_codes,
    readable,
    reversed_type,
    rich_black,
    safe_area,
    scripts,
    size,
    spot_colours,
    tags,
    thin_type,
    title,
    total_ink,
    transparency,
    type_size,
)
from flyers.preflight.evidence import Evidence

# In the order of the report: the file, the sheet, what is on it.
CHECKS: tuple[Check, ...] = (
    readable.CHECK,
    encryption.CHECK,
    scripts.CHECK,
    layers.CHECK,
    annotations.CHECK,
    output_intent.CHECK,
    claims.CHECK,
    metadata.CHECK,
    pages.CHECK,
    boxes.CHECK,
    size.CHECK,
    panels.CHECK,
    bleed.CHECK,
    border.CHECK,
    printable_area.CHECK,
    safe_area.CHECK,
    fonts.CHECK,
    missing_letters.CHECK,
    type_size.CHECK,
    thin_type.CHECK,
    coloured_type.CHECK,
    reversed_type.CHECK,
    rich_black.CHECK,
    hairlines.CHECK,
    image_resolution.CHECK,
    image_compression.CHECK,
    grey.CHECK,
    colour_space.CHECK,
    spot_colours.CHECK,
    overprint.CHECK,
    total_ink.CHECK,
    transparency.CHECK,
    qr_codes.CHECK,
    qr_address.CHECK,
    imprint.CHECK,
    title.CHECK,
    language.CHECK,
    tags.CHECK,
    links.CHECK,
)


def check(
    evidence: Evidence,
    imposition: Imposition,
    setup: Setup,
    expected_codes: Sequence[Sequence[ExpectedCode]],
    expected_imprints: Sequence[ExpectedImprint | None] | None = None,
    pictures: Mapping[tuple[int, int], str] | None = None,
) -> tuple[Finding, ...]:
    """Check a file that this tool has just made.

    ``expected_codes[k]`` are the codes on page k of the imposition, however
    often that page is placed; ``()`` for a page without any. So are
    ``expected_imprints[k]`` the imprints, None for a page without; by default
    no page has to have one. ``pictures`` are the names of pictures by their
    width and height in pixels.
    """
    imprints = expected_imprints or (None,) * len(imposition.pages)
    return _judged(
        case_of_piece(evidence, imposition, setup, expected_codes, imprints, pictures or {})
    )


def check_file(evidence: Evidence, printer: Printer, declared: Declared) -> tuple[Finding, ...]:
    """Check a file of unknown origin for that printer."""
    return _judged(case_of_file(evidence, printer, declared))


def _judged(case: Case) -> tuple[Finding, ...]:
    return tuple(finding for one in CHECKS for finding in one.findings(case))
