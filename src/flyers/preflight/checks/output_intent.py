"""A file for a shop has an output intent: the printing condition that its colours are meant for.

ISO 15930-7: one intent of the kind GTS_PDFX, which names the condition; if that is not
registered, the intent has its profile as well.
"""

from collections.abc import Iterator

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

INKS = {"cmyk": 4, "grey": 1, "rgb": 3}

COLOURS = {"cmyk": "CMYK", "grey": "black", "rgb": "RGB"}

REMEDY = "Export it as PDF/X for the printing condition {condition}."


def find(case: Case) -> Iterator[Finding]:
    """Check the output intent for printers that want PDF/X."""
    printer = case.printer
    if not printer.pdf.startswith("x-"):
        return
    remedy = REMEDY.format(condition=printer.condition or "that the shop names")
    intents = [one for one in case.evidence.facts.intents if one.kind == "GTS_PDFX"]
    if not intents:
        yield Finding(
            message="The file does not name the press that its colours are meant for.",
            remedy=remedy,
        )
        return
    if len(intents) > 1:
        yield Finding(
            message=f"The file has {len(intents)} output intents, and a press can follow only one.",
            remedy=remedy,
        )
    intent = intents[0]
    if not intent.condition:
        yield Finding(message="The output intent names no printing condition.", remedy=remedy)
    if intent.inks and intent.inks != INKS[printer.colour]:
        yield Finding(
            message=f"The output intent is for {intent.inks} inks; the printer prints in "
            f"{COLOURS[printer.colour]}.",
            remedy=remedy,
        )
    if printer.condition and intent.condition and not _names(intent.condition, printer.condition):
        yield Finding(
            message=f"The file is meant for {intent.condition}, the printer for "
            f"{printer.condition}.",
            remedy=remedy,
            severity="warning",
        )


def _names(one: str, other: str) -> bool:
    """Return True if the condition is named: ``FOGRA39`` is also written ``FOGRA39L`` or ``Coated
    FOGRA39``."""
    return other.replace(" ", "").casefold() in one.replace(" ", "").casefold()


CHECK = Check(
    name="output-intent",
    rule="The file names the printing condition that its colours are meant for.",
    source="ISO 15930-7; ISO 32000-1, 14.11.5",
    severity={"shop": "error"},
    find=find,
)
