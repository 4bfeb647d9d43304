"""The legend of a proof, in words for people who have never sent anything to a print shop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flyers.catalogue.papers import Unit, in_both
from flyers.catalogue.printers import Setup
from flyers.pieces.proof.guides import GuideKind, ProofSide

_WORDS: Mapping[GuideKind, tuple[str, str]] = {
    "bleed": ("Bleed", "Colour runs on to here; what is tinted is cut away."),
    "trim": ("Trim", "The piece ends here, and is cut where the paper goes on."),
    "white": ("White edge", "Nothing is printed nearer to the edge."),
    "safe": ("Safe area", "Text and codes stay inside, in case the cut is a hair off."),
    "fold": ("Fold", "The piece is folded here. Panels are numbered as they are read."),
}
"""From the outside in."""


@dataclass(frozen=True, kw_only=True)
class LegendEntry:
    """One kind of line: its name, its amount, its meaning."""

    kind: GuideKind
    name: str
    amount: str
    meaning: str


def legend(sides: Sequence[ProofSide], setup: Setup, unit: Unit) -> list[LegendEntry]:
    """Return an entry for each kind of line that the sides have."""
    piece = sides[0].pieces[0]
    printer, margins = setup.printer, setup.margins
    edge = max(printer.border, margins.top, margins.right, margins.bottom, margins.left)
    amounts: Mapping[GuideKind, tuple[float, ...]] = {
        "bleed": (setup.bleed,),
        "trim": (piece.width, piece.height),
        "white": (edge,),
        "safe": (printer.safe,),
    }
    drawn = {guide.kind for side in sides for guide in side.guides}
    return [
        LegendEntry(
            kind=kind,
            name=name,
            amount=in_both(unit, *amounts[kind]) if kind in amounts else "",
            meaning=meaning,
        )
        for kind, (name, meaning) in _WORDS.items()
        if kind in drawn
    ]
