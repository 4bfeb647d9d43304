"""Plans in words, scheme by scheme, as the sheets would be seen on a table.

Every example is a whole plan. Pages are 200 x 300 points, sheets a number of pages large.
"""

from typing import Any

import pytest

from flyers.catalogue.papers import Paper
from schemes import laid_out, pages_of, words

Example = tuple[str, int, dict[str, Any], list[str]]


def up(columns: int, rows: int) -> Paper:
    """Return a sheet of that many pages across and down."""
    return Paper(name="test", width=200 * columns, height=300 * rows)


N_UP: dict[str, Example] = {
    "on one side, the last sheet not full": (
        "n-up",
        5,
        {"sheet": up(2, 2)},
        ["sheet 1 front: 1 | 2 / 3 | 4", "sheet 2 front: 5 | - / - | -"],
    ),
    "on both sides, each read by itself": (
        "n-up",
        7,
        {"sheet": up(2, 1), "duplex": "short"},
        [
            "sheet 1 front: 1 | 2",
            "sheet 1 back: 3 | 4",
            "sheet 2 front: 5 | 6",
            "sheet 2 back: 7 | -",
        ],
    ),
    "a lying sheet turned on its long edge": (
        "n-up",
        4,
        {"sheet": up(2, 1), "duplex": "long"},
        ["sheet 1 front: 1 | 2", "sheet 1 back: 4 (180°) | 3 (180°)"],
    ),
    "no back where nothing comes on it": (
        "n-up",
        2,
        {"sheet": up(2, 1), "duplex": "short"},
        ["sheet 1 front: 1 | 2"],
    ),
    "from right to left": (
        "n-up",
        4,
        {"sheet": up(2, 2), "right_to_left": True},
        ["sheet 1 front: 2 | 1 / 4 | 3"],
    ),
    "down the columns": (
        "n-up",
        4,
        {"sheet": up(2, 2), "order": "down"},
        ["sheet 1 front: 1 | 3 / 2 | 4"],
    ),
    "down the columns, from right to left": (
        "n-up",
        4,
        {"sheet": up(2, 2), "order": "down", "right_to_left": True},
        ["sheet 1 front: 3 | 1 / 4 | 2"],
    ),
}

REPEAT: dict[str, Example] = {
    "a card with a back": (
        "repeat",
        2,
        {"sheet": up(2, 2)},
        ["sheet 1 front: 1 | 1 / 1 | 1", "sheet 1 back: 2 | 2 / 2 | 2"],
    ),
    "two cards in different numbers, one without a back": (
        "repeat",
        3,
        {"sheet": up(2, 1), "parts": (2, 1), "quantities": (5, 3)},
        [
            "sheet 1 (3 times) front: 1 | 1",
            "sheet 1 (3 times) back: 2 | 2",
            "sheet 2 (2 times) front: 3 | 3",
        ],
    ),
    "on one side every page is a card": (
        "repeat",
        2,
        {"sheet": up(2, 1), "duplex": "none"},
        ["sheet 1 front: 1 | 1", "sheet 2 front: 2 | 2"],
    ),
    "work-and-turn: one form, turned side over side, gives two of everything": (
        "repeat",
        2,
        {"sheet": up(4, 1), "duplex": "work-and-turn", "parts": (2,), "quantities": (9,)},
        ["sheet 1 (3 times) both sides: 1 | 1 | 2 | 2"],
    ),
    "work-and-tumble: one form, turned head over foot": (
        "repeat",
        2,
        {"sheet": up(2, 2), "duplex": "work-and-tumble"},
        ["sheet 1 both sides: 2 (180°) | 2 (180°) / 1 | 1"],
    ),
    "perfecting: the back is printed head over foot": (
        "repeat",
        2,
        {"sheet": up(2, 1), "duplex": "perfecting"},
        ["sheet 1 front: 1 | 1", "sheet 1 back: 2 (180°) | 2 (180°)"],
    ),
}

CUT_STACK: dict[str, Example] = {
    "the last sheet not full": (
        "cut-stack",
        10,
        {"sheet": up(2, 1)},
        [
            "sheet 1 front: 1 | 7",
            "sheet 1 back: 8 | 2",
            "sheet 2 front: 3 | 9",
            "sheet 2 back: 10 | 4",
            "sheet 3 front: 5 | -",
            "sheet 3 back: - | 6",
        ],
    ),
    "on one side": (
        "cut-stack",
        7,
        {"sheet": up(2, 2), "duplex": "none"},
        ["sheet 1 front: 1 | 3 / 5 | 7", "sheet 2 front: 2 | 4 / 6 | -"],
    ),
    "perfecting": (
        "cut-stack",
        4,
        {"sheet": up(2, 1), "duplex": "perfecting"},
        ["sheet 1 front: 1 | 3", "sheet 1 back: 2 (180°) | 4 (180°)"],
    ),
}

