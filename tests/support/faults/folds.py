"""Folds where nobody can fold: marks on the postcard make a leaflet of three panels of it."""

from faults.draft import Draft, Side
from faults.good import HEIGHT
from faults.table import fault

BLACK = "0 0 0 1 K 0.5 w"


def _marked(side: Side, *folds: float) -> None:
    """Ticks above and below the trim."""
    ticks = " ".join(f"{x} {y} m {x} {y + 6} l S" for x in folds for y in (-7, HEIGHT + 1))
    side.parts["folds"] = f"{BLACK} {ticks}"


@fault("panels", also=("bleed",))
def middle_panel_that_is_narrowest(draft: Draft) -> None:
    """It is folded over first, and there is nothing that it could be folded into."""
    _marked(draft.back, 104, 202)


@fault("panels", severity="warning", also=("bleed",))
def panels_that_are_all_alike(draft: Draft) -> None:
    """A Z, or a leaflet that buckles."""
    _marked(draft.front, 102, 204)


@fault("panels", also=("bleed",))
def folds_that_are_not_mirrored(draft: Draft) -> None:
    """The flap is on the left on both sides."""
    _marked(draft.front, 98, 202)
    _marked(draft.back, 98, 202)


@fault("panels", severity="warning", also=("bleed",))
def text_on_a_fold(draft: Draft) -> None:
    """Folded in half, through the middle of its lines."""
    _marked(draft.front, 153)
