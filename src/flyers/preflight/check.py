"""What a check is: its rule, where that stands, how grave a breach is, and how it is found."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from flyers.catalogue.printers import Printer
from flyers.core.findings import Finding, Severity
from flyers.core.sheets import Box
from flyers.preflight.case import Case

Kind = Literal["home", "shop", "web"]
"""What a printer is like: a desktop printer or copier, a print shop, a screen."""

_MILDER: Mapping[Severity, Severity] = {"error": "warning", "warning": "note", "note": "note"}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One breach of a rule. ``message`` says what is wrong, ``remedy`` what to do; both are
    sentences. ``mild`` is one that only nearly breaks the rule: an error becomes a warning, a
    warning a note."""

    message: str
    remedy: str
    page: int | None = None
    box: Box | None = None
    mild: bool = False


@dataclass(frozen=True, kw_only=True)
class Check:
    """One row of the table of checks.

    ``severity`` is that of a fault for each kind of printer; where a kind is
    not named, the rule does not hold for it. ``find`` performs no I/O: it has
    everything from the case.
    """

    name: str
    rule: str
    source: str
    severity: Mapping[Kind, Severity]
    find: Callable[[Case], Iterable[Fault]]

    def findings(self, case: Case) -> Iterator[Finding]:
        """What breaks the rule, as grave as it is for the printer of the case."""
        severity = self.severity.get(kind_of(case.printer))
        if severity is None:
            return
        for fault in self.find(case):
            yield Finding(
                check=self.name,
                severity=_MILDER[severity] if fault.mild else severity,
                page=fault.page,
                message=fault.message,
                remedy=fault.remedy,
                box=fault.box,
            )


def kind_of(printer: Printer) -> Kind:
    """By what it wants of a file, not by its name: printers of one's own have any."""
    if printer.laid == "pages":
        return "web"
    return "shop" if printer.laid == "pieces" or printer.colour == "cmyk" else "home"


def everywhere(severity: Severity) -> Mapping[Kind, Severity]:
    """A rule that holds for every printer, and as much for each."""
    return {"home": severity, "shop": severity, "web": severity}
