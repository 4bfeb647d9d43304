"""Planned sheets folded, cut and stacked by hand, and read from the first page to the last.

The hands are those of ``paper``, which knows nothing of how the sheets were planned.
"""

from collections.abc import Sequence
from functools import reduce
from typing import Any, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flyers.catalogue.papers import Paper
from flyers.core.sheets import Imposition
from paper import Edge, Face, Pile, stack, told, zine
from schemes import in_order, laid_out, papers

Spine = Literal["left", "right"]
TURNS = st.sampled_from(["long", "short", "sheetwise", "perfecting"])
MIRRORED: dict[Edge, Edge] = {"left": "right", "right": "left", "top": "top", "bottom": "bottom"}


def whole(pages: int, multiple: int, *, back_cover: bool = False) -> str:
    """Return all pages in reading order, with the blanks that fill the last sheet."""
    read = in_order(pages).split()
    blanks = ["–"] * (-pages % multiple)
    last = [read.pop()] if back_cover and pages > 1 else []
    return " ".join([*read, *blanks, *last])


def read(faces: Sequence[Face]) -> str:
    """Return the faces in a line; a blank has no way up."""
    return " ".join(str(face) if face.page else "–" for face in faces)


def folded(pile: Pile, *parts: Edge, right_to_left: bool = False) -> Pile:
    """Fold each part under the rest, one after the other; mirrored from right to left."""
    hands = [MIRRORED[part] if right_to_left else part for part in parts]
    return reduce(lambda lying, part: lying.fold(part, under=True), hands, pile)


# ---- stapled, glued, stacked -------------------------------------------------------


@given(
    pages=st.integers(1, 128),
    sheets=st.integers(0, 9),
    right_to_left=st.booleans(),
    back_cover=st.booleans(),
    duplex=TURNS,
)
@example(pages=128, sheets=0, right_to_left=False, back_cover=True, duplex="long")
def test_a_booklet_reads_from_cover_to_cover(
    pages: int, sheets: int, right_to_left: bool, back_cover: bool, duplex: str
) -> None:
    plan = laid_out(
        "booklet",
        pages,
        signature=sheets,
        right_to_left=right_to_left,
        back_cover=back_cover,
        duplex=duplex,
    )
    spine: Edge = "right" if right_to_left else "left"
    printed = papers(plan)
    signatures = [
        folded(stack(*printed[start : start + (sheets or len(printed))]), spine)
        for start in range(0, len(printed), sheets or len(printed))
    ]
    booklet = stack(*signatures)
    assert read(booklet.reading_order(spine)) == whole(pages, 4, back_cover=back_cover)
    assert booklet.bound_at(spine)


@given(
    pages=st.integers(1, 40),
    columns=st.integers(1, 3),
    rows=st.integers(1, 3),
    scheme=st.sampled_from(["booklet", "perfect", "zine"]),
    right_to_left=st.booleans(),
    duplex=TURNS,
)
def test_what_a_sheet_has_several_times_is_the_same_once_cut_apart(
    pages: int, columns: int, rows: int, scheme: str, right_to_left: bool, duplex: str
) -> None:
    asked: dict[str, Any] = {"right_to_left": right_to_left}
    if scheme != "zine":
        asked |= {"duplex": duplex}
    once = papers(laid_out(scheme, pages, **asked))
    plan = laid_out(scheme, pages, up=(columns, rows), sheet=WALL, **asked)
    for alone, several in zip(once, papers(plan), strict=True):
        parts = several.cut(
            columns=range(alone.columns, several.columns, alone.columns),
            rows=range(alone.rows, several.rows, alone.rows),
        )
        assert len(parts) == columns * rows
        assert set(parts) == {alone}


WALL = Paper(name="wall", width=6000, height=9000)

HANDS: dict[int, tuple[Edge, ...]] = {
    4: ("left",),
    8: ("top", "left"),
    16: ("left", "top", "left"),
    32: ("top", "left", "top", "left"),
}