BOOKLET: dict[str, Example] = {
    "two sheets": (
        "booklet",
        8,
        {},
        [
            "sheet 1 front: 8 | 1",
            "sheet 1 back: 2 | 7",
            "sheet 2 front: 6 | 3",
            "sheet 2 back: 4 | 5",
        ],
    ),
    "blanks at the end": (
        "booklet",
        6,
        {},
        [
            "sheet 1 front: - | 1",
            "sheet 1 back: 2 | -",
            "sheet 2 front: 6 | 3",
            "sheet 2 back: 4 | 5",
        ],
    ),
    "blanks before the back cover": (
        "booklet",
        6,
        {"back_cover": True},
        [
            "sheet 1 front: 6 | 1",
            "sheet 1 back: 2 | -",
            "sheet 2 front: - | 3",
            "sheet 2 back: 4 | 5",
        ],
    ),
    "two signatures, the second one thinner": (
        "booklet",
        12,
        {"signature": 2},
        [
            "sheet 1 front: 8 | 1",
            "sheet 1 back: 2 | 7",
            "sheet 2 front: 6 | 3",
            "sheet 2 back: 4 | 5",
            "sheet 3 front: 12 | 9",
            "sheet 3 back: 10 | 11",
        ],
    ),
    "bound on the right": (
        "booklet",
        8,
        {"right_to_left": True},
        [
            "sheet 1 front: 1 | 8",
            "sheet 1 back: 7 | 2",
            "sheet 2 front: 3 | 6",
            "sheet 2 back: 5 | 4",
        ],
    ),
    "turned head over foot": (
        "booklet",
        4,
        {"sheet": up(2, 1), "duplex": "long"},
        ["sheet 1 front: 4 | 1", "sheet 1 back: 3 (180°) | 2 (180°)"],
    ),
}

PERFECT: dict[str, Example] = {
    "signatures of eight": (
        "perfect",
        8,
        {"signature": 8},
        [
            "sheet 1 front: 5 (180°) | 4 (180°) / 8 | 1",
            "sheet 1 back: 3 (180°) | 6 (180°) / 2 | 7",
        ],
    ),
    "signatures of eight, bound on the right": (
        "perfect",
        8,
        {"signature": 8, "right_to_left": True},
        [
            "sheet 1 front: 4 (180°) | 5 (180°) / 1 | 8",
            "sheet 1 back: 6 (180°) | 3 (180°) / 7 | 2",
        ],
    ),
    "signatures of eight, perfecting": (
        "perfect",
        8,
        {"signature": 8, "duplex": "perfecting"},
        [
            "sheet 1 front: 5 (180°) | 4 (180°) / 8 | 1",
            "sheet 1 back: 7 (180°) | 2 (180°) / 6 | 3",
        ],
    ),
    "signatures of sixteen, as they are made where nothing is said": (
        "perfect",
        16,
        {},
        [
            "sheet 1 front: 5 (180°) | 12 (180°) | 9 (180°) | 8 (180°) / 4 | 13 | 16 | 1",
            "sheet 1 back: 7 (180°) | 10 (180°) | 11 (180°) | 6 (180°) / 2 | 15 | 14 | 3",
        ],
    ),
    "signatures of thirty-two": (
        "perfect",
        32,
        {"signature": 32},
        [
            "sheet 1 front: 5 (180°) | 28 (180°) | 29 (180°) | 4 (180°) / 12 | 21 | 20 | 13 / "
            "9 (180°) | 24 (180°) | 17 (180°) | 16 (180°) / 8 | 25 | 32 | 1",
            "sheet 1 back: 3 (180°) | 30 (180°) | 27 (180°) | 6 (180°) / 14 | 19 | 22 | 11 / "
            "15 (180°) | 18 (180°) | 23 (180°) | 10 (180°) / 2 | 31 | 26 | 7",
        ],
    ),
}

FOLD: dict[str, Example] = {
    name: ("fold", count, {"fold": name, "sizes": "center"}, lines)
    for name, count, lines in (
        ("half", 4, ["sheet 1 front: 4 | 1", "sheet 1 back: 2 | 3"]),
        ("letter", 6, ["sheet 1 front: 2 | 6 | 1", "sheet 1 back: 3 | 4 | 5"]),
        ("z", 6, ["sheet 1 front: 1 | 2 | 3", "sheet 1 back: 4 | 5 | 6"]),
        ("gate", 6, ["sheet 1 front: 2 | 6 | 1", "sheet 1 back: 3 | 4 | 5"]),
        ("double-gate", 8, ["sheet 1 front: 3 | 8 | 1 | 2", "sheet 1 back: 4 | 5 | 6 | 7"]),
        ("roll", 8, ["sheet 1 front: 3 | 2 | 8 | 1", "sheet 1 back: 4 | 5 | 6 | 7"]),
        (
            "french",
            8,
            ["sheet 1 front: 3 (180°) | 2 (180°) / 4 | 1", "sheet 1 back: 5 | 6 / 7 | 8"],
        ),
    )
} | {
    "two leaflets, the second one with blanks": (
        "fold",
        6,
        {"fold": "half"},
        [
            "sheet 1 front: 4 | 1",
            "sheet 1 back: 2 | 3",
            "sheet 2 front: - | 5",
            "sheet 2 back: 6 | -",
        ],
    ),
    "letter, from right to left": (
        "fold",
        6,
        {"fold": "letter", "sizes": "center", "right_to_left": True},
        ["sheet 1 front: 1 | 6 | 2", "sheet 1 back: 5 | 4 | 3"],
    ),
    "french on one side": (
        "fold",
        4,
        {"fold": "french", "duplex": "none"},
        ["sheet 1 front: 3 (180°) | 2 (180°) / 4 | 1"],
    ),
}

