"""A picture that is too coarse is named so that it can be found."""

from dataclasses import replace

import pytest

from faults import good, pictures
from flyers.catalogue.printers import PRINTERS
from flyers.core.boxes import Box
from flyers.preflight.case import Case, Declared, case_of_file
from flyers.preflight.checks.image_resolution import CHECK
from flyers.preflight.gathering import evidence_of


@pytest.fixture(scope="module")
def case() -> Case:
    draft = good("shop")
    pictures.picture_of_100_ppi(draft)
    return case_of_file(evidence_of(draft.written()), PRINTERS["shop"], Declared())


def test_a_strangers_picture_is_named_by_its_place(case: Case) -> None:
    (finding,) = CHECK.findings(case)
    assert finding.message == (
        "The picture on the left has 158 x 111 pixels, 100 to the inch at 40 x 28 mm; "
        "225 to the inch are wanted, so 360 x 260 pixels or more."
    )


def test_a_picture_of_ours_is_named_by_its_file(case: Case) -> None:
    (finding,) = CHECK.findings(replace(case, pictures={(158, 111): "park.png"}))
    assert finding.message.startswith("The picture park.png has 158 x 111 pixels, ")


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        (0, 1, "at the top left"),
        (0.5, 1, "at the top"),
        (0.5, 0.5, "in the middle"),
        (1, 0.5, "on the right"),
        (1, 0, "at the bottom right"),
    ],
)
def test_a_place_is_put_in_words(case: Case, x: float, y: float, words: str) -> None:
    side = case.sides[0]
    at_x = side.whole.left + x * side.whole.width
    at_y = side.whole.bottom + y * side.whole.height
    assert side.where(Box(left=at_x, bottom=at_y, right=at_x, top=at_y)) == words
