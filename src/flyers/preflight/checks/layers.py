"""There are no layers that could be on here and off there (ISO 15930-1; ISO 32000-1, 8.11)."""

from collections.abc import Iterator, Sequence

from flyers.core.findings import Finding
from flyers.preflight.case import Case
from flyers.preflight.check import Check

QUOTED = 4
"""Names that a message has at most."""


def find(case: Case) -> Iterator[Finding]:
    """List the optional content. PDF/X-4 may have layers if all are on; another program may turn on
    a hidden one."""
    facts = case.evidence.facts
    if facts.hidden_layers:
        yield Finding(
            message=f"The file has hidden layers, which another program may print: "
            f"{_named(facts.hidden_layers)}.",
            remedy="Take out what is not to be printed.",
        )
    elif facts.layers:
        yield Finding(
            message=f"The file has layers, which one program may print and another not: "
            f"{_named(facts.layers)}.",
            remedy="Flatten the layers when you export the file.",
            severity="error" if case.printer.standard == "x-1a" else "warning",
        )


def _named(layers: Sequence[str]) -> str:
    names = ", ".join(repr(name) for name in layers[:QUOTED])
    return f"{names} and {len(layers) - QUOTED} more" if len(layers) > QUOTED else names


CHECK = Check(
    name="layers",
    rule="The file has no layers.",
    source="ISO 15930-1; ISO 15930-7",
    severity={"home": "warning", "shop": "error", "web": "warning"},
    find=find,
)
