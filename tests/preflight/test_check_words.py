"""What is said of anybody's file speaks of that file, and quotes lines as they read."""

import pytest

from faults import FAULTS, good
from faults.draft import Draft
from faults.good import WIDTH
from faults.stuff import line
from flyers.catalogue.printers import PRINTERS
from flyers.core.boxes import Box
from flyers.core.findings import Finding
from flyers.preflight.case import Declared
from flyers.preflight.checks import check_file
from flyers.preflight.gathering import evidence_of
from flyers.preflight.lines import lines


def found(draft: Draft, check: str, printer: str = "shop") -> list[Finding]:
    said = check_file(evidence_of(draft.written()), PRINTERS[printer], Declared())
    return [one for one in said if one.check == check]


def test_each_line_too_near_the_trim_is_quoted_whole_with_how_far_to_move_it() -> None:
    draft = good("shop")
    draft.front.parts["imprint"] = f"0 0 0 1 k {line('Bench by the lake, 1.5 m', 2.8, 48, 8)}"
    draft.front.parts["more"] = f"0 0 0 1 k {line('A lamp too', 5.8, 60, 8)}"
    cut, near = found(draft, "safe-area")
    assert cut.message.endswith(": 'Bench by the lake, 1.5 m'.")
    assert near.message.endswith(": 'A lamp too'.")
    # The ink of the A begins at 5.82 pt; this shop wants 9.
    assert near.remedy == "Move this text inward by at least 1.2 mm."


def test_a_line_that_is_cut_through_is_quoted_to_its_end() -> None:
    draft = good("shop")
    draft.back.parts["more"] = f"0 0 0 1 k {line('Neighbours of ours', WIDTH - 20, 20)}"
    (finding,) = found(draft, "safe-area")
    assert "'Neighbours of ours'" in finding.message


def test_lines_along_one_edge_are_moved_together() -> None:
    draft = good("shop")
    draft.front.parts["imprint"] = f"0 0 0 1 k {line('Bench', 5.8, 48, 8)}"
    draft.front.parts["more"] = f"0 0 0 1 k {line('Lamp', 6.8, 60, 8)}"
    assert len({one.remedy for one in found(draft, "safe-area")}) == 1


def test_letters_make_words_and_lines() -> None:
    draft = good("shop")
    front, _ = evidence_of(draft.written()).sides
    said = [one.text for one in lines(front.glyphs)]
    assert "The old orchard behind the library has been open to" in said
    assert "everybody since it was planted. In spring the gate is" in said


def test_letters_that_stand_on_one_another_are_a_line_too() -> None:
    upward = [
        (letter, Box(left=10, right=16, bottom=20 + 6 * n, top=25 + 6 * n))
        for n, letter in enumerate("Photo")
    ]
    assert [one.text for one in lines(upward)] == ["Photo"]


PLACES = ("safe-area", "border", "printable-area", "fonts")


@pytest.mark.parametrize("name", [name for name, one in FAULTS.items() if one.check in PLACES])
def test_no_remedy_speaks_of_layouts(name: str) -> None:
    fault = FAULTS[name]
    told = check_file(evidence_of(fault.pdf()), PRINTERS[fault.printer], Declared())
    assert not [one.remedy for one in told if "layout" in one.remedy]


@pytest.mark.parametrize(("printer", "said"), [("home", 0), ("web", 0), ("shop", 2)])
def test_only_a_shop_has_to_know_where_to_cut(printer: str, said: int) -> None:
    draft = good("shop")
    for side in draft.sides:
        del side.boxes["TrimBox"]
    boxes = [one for one in found(draft, "boxes", printer) if "no TrimBox" in one.message]
    assert len(boxes) == said