OTHERS: dict[str, Example] = {
    "zine": (
        "zine",
        8,
        {},
        ["sheet 1 front: 5 (180°) | 4 (180°) | 3 (180°) | 2 (180°) / 6 | 7 | 8 | 1"],
    ),
    "zine of five pages, from right to left": (
        "zine",
        5,
        {"right_to_left": True},
        ["sheet 1 front: 2 (180°) | 3 (180°) | 4 (180°) | 5 (180°) / 1 | - | - | -"],
    ),
    "poster over two sheets by one": (
        "poster",
        1,
        {"up": (2, 1)},
        ["sheet 1 front: 1", "sheet 2 front: 1"],
    ),
    "two leaflets on one side of their sheets": (
        "fold",
        4,
        {"fold": "half", "duplex": "none"},
        ["sheet 1 front: 2 | 1", "sheet 2 front: 4 | 3"],
    ),
    "a leaflet of three panels on one side": (
        "fold",
        3,
        {"fold": "letter", "duplex": "none", "allowance": 0},
        ["sheet 1 front: 2 | 3 | 1"],
    ),
    "two zines on a sheet": (
        "zine",
        8,
        {"up": (1, 2)},
        [
            "sheet 1 front: 5 (180°) | 4 (180°) | 3 (180°) | 2 (180°) / 6 | 7 | 8 | 1 / "
            "5 (180°) | 4 (180°) | 3 (180°) | 2 (180°) / 6 | 7 | 8 | 1"
        ],
    ),
    "seven booklets of one sheet, three at once": (
        "booklet",
        4,
        {"up": (1, 3), "quantities": (7,), "parts": (4,)},
        [
            "sheet 1 (3 times) front: 4 | 1 / 4 | 1 / 4 | 1",
            "sheet 1 (3 times) back: 2 | 3 / 2 | 3 / 2 | 3",
        ],
    ),
    "gang run in different numbers": (
        "gang",
        3,
        {
            "sheet": up(2, 2),
            "duplex": "none",
            "parts": (1, 1, 1),
            "quantities": (4, 2, 2),
        },
        ["sheet 1 (2 times) front: 2 | 3 / 1 | 1"],
    ),
    "gang run, one piece with a back": (
        "gang",
        4,
        {"sheet": up(2, 2), "parts": (2, 1, 1), "quantities": (4, 2, 2)},
        ["sheet 1 (2 times) front: 3 | 4 / 1 | 1", "sheet 1 (2 times) back: - | - / 2 | 2"],
    ),
    "gang run, work-and-turn": (
        "gang",
        2,
        {"sheet": up(4, 1), "duplex": "work-and-turn", "parts": (2,), "quantities": (10,)},
        ["sheet 1 (3 times) both sides: 1 | 1 | 2 | 2"],
    ),
}

ALL = [
    pytest.param(*example, id=f"{example[0]}: {name}")
    for table in (N_UP, REPEAT, CUT_STACK, BOOKLET, PERFECT, FOLD, OTHERS)
    for name, example in table.items()
]


@pytest.mark.parametrize(("scheme", "count", "options", "lines"), ALL)
def test_the_plan(scheme: str, count: int, options: dict[str, Any], lines: list[str]) -> None:
    assert words(scheme, pages_of(count), **options).splitlines() == lines


def test_the_sheets_of_a_poster_are_named_where_their_neighbour_covers_it() -> None:
    plan = laid_out("poster", 1, up=(2, 2))
    named = [[sign.text for sign in sheet.front.signs] for sheet in plan.sheets]  # type: ignore[union-attr]
    assert named == [["1-1"], ["1-2"], ["2-1"], []]


def test_what_is_printed_several_times_is_cut_apart_before_it_is_folded() -> None:
    plan = laid_out("booklet", 5, up=(2, 1), gutter=9)
    assert [line.kind for line in plan.sheets[0].lines] == [*["cut"] * 6, "fold", "fold"]
    assert [note.message for note in plan.notes[:2]] == [
        "3 blank pages are added at the end.",
        "Each sheet holds it 2 times; cut the sheets apart before you fold.",
    ]