@pytest.mark.parametrize("size", HANDS)
@settings(max_examples=settings().max_examples * 4 // 10)
@given(
    pages=st.integers(1, 128), right_to_left=st.booleans(), back_cover=st.booleans(), duplex=TURNS
)
def test_a_perfect_bound_book_reads_from_cover_to_cover(
    size: int, pages: int, right_to_left: bool, back_cover: bool, duplex: str
) -> None:
    plan = laid_out(
        "perfect",
        pages,
        signature=size,
        right_to_left=right_to_left,
        back_cover=back_cover,
        duplex=duplex,
    )
    spine: Edge = "right" if right_to_left else "left"
    book = stack(
        *(folded(sheet, *HANDS[size], right_to_left=right_to_left) for sheet in papers(plan))
    )
    assert read(book.reading_order(spine)) == whole(pages, size, back_cover=back_cover)
    assert book.bound_at(spine)


@given(
    pages=st.integers(1, 60),
    columns=st.integers(1, 5),
    rows=st.integers(1, 5),
    order=st.sampled_from(["across", "down"]),
    right_to_left=st.booleans(),
    duplex=TURNS,
)
def test_cut_and_stacked_pages_are_in_order(
    pages: int, columns: int, rows: int, order: str, right_to_left: bool, duplex: str
) -> None:
    plan = laid_out(
        "cut-stack",
        pages,
        up=(columns, rows),
        order=order,
        right_to_left=right_to_left,
        duplex=duplex,
    )
    block = cut_and_stacked(plan, columns, rows, down=order == "down", right_to_left=right_to_left)
    faces = block.reading_order()
    assert read(faces).rstrip(" –") == in_order(pages)
    assert len(faces) == 2 * columns * rows * len(plan.sheets)


@given(pages=st.integers(1, 60), columns=st.integers(1, 5), rows=st.integers(1, 5))
def test_cut_and_stacked_on_one_side(pages: int, columns: int, rows: int) -> None:
    plan = laid_out("cut-stack", pages, up=(columns, rows), duplex="none")
    block = cut_and_stacked(plan, columns, rows)
    assert read([leaf.up for leaf in block.leaves_in_order()]).rstrip(" –") == in_order(pages)
    assert {leaf.down.page for leaf in block.leaves_in_order()} == {""}


def cut_and_stacked(
    plan: Imposition, columns: int, rows: int, *, down: bool = False, right_to_left: bool = False
) -> Pile:
    """Cut the printed pile apart and stack the parts in reading order of the cells."""
    piles = stack(*papers(plan)).cut(columns=range(1, columns), rows=range(1, rows))
    lines = [list(piles[start : start + columns]) for start in range(0, len(piles), columns)]
    if right_to_left:
        lines = [row[::-1] for row in lines]
    if down:
        lines = [list(column) for column in zip(*lines, strict=True)]
    return stack(*(pile for line in lines for pile in line))


@given(pages=st.integers(1, 24), right_to_left=st.booleans())
def test_a_zine_reads_from_cover_to_cover(pages: int, right_to_left: bool) -> None:
    plan = laid_out("zine", pages, right_to_left=right_to_left)
    spine: Spine = "right" if right_to_left else "left"
    pieces = [zine(sheet, spine=spine) for sheet in papers(plan)]
    assert " ".join(read(piece.reading_order(spine)) for piece in pieces) == whole(pages, 8)


# ---- leaflets ----------------------------------------------------------------------

OPENING = {
    "half": "1 2 3 4",
    "letter": "1 3 2 4 5 6",  # opened, the flap is on the right; under it are 4 and 5
    "z": "1 2 3 4 5 6",
    "gate": "1 2 4 5 3 6",  # 1 and 2 are the wings that meet in front, 4 lies between them
    "double-gate": "1 2 3 6 7 4 5 8",
    "roll": "1 4 2 5 3 6 7 8",
    "french": "1 2 3 8↓ 7↓ 6↓ 5↓ 4",  # the poster is turned round once, when it is unfolded
}
"""In which order a reader meets the panels, opening fold by fold."""


@pytest.mark.parametrize("fold", OPENING)
@pytest.mark.parametrize("duplex", ["long", "short"])
def test_a_leaflet_opens_in_reading_order(fold: str, duplex: str) -> None:
    leaflet = folded_leaflet(fold, duplex=duplex)
    assert told(leaflet.on_top()).split()[0] == "1"
    assert told(leaflet.opening_order()) == OPENING[fold]


@pytest.mark.parametrize("fold", OPENING)
def test_from_right_to_left_a_leaflet_is_folded_in_the_mirror(fold: str) -> None:
    leaflet = folded_leaflet(fold)
    mirrored = folded_leaflet(fold, right_to_left=True)
    assert shown(mirrored) == [row[::-1] for row in shown(leaflet)]


def shown(pile: Pile) -> list[list[list[tuple[str, str]]]]:
    """Return both sides of every leaf of every cell, row by row."""
    return [
        [[(str(leaf.up), str(leaf.down)) for leaf in cell] for cell in row] for row in pile.grid
    ]


def folded_leaflet(fold: str, *, right_to_left: bool = False, duplex: str = "sheetwise") -> Pile:
    """Fold a leaflet by hand, the cover on top."""
    pages = int(max(OPENING[fold].replace("↓", "").split()))
    plan = laid_out(
        "fold", pages, fold=fold, sizes="center", right_to_left=right_to_left, duplex=duplex
    )
    (open_sheet,) = papers(plan)
    if fold == "gate":
        open_sheet = wide_in_the_middle(open_sheet)
    # Two flaps are folded over the inside; all other folds go under the cover.
    if "gate" in fold:
        open_sheet = open_sheet.turned_over()
    for part, at, under in HANDS_OF_FOLDS[fold]:
        if right_to_left and part in ("left", "right"):
            part, at = MIRRORED[part], open_sheet.columns - at
        open_sheet = open_sheet.fold(part, at=at, under=under)
    return open_sheet


def wide_in_the_middle(three: Pile) -> Pile:
    """The middle panel of a gate is as wide as its two wings."""
    return Pile(grid=tuple((row[0], row[1], row[1], row[2]) for row in three.grid))


HANDS_OF_FOLDS: dict[str, list[tuple[Edge, int, bool]]] = {
    "half": [("left", 1, True)],
    "letter": [("left", 1, True), ("left", 1, True)],
    "z": [("right", 1, True), ("left", 1, True)],
    "gate": [("left", 1, False), ("right", 2, False)],
    "double-gate": [("left", 1, False), ("right", 2, False), ("left", 1, False)],
    "roll": [("left", 1, True), ("left", 1, True), ("left", 1, True)],
    "french": [("top", 1, True), ("left", 1, True)],
}
"""Which part is folded, at which boundary, and whether under the rest."""
