"""A check: its rule, the source of the rule, how grave a breach is for whom, and how to find it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from flyers.catalogue.printers import PrinterKind
from flyers.core.findings import SEVERITIES, Finding, Severity
from flyers.preflight.case import Case


@dataclass(frozen=True, kw_only=True)
class Check:
    """One row of the table of checks.

    ``severity`` is that of a breach for each kind of printer; where a kind is
    not named, the rule does not hold for it. ``find`` performs no I/O: it has
    everything from the case. It yields a finding for each breach, without a
    name: an ``error``, or a ``warning`` for one that only nearly breaks the
    rule and counts one degree less than the row says.
    """

    name: str
    rule: str
    source: str
    severity: Mapping[PrinterKind, Severity]
    find: Callable[[Case], Iterable[Finding]]

    def findings(self, case: Case) -> Iterator[Finding]:
        """Yield the breaches of the rule, named and as grave as they are for this printer."""
        severity = self.severity.get(case.printer.kind)
        if severity is None:
            return
        for found in self.find(case):
            degree = SEVERITIES.index(severity) + SEVERITIES.index(found.severity)
            yield replace(
                found, check=self.name, severity=SEVERITIES[min(degree, len(SEVERITIES) - 1)]
            )


def everywhere(severity: Severity) -> Mapping[PrinterKind, Severity]:
    """Return the severity for all kinds of printer."""
    return {"home": severity, "shop": severity, "web": severity}
