"""The table of faults, and how a function that makes one gets into it."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc

from faults.draft import Draft
from faults.good import good
from flyers.core.findings import Severity

Spoil = Callable[[Draft], bytes | None]
"""Puts one thing wrong; gives the file itself where that cannot be done to its parts."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing put wrong in a good file: ``check`` has to find it, for that printer.

    ``also`` are checks that may speak of it as well, since the one fault is a
    fault to them too: ``claims`` may of any, where a file says that it has none
    such. ``said`` names what the customer says of the piece.
    """

    name: str
    check: str
    printer: str
    spoil: Spoil
    severity: Severity
    also: frozenset[str]
    said: str = ""
    note: str

    def __str__(self) -> str:
        return self.name

    def pdf(self) -> bytes:
        draft = good(self.printer)
        spoiled = self.spoil(draft)
        return draft.written() if spoiled is None else spoiled


FAULTS: dict[str, Fault] = {}


def fault(
    check: str,
    *printers: str,
    severity: Severity = "error",
    also: tuple[str, ...] = (),
    said: str = "",
) -> Callable[[Spoil], Spoil]:
    """Put what the function does into the table, for each of the printers."""

    def entered(spoil: Spoil) -> Spoil:
        for printer in printers or ("shop",):
            name = spoil.__name__.replace("_", "-")
            if name in FAULTS or len(printers) > 1:
                name = f"{name}-{printer}"
            assert name not in FAULTS, name
            FAULTS[name] = Fault(
                name=name,
                check=check,
                printer=printer,
                spoil=spoil,
                severity=severity,
                also=frozenset({check, "claims", *also}),
                said=said,
                note=cleandoc(spoil.__doc__ or ""),
            )
        return spoil

    return entered
