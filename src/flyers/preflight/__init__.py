"""Preflight: a printed PDF looked at as a stranger would, before anybody prints it.

One check is one file and one row of CHECKS. A check sees what was asked for and
the evidence: the pictures of the sides, what was read from them, and what the
file says about itself. It does no I/O; whoever calls gathers the evidence::

    pictures = rasters(pdf, dpi=PICTURE_DPI, grey=True)
    evidence = gather(
        pictures=pictures,
        glyphs=[glyph_boxes(pdf, number) for number in range(len(pictures))],
        facts=facts(pdf),
    )
    findings = check(evidence, imposition, printer, expected_codes)
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from flyers.preflight import boxes, colour, fonts, imprint, printable_area, qr_codes, text_edges
from flyers.preflight.case import Case, ExpectedCode, ExpectedImprint
from flyers.preflight.evidence import Evidence, ReadCode, SideEvidence, gather
from flyers.preflight.finding import Finding
from flyers.printers import Printer
from flyers.sheets import Imposition

__all__ = [
    "CHECKS",
    "PICTURE_DPI",
    "Evidence",
    "ExpectedCode",
    "ExpectedImprint",
    "Finding",
    "ReadCode",
    "SideEvidence",
    "check",
    "gather",
]

PICTURE_DPI = 150
"""Dots per inch: three to a module of half a millimetre, the least that reads for sure."""

# In the order in which a reader wants to hear of them: the file, the sheet, what is on it.
CHECKS: Mapping[str, Callable[[Case], Iterable[Finding]]] = {
    "boxes": boxes.check,
    "fonts": fonts.check,
    "colour": colour.check,
    "printable-area": printable_area.check,
    "text-edges": text_edges.check,
    "qr-codes": qr_codes.check,
    "imprint": imprint.check,
}


def check(
    evidence: Evidence,
    imposition: Imposition,
    printer: Printer,
    expected_codes: Sequence[Sequence[ExpectedCode]],
    expected_imprints: Sequence[ExpectedImprint | None] | None = None,
) -> tuple[Finding, ...]:
    """Everything that is wrong with the piece; nothing, if it may be printed.

    ``expected_codes[k]`` are the codes on page k of the imposition, however
    often that page is placed; ``()`` for a page without any. So are
    ``expected_imprints[k]`` the imprints, None for a page without; by itself
    no page has to have one.
    """
    imprints = expected_imprints or (None,) * len(imposition.pages)
    if len(expected_codes) != len(imposition.pages):
        raise ValueError(
            f"codes for {len(expected_codes)} pages, but {len(imposition.pages)} pages imposed"
        )
    if len(imprints) != len(imposition.pages):
        raise ValueError(
            f"imprints for {len(imprints)} pages, but {len(imposition.pages)} pages imposed"
        )
    case = Case(
        imposition=imposition,
        printer=printer,
        expected=tuple(tuple(codes) for codes in expected_codes),
        imprints=tuple(imprints),
        evidence=evidence,
    )
    return tuple(finding for one in CHECKS.values() for finding in one(case))
