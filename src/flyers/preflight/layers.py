"""There are no layers that could be on here and off there (ISO 15930-1; ISO 32000-1, 8.11)."""

from collections.abc import Iterator

from flyers.preflight.case import Case
from flyers.preflight.check import Check, Fault

QUOTED = 4
"""Names that a message has at most."""


def find(case: Case) -> Iterator[Fault]:
    """By the optional content that the file declares."""
    layers = case.evidence.facts.layers
    if layers:
        names = ", ".join(repr(name) for name in layers[:QUOTED])
        more = f" and {len(layers) - QUOTED} more" if len(layers) > QUOTED else ""
        yield Fault(
            message=f"The file has layers, which one program may print and another not: "
            f"{names}{more}.",
            remedy="Flatten the layers, with only those on that are to be printed.",
            mild=case.printer.pdf != "x-1a",  # X-4 allows them where the default tells all
        )


CHECK = Check(
    name="layers",
    rule="The file has no layers.",
    source="ISO 15930-1; ISO 15930-7, 6.17",
    severity={"home": "note", "shop": "error", "web": "note"},
    find=find,
)
