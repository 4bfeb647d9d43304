"""Pieces of formats on sheets: plans in words, and properties of every imposition."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flyers.catalogue.formats import FORMATS, Format, Panel
from flyers.catalogue.papers import Paper
from flyers.core.boxes import Box, Edges
from flyers.core.matrix import placed_box
from flyers.core.sheets import Form, Imposition, Page, Sheet, Side
from flyers.core.units import inches
from flyers.imposition.assembly.turn import behind
from flyers.imposition.format_pieces import impose
from flyers.imposition.plan_in_words import in_words

MARGINS = Edges.all(inches(0.25))
SLUG = Page(name="slug", width=120, height=8, layers=())


def numbered(row: Format, count: int) -> list[Page]:
    """Make pages of a flat piece, named 1, 2, 3 and so on."""
    return [
        Page(name=str(n), width=row.width, height=row.height, layers=())
        for n in range(1, count + 1)
    ]


def named(row: Format) -> list[Page]:
    """Make pages of a folded piece, named like its panels."""
    return [Page(name=p.name, width=p.width, height=p.height, layers=()) for p in row.panels]


def imposed(row: Format, pages: list[Page], slug: int | None = None) -> Imposition:
    return impose(pages, row, printer_margins=MARGINS, slug=slug)


# ---- what lies where ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "count", "words"),
    [
        ("letter", 1, ["sheet 1 front: 1"]),
        ("letter", 2, ["sheet 1 front: 1", "sheet 1 back: 2"]),
        ("a4", 3, ["sheet 1 front: 1", "sheet 1 back: 2", "sheet 2 front: 3"]),
        ("half-sheet", 1, ["sheet 1 front: 1 | 1"]),
        ("half-sheet", 2, ["sheet 1 front: 1 | 1", "sheet 1 back: 2 | 2"]),
        (
            "half-sheet-a4",
            3,
            ["sheet 1 front: 1 | 1", "sheet 1 back: 2 | 2", "sheet 2 front: 3 | 3"],
        ),
    ],
)
def test_flat_pieces(name: str, count: int, words: list[str]) -> None:
    row = FORMATS[name]
    assert in_words(imposed(row, numbered(row, count))).splitlines() == words


@pytest.mark.parametrize("name", ["tri-fold", "tri-fold-a4"])
def test_a_tri_fold(name: str) -> None:
    row = FORMATS[name]
    assert in_words(imposed(row, named(row))).splitlines() == [
        "sheet 1 front: flap | back | cover",
        "sheet 1 back: inside-1 | inside-2 | inside-3",
    ]


def test_a_tri_fold_in_a_script_from_right_to_left() -> None:
    row = FORMATS["tri-fold"].mirrored()
    assert in_words(imposed(row, named(row))).splitlines() == [
        "sheet 1 front: cover | back | flap",
        "sheet 1 back: inside-3 | inside-2 | inside-1",
    ]


def test_a_lying_sheet_turned_on_its_long_edge_has_its_back_upside_down() -> None:
    row = replace(FORMATS["tri-fold"], flip="long")
    assert in_words(imposed(row, named(row))).splitlines() == [
        "sheet 1 front: flap | back | cover",
        "sheet 1 back: inside-3 (180°) | inside-2 (180°) | inside-1 (180°)",
    ]


def test_rows_are_written_from_the_top() -> None:
    two_by_two = Format(
        name="two-by-two",
        called="piece",
        family="test",
        purpose="four panels, two over two",
        width=200,
        height=100,
        panels=tuple(
            Panel(name=name, side="front", x=x, y=y, width=100, height=50)
            for name, x, y in (("a", 0, 50), ("b", 100, 50), ("c", 0, 0), ("d", 100, 0))
        ),
        folds=(100,),
        sheet=Paper(name="test", width=200, height=100),
        across=1,
        flip="short",
        more_sides=False,
    )
    assert in_words(imposed(two_by_two, named(two_by_two))) == "sheet 1 front: a | b / c | d"


# ---- marks -------------------------------------------------------------------------


def positions(form: Form, kind: str) -> list[float]:
    """Return the places of marks across the form, in inches."""
    return sorted({round(mark.x1 / inches(1), 4) for mark in form.marks if mark.kind == kind})


def both_forms(sheet: Sheet) -> tuple[Form, Form]:
    assert sheet.back is not None
    return sheet.front, sheet.back


def test_fold_marks_of_the_back_mirror_those_of_the_front() -> None:
    row = FORMATS["tri-fold"]
    front, back = both_forms(imposed(row, named(row)).sheets[0])
    assert positions(front, "fold") == [3.625, 7.3125]
    assert positions(back, "fold") == [3.6875, 7.375]
    assert positions(front, "cut") == []


def test_half_sheets_are_cut_in_the_middle() -> None:
    row = FORMATS["half-sheet"]
    for form in both_forms(imposed(row, numbered(row, 2)).sheets[0]):
        assert positions(form, "cut") == [5.5]
        assert positions(form, "fold") == []


def test_a_plain_page_has_no_marks() -> None:
    row = FORMATS["letter"]
    assert imposed(row, numbered(row, 1)).sheets[0].front.marks == ()


def test_marks_are_short_and_where_the_printer_can_print() -> None:
    row = FORMATS["tri-fold"]
    margins = Edges(top=10, right=11, bottom=20, left=12)
    sheet = impose(named(row), row, printer_margins=margins).sheets[0]
    spans = {tuple(sorted((mark.y1, mark.y2))) for mark in sheet.front.marks}
    assert spans == {(20, 29), (593, 602)}


# ---- the slug ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "middle"),
    [
        (FORMATS["letter"], 4.25),
        (FORMATS["half-sheet"], 2.75),
        (FORMATS["tri-fold"], 3.625 / 2),
        (FORMATS["tri-fold"].mirrored(), 11 - 3.625 / 2),
    ],
    ids=["letter", "half-sheet", "tri-fold", "tri-fold mirrored"],
)
def test_the_slug_stands_under_the_panel_farthest_from_the_cover(
    row: Format, middle: float
) -> None:
    pages = numbered(row, 2) if row.more_sides else named(row)
    sheet = imposed(row, [SLUG, *pages], slug=0).sheets[0]
    front, back = both_forms(sheet)
    (slug,) = [one for one in front.placements if one.page == 0]
    assert (slug.x + SLUG.width / 2) / inches(1) == pytest.approx(middle)
    assert slug.y == MARGINS.bottom
    assert all(one.page != 0 for one in back.placements)


def test_every_front_has_the_slug() -> None:
    row = FORMATS["half-sheet"]
    pages = [*numbered(row, 3), SLUG]
    assert in_words(imposed(row, pages, slug=3)).splitlines() == [
        "sheet 1 front: 1 | 1 / slug",
        "sheet 1 back: 2 | 2",
        "sheet 2 front: 3 | 3 / slug",
    ]


# ---- what is refused ---------------------------------------------------------------


def test_a_folded_piece_wants_exactly_its_panels() -> None:
    row = FORMATS["tri-fold"]
    with pytest.raises(ValueError, match="6 panels, but 5 pages"):
        imposed(row, named(row)[:5])


def test_no_pages_make_no_piece() -> None:
    with pytest.raises(ValueError, match="0 pages"):
        imposed(FORMATS["letter"], [])


def test_a_page_of_another_size_than_its_panel_is_refused() -> None:
    with pytest.raises(ValueError, match=r"'1' is 595\.276 x"):
        imposed(FORMATS["letter"], numbered(FORMATS["a4"], 1))


# ---- what is true of every imposition ----------------------------------------------


@st.composite
def formats(draw: st.DrawFn) -> Format:
    """Draw any folded piece: panels of any width, repeated any number of times."""
    width = st.integers(20, 300).map(float)
    outside = draw(st.lists(width, min_size=1, max_size=5))
    height = draw(width)
    across = draw(st.integers(1, 4))
    return Format(
        name="any",
        called="piece",
        family="test",
        purpose="test",
        width=sum(outside),
        height=height,
        panels=(*_row("front", outside, height), *_row("back", outside[::-1], height)),
        folds=tuple(sum(outside[:n]) for n in range(1, len(outside))),
        sheet=Paper(name="any", width=sum(outside) * across, height=height),
        across=across,
        flip=draw(st.sampled_from(["long", "short"])),
        more_sides=draw(st.booleans()),
    )


def _row(side: Side, widths: list[float], height: float) -> list[Panel]:
    return [
        Panel(name=f"{side} {n}", side=side, x=sum(widths[:n]), y=0, width=width, height=height)
        for n, width in enumerate(widths)
    ]


def boxes(form: Form, imposition: Imposition) -> list[Box]:
    return [placed_box(one, imposition.pages[one.page]) for one in form.placements]


@given(row=formats())
def test_every_page_is_placed_as_often_as_the_piece_is_repeated(row: Format) -> None:
    imposition = imposed(row, named(row))
    placed = Counter(
        one.page for sheet in imposition.sheets for form in sheet.forms for one in form.placements
    )
    assert placed == dict.fromkeys(range(len(row.panels)), row.across)


@given(row=formats())
def test_pages_tile_the_sheet(row: Format) -> None:
    imposition = imposed(row, named(row))
    for sheet in imposition.sheets:
        for form in sheet.forms:
            lying = sorted(boxes(form, imposition), key=lambda box: box.left)
            whole = lying[0]
            for left, right in pairwise(lying):
                assert left.right == pytest.approx(right.left)
                whole = whole.union(right)
            assert whole.contains(sheet.trim)
            assert sheet.trim.contains(whole)


@given(row=formats())
def test_folds_and_edges_of_front_and_back_coincide(row: Format) -> None:
    imposition = imposed(row, named(row))
    for sheet in imposition.sheets:
        front, back = both_forms(sheet)
        through = [
            behind(box, sheet.width, sheet.height, sheet.flip) for box in boxes(front, imposition)
        ]
        assert _lefts(through) == pytest.approx(_lefts(boxes(back, imposition)))
        for kind in ("cut", "fold"):
            seen = [_line_behind(mark.x1, sheet) for mark in front.marks if mark.kind == kind]
            there = [mark.x1 for mark in back.marks if mark.kind == kind]
            assert sorted(seen) == pytest.approx(sorted(there))


def _lefts(lying: list[Box]) -> list[float]:
    return sorted(box.left for box in lying)


def _line_behind(x: float, sheet: Sheet) -> float:
    line = Box(left=x, bottom=0, right=x, top=sheet.height)
    return behind(line, sheet.width, sheet.height, sheet.flip).left


@given(row=formats())
def test_a_panel_and_the_one_behind_it_are_the_same_leaf(row: Format) -> None:
    """Front n and back -n-1 are two sides of one leaf."""
    imposition = imposed(row, named(row))
    sheet = imposition.sheets[0]
    front, back = both_forms(sheet)
    last = len(row.panels) // 2 - 1
    for mine, box in zip(front.placements, boxes(front, imposition), strict=True):
        there = behind(box, sheet.width, sheet.height, sheet.flip)
        (leaf,) = [
            imposition.pages[one.page].name
            for one, other in zip(back.placements, boxes(back, imposition), strict=True)
            if other.contains(there)
        ]
        number = int(imposition.pages[mine.page].name.removeprefix("front "))
        assert leaf == f"back {last - number}"
