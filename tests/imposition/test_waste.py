"""Waste: reported where much of a sheet is cut away, with what would save some of it."""

import re
from typing import Any

import pytest

from flyers.core.sheets import Imposition
from flyers.core.units import inches, mm
from flyers.imposition.option_words import options_of
from flyers.imposition.planning import plan
from flyers.imposition.schemes.table import scheme_named
from flyers.imposition.waste import wasted
from schemes import pages_of

CARD = (inches(3.5), inches(2))
HALF = (inches(5.5), inches(8.5))
LETTER = (inches(8.5), inches(11))
A4 = (mm(210), mm(297))


def laid(scheme: str, count: int, size: tuple[float, float], **asked: Any) -> Imposition:
    row = scheme_named(scheme)
    return plan(pages_of(count, *size), row, options_of(row, {"marks": "none", **asked}))


def told(imposition: Imposition) -> str:
    return " ".join(note.message for note in imposition.notes if "cut away" in note.message)


CASES: dict[str, tuple[str, int, tuple[float, float], dict[str, str], str]] = {
    "a full sheet": ("repeat", 1, CARD, {"sheet": "letter"}, ""),
    "as few as asked for": (
        *("repeat", 1, CARD, {"sheet": "letter", "up": "1x2"}),
        "85% of the paper is cut away; without --up it would be 10%.",
    ),
    "one that just does not fit twice": (
        *("repeat", 1, LETTER, {"sheet": "tabloid", "bleed": "1/8in", "gutter": "1/4in"}),
        "50% of the paper is cut away; on the sheet 12x18 it would be 13%.",
    ),
    "of paper in millimetres, more millimetres": (
        *("repeat", 1, A4, {"sheet": "a3", "bleed": "3mm", "gutter": "6mm"}),
        "50% of the paper is cut away; on the sheet sra4 it would be 13%.",
    ),
    "a page alone": (
        *("n-up", 1, HALF, {"sheet": "tabloid"}),
        "75% of the paper is cut away; 4 pages would fill a side, "
        "or one page many times with --scheme repeat.",
    ),
    "a small booklet on a large sheet": (
        *("booklet", 8, HALF, {"sheet": "13x19"}),
        "62% of the paper is cut away; on the sheet letter it would be 0%.",
    ),
    "blank pages of a booklet are pages": ("booklet", 1, HALF, {"sheet": "letter"}, ""),
    "a few cards": ("gang", 1, CARD, {"sheet": "13x19"}, "97% of the paper is cut away."),
}


@pytest.mark.parametrize(("scheme", "count", "size", "asked", "said"), CASES.values(), ids=CASES)
def test_much_waste_is_reported_with_what_would_be_better(
    scheme: str, count: int, size: tuple[float, float], asked: dict[str, str], said: str
) -> None:
    assert told(laid(scheme, count, size, **asked)) == said


@pytest.mark.parametrize("name", [name for name, row in CASES.items() if "would be" in row[-1]])
def test_the_better_way_wastes_as_little_as_promised(name: str) -> None:
    scheme, count, size, asked, said = CASES[name]
    better = re.search(r"on the sheet (\S+) it", said)
    change = {"sheet": better[1]} if better else {"up": None}
    share = wasted(laid(scheme, count, size, **{**asked, **change}))
    assert f"it would be {share:.0%}." in said
