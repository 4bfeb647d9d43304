"""Text and codes that come too near a cut."""

from faults.draft import Draft
from faults.good import ADDRESS, IMPRINT, MODULE, WIDTH
from faults.stuff import area, code, line
from faults.table import fault


@fault("safe-area")
def text_a_millimetre_from_the_trim(draft: Draft) -> None:
    """The knife is not that exact."""
    draft.front.parts["imprint"] = f"0 0 0 1 k {line(IMPRINT, 2.8, 48, 8)}"


@fault("safe-area")
def text_that_is_cut_through(draft: Draft) -> None:
    """Half a word beyond the right edge."""
    draft.back.parts["more"] = f"0 0 0 1 k {line('Neighbours', WIDTH - 20, 20)}"


@fault("safe-area", "union-shop", also=("border",))
def text_in_the_white_border(draft: Draft) -> None:
    """An eighth of an inch from the cut, where this shop wants a quarter."""
    draft.front.parts["imprint"] = f"0 0 0 1 k {line(IMPRINT, 9, 48, 8)}"


@fault("safe-area", "home", also=("printable-area",))
def text_where_no_desktop_printer_prints(draft: Draft) -> None:
    """At the very foot of the paper."""
    draft.front.parts["imprint"] = f"0 g {line(IMPRINT, 36, 6, 8)}"


@fault("safe-area")
def text_on_its_side_beyond_the_trim(draft: Draft) -> None:
    """A credit along the right edge, turned by a matrix."""
    draft.front.parts["credit"] = f"q 0 1 -1 0 {WIDTH - 2} 40 cm 0 0 0 1 k {line('Photo', 0, 0)} Q"


@fault("safe-area")
def code_in_the_margin(draft: Draft) -> None:
    """The code itself is 1 mm from the cut; its white is cut off with what surrounds it."""
    left = WIDTH - 29 * MODULE - 2.8
    draft.front.parts["plate"] = area("0 0 0 0 k", left - 9, 111, WIDTH + 9, 203)
    draft.front.parts["code"] = code(ADDRESS, left, 125, MODULE, ink="0 0 0 1 k")
